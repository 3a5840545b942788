import { promisify } from "node:util";
import { constants, deflateRaw } from "node:zlib";
import { kept } from "../../../../apps-script/domain/snapshot/kept";
import { workbookWording as say } from "../../wording/workbook";
import { crc32, joinedCrc32 } from "./crc32";
import type { ZipEntry, ZipEntryHeader } from "./zip-read";

const deflate = promisify(deflateRaw);
const limit = 0xffffffff;
/** Large sheets are repetitive: level 4 takes half the time of 6 for a few per cent more bytes. */
const levelFor = (bytes: number): number => (bytes > 4_000_000 ? 4 : 6);

/** New parts are dated 1980-01-01, the first day a zip file can say: the same edits give the same bytes. */
const plainHeader: ZipEntryHeader = {
  madeBy: 20,
  needed: 20,
  flags: 0x800,
  time: 0,
  date: 0x21,
  internalAttributes: 0,
  externalAttributes: 0,
  extra: Buffer.alloc(0),
  comment: Buffer.alloc(0),
};

/** A new entry that is stored as it is. */
export function storedEntry(name: string, bytes: Buffer): ZipEntry {
  const rawName = Buffer.from(name, "utf8");
  return { name, rawName, method: 0, crc: crc32(bytes), size: bytes.length, compressed: bytes, header: plainHeader };
}

/** `entry` with other content, deflated; its name, times and attributes stay. Without an entry a new one is made. */
export async function packEntry(name: string, bytes: Buffer, entry?: ZipEntry): Promise<ZipEntry> {
  const compressed = await deflate(bytes, { level: levelFor(bytes.length) });
  const rawName = entry?.rawName ?? Buffer.from(name, "utf8");
  return { name, rawName, method: 8, crc: crc32(bytes), size: bytes.length, compressed, header: entry?.header ?? plainHeader };
}

/**
 * The same of a part in pieces: each is deflated by itself, so that pieces which were packed before are only copied. The
 * streams end at whole bytes (`Z_FULL_FLUSH`) and make one, which every reader takes (RFC 1951, 3.2.4).
 */
export async function packPieces(name: string, pieces: readonly Buffer[], entry?: ZipEntry): Promise<ZipEntry> {
  const filled = pieces.filter(({ length }) => length > 0);
  const [last = Buffer.alloc(0), ...above] = filled.reverse();
  const level = levelFor(filled.reduce((sum, { length }) => sum + length, 0));
  const packed = await Promise.all(above.reverse().map((piece) => packedPiece(piece, level)));
  const end = await packEntry(name, last, entry);
  const all = [...packed, end];
  const crc = all.reduce((sum, { crc: own, size }) => joinedCrc32(sum, own, size), 0);
  const size = all.reduce((sum, { size: own }) => sum + own, 0);
  return { ...end, crc, size, compressed: Buffer.concat(all.map(({ compressed }) => compressed)) };
}

type Packed = Pick<ZipEntry, "crc" | "size" | "compressed">;

/** By level, so that the same pieces give the same bytes whatever was packed before. */
const packedBefore = new Map<number, (bytes: Buffer) => Promise<Packed>>();

function packedPiece(bytes: Buffer, level: number): Promise<Packed> {
  const packed = packedBefore.get(level) ?? kept((piece: Buffer) => packPiece(piece, level));
  packedBefore.set(level, packed);
  return packed(bytes);
}

async function packPiece(bytes: Buffer, level: number): Promise<Packed> {
  const compressed = await deflate(bytes, { level, finishFlush: constants.Z_FULL_FLUSH });
  return { crc: crc32(bytes), size: bytes.length, compressed };
}

/**
 * A zip file of these entries in this order; compressed bytes are copied as they are.
 *
 * @throws Error (a sentence) when the result would need zip64: 4 GB, or 65,535 entries
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    if (entry.size >= limit || offset + entry.compressed.length >= limit) throw new Error(say.workbookTooLarge());
    const local = localHeader(entry);
    directory.push(directoryRecord(entry, offset));
    pieces.push(local, entry.compressed);
    offset += local.length + entry.compressed.length;
  }
  const directoryBytes = Buffer.concat(directory);
  if (offset + directoryBytes.length >= limit || entries.length >= 0xffff) throw new Error(say.workbookTooLarge());
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(entries.length, 8);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(directoryBytes.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directoryBytes, tail]);
}

/** The fields both headers share, in the order both have them: from "version needed" to the length of the name. */
function sharedFields(entry: ZipEntry): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(Math.min(entry.header.needed, 20), 0);
  fields.writeUInt16LE(entry.header.flags, 2);
  fields.writeUInt16LE(entry.method, 4);
  fields.writeUInt16LE(entry.header.time, 6);
  fields.writeUInt16LE(entry.header.date, 8);
  fields.writeUInt32LE(entry.crc, 10);
  fields.writeUInt32LE(entry.compressed.length, 14);
  fields.writeUInt32LE(entry.size, 18);
  fields.writeUInt16LE(entry.rawName.length, 22);
  return fields;
}

function localHeader(entry: ZipEntry): Buffer {
  const signature = Buffer.from([0x50, 0x4b, 3, 4]);
  return Buffer.concat([signature, sharedFields(entry), Buffer.alloc(2), entry.rawName]);
}

function directoryRecord(entry: ZipEntry, offset: number): Buffer {
  const { header } = entry;
  const begin = Buffer.from([0x50, 0x4b, 1, 2, 0, 0]);
  begin.writeUInt16LE(header.madeBy, 4);
  const rest = Buffer.alloc(16);
  rest.writeUInt16LE(header.extra.length, 0);
  rest.writeUInt16LE(header.comment.length, 2);
  rest.writeUInt16LE(header.internalAttributes, 6);
  rest.writeUInt32LE(header.externalAttributes, 8);
  rest.writeUInt32LE(offset, 12);
  return Buffer.concat([begin, sharedFields(entry), rest, entry.rawName, header.extra, header.comment]);
}
