import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { workbookWording as say } from "../../wording/workbook";
import { crc32 } from "./crc32";

/**
 * One entry of a zip file, with its bytes still compressed, so that a copy needs no inflating.
 *
 * `header` holds what a copy must keep: flags (bit 3, "sizes follow the data", taken away), times and attributes.
 * `extra` is the central directory's extra field without the zip64 one.
 */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Buffer;
  readonly method: number;
  readonly crc: number;
  /** Bytes after inflating. */
  readonly size: number;
  readonly compressed: Buffer;
  readonly header: ZipEntryHeader;
}

export interface ZipEntryHeader {
  readonly madeBy: number;
  readonly needed: number;
  readonly flags: number;
  /** MS-DOS time and date, as stored. */
  readonly time: number;
  readonly date: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  readonly extra: Buffer;
  readonly comment: Buffer;
}

const inflate = promisify(inflateRaw);
const end = { signature: 0x06054b50, length: 22 };
const largestPart = 0x1fffffe0;

/** Where the central directory begins and how many entries it has; throws a sentence when `source` is no zip file. */
function directoryOf(source: Buffer): { offset: number; count: number } {
  for (let at = source.length - end.length; at >= Math.max(0, source.length - end.length - 65_535); at -= 1) {
    if (source.readUInt32LE(at) !== end.signature) continue;
    const plain = { offset: source.readUInt32LE(at + 16), count: source.readUInt16LE(at + 10) };
    if (plain.offset !== 0xffffffff && plain.count !== 0xffff) return plain;
    if (at < 20 || source.readUInt32LE(at - 20) !== 0x07064b50) return plain;
    const record = Number(source.readBigUInt64LE(at - 12));
    return { offset: Number(source.readBigUInt64LE(record + 48)), count: Number(source.readBigUInt64LE(record + 32)) };
  }
  throw new Error(say.notAWorkbook());
}

/** The extra field split into the zip64 values and the rest. */
function splitExtra(extra: Buffer): { zip64: Buffer; rest: Buffer } {
  let zip64 = Buffer.alloc(0);
  const rest: Buffer[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const next = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) zip64 = Buffer.from(extra.subarray(at + 4, next));
    else rest.push(extra.subarray(at, next));
    at = next;
  }
  return { zip64, rest: Buffer.concat(rest) };
}

/**
 * The entries of a zip file in the order of its central directory. Nothing is inflated.
 *
 * @throws Error (a sentence for people) for a file that is no zip, is cut short, or holds encrypted entries
 */
export function readEntries(source: Buffer): ZipEntry[] {
  try {
    const { offset, count } = directoryOf(source);
    const entries: ZipEntry[] = [];
    let at = offset;
    for (let index = 0; index < count; index += 1) {
      const entry = entryAt(source, at);
      entries.push(entry);
      at += 46 + source.readUInt16LE(at + 28) + source.readUInt16LE(at + 30) + source.readUInt16LE(at + 32);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new Error(say.notAWorkbook());
    throw error;
  }
}

function entryAt(source: Buffer, at: number): ZipEntry {
  if (source.readUInt32LE(at) !== 0x02014b50) throw new Error(say.notAWorkbook());
  const flags = source.readUInt16LE(at + 8);
  if (flags & 1) throw new Error(say.encrypted());
  const nameEnd = at + 46 + source.readUInt16LE(at + 28);
  const extraEnd = nameEnd + source.readUInt16LE(at + 30);
  const commentEnd = extraEnd + source.readUInt16LE(at + 32);
  const { zip64, rest } = splitExtra(source.subarray(nameEnd, extraEnd));
  let used = 0;
  const large = (value: number): number => {
    if (value !== 0xffffffff || zip64.length < used + 8) return value;
    used += 8;
    return Number(zip64.readBigUInt64LE(used - 8));
  };
  // The zip64 values come in this order, and only those that did not fit.
  const size = large(source.readUInt32LE(at + 24));
  const compressedSize = large(source.readUInt32LE(at + 20));
  const local = large(source.readUInt32LE(at + 42));
  if (source.readUInt32LE(local) !== 0x04034b50) throw new Error(say.notAWorkbook());
  const begin = local + 30 + source.readUInt16LE(local + 26) + source.readUInt16LE(local + 28);
  if (begin + compressedSize > source.length) throw new Error(say.notAWorkbook());
  const rawName = source.subarray(at + 46, nameEnd);
  return {
    name: rawName.toString("utf8"),
    rawName,
    method: source.readUInt16LE(at + 10),
    crc: source.readUInt32LE(at + 16),
    size,
    compressed: source.subarray(begin, begin + compressedSize),
    header: {
      madeBy: source.readUInt16LE(at + 4),
      needed: source.readUInt16LE(at + 6),
      flags: flags & ~8,
      time: source.readUInt16LE(at + 12),
      date: source.readUInt16LE(at + 14),
      internalAttributes: source.readUInt16LE(at + 36),
      externalAttributes: source.readUInt32LE(at + 38),
      extra: rest,
      comment: source.subarray(extraEnd, commentEnd),
    },
  };
}

/**
 * The bytes of an entry, its length and CRC checked. Never gives out more than the entry declared.
 *
 * @throws Error (a sentence naming the part) when the bytes are damaged, too many, or packed in an unknown way
 */
export async function inflateEntry(entry: ZipEntry): Promise<Buffer> {
  if (entry.size > largestPart) throw new Error(say.partTooLarge(entry.name));
  const bytes = await bytesOf(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new Error(say.damagedPart(entry.name));
  return bytes;
}

async function bytesOf(entry: ZipEntry): Promise<Buffer> {
  if (entry.method === 0) return entry.compressed;
  if (entry.method !== 8) throw new Error(say.damagedPart(entry.name));
  try {
    return await inflate(entry.compressed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw new Error(say.damagedPart(entry.name));
  }
}
