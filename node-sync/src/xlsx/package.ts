import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import * as words from "../wording/files";
import { refuseUnlessZip } from "./file-kind";
import { foreignLimits, type Limits } from "./limits";
import { UnreadableFile } from "./unreadable-file";

export { foreignLimits, type Limits } from "./limits";
export { UnreadableFile } from "./unreadable-file";

/** Bytes per inflated chunk: large enough that the thread pool's round trips stop counting. */
const chunkSize = 128 * 1024;
/** Parts up to this size are inflated at once. */
const smallPart = 256 * 1024;
const stored = 0;
const deflated = 8;

const { brokenPlaces } = words;
const broken = (label: string, where: string): UnreadableFile => new UnreadableFile("broken", words.brokenFile(label, where));

/** Reads the bytes of a path, or takes a buffer as it is. @throws {UnreadableFile} `missing`, `locked`, `too-large` */
export async function bytesOf(source: Buffer | string, label: string, limits: Limits): Promise<Buffer> {
  const refuseLarge = (bytes: number): void => {
    if (bytes > limits.fileBytes) throw new UnreadableFile("too-large", words.fileTooLarge(label, bytes, limits.fileBytes));
  };
  if (typeof source !== "string") {
    refuseLarge(source.length);
    return source;
  }
  try {
    refuseLarge((await stat(source)).size);
    return await readFile(source);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw isMissing
      ? new UnreadableFile("missing", words.missingFile(label))
      : new UnreadableFile("locked", words.lockedFile(label));
  }
}

/** Part names compare without case (ECMA-376 part 2, 6.2.2.3); some writers use backslashes or a leading slash. */
const keyOf = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

/**
 * An opened .xlsx: the central directory is read and its limits are checked, nothing is inflated yet.
 * Parts are named without a leading slash, in any case.
 */
export class XlsxPackage {
  /** Inflated bytes so far, over all parts. */
  private counted = 0;

  private constructor(
    readonly label: string,
    readonly limits: Limits,
    private readonly data: Buffer,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly duplicates: ReadonlySet<string>,
  ) {}

  /**
   * @param label the file's name in sentences; by default the last part of the path
   * @throws {UnreadableFile} when it is no zip, is cut off, or passes a limit
   */
  static async open(source: Buffer | string, limits: Limits = foreignLimits, label?: string): Promise<XlsxPackage> {
    const name = label ?? (typeof source === "string" ? basename(source) : "工作簿");
    const data = await bytesOf(source, name, limits);
    refuseUnlessZip(data, name);
    const zip = await fromBufferPromise(data, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() => {
      throw new UnreadableFile("truncated", words.truncatedFile(name));
    });
    const entries = new Map<string, Entry>();
    const duplicates = new Set<string>();
    for (const entry of await directoryOf(zip, limits, name)) {
      const key = keyOf(entry.fileNameRaw.toString("utf8"));
      if (entries.has(key)) duplicates.add(key);
      else entries.set(key, entry);
    }
    return new XlsxPackage(name, limits, data, zip, entries, duplicates);
  }

  /** Lower-case names of all entries, in directory order. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(part: string): boolean {
    return this.entries.has(keyOf(part));
  }

  /**
   * Inflates one part in chunks of at most 256 KB, counting bytes against the directory and the limit.
   *
   * @throws {UnreadableFile} `broken` (absent, twice there, wrong size, not inflatable), `encrypted`, `too-large`
   */
  async *chunks(part: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.entries.get(keyOf(part));
    if (entry === undefined) throw broken(this.label, brokenPlaces.missingPart(part));
    if (this.duplicates.has(keyOf(part))) throw broken(this.label, brokenPlaces.duplicatePart(part));
    if (entry.isEncrypted()) throw new UnreadableFile("encrypted", words.encryptedFile(this.label));
    let bytes = 0;
    try {
      for await (const chunk of await this.inflated(entry)) {
        bytes += chunk.length;
        this.counted += chunk.length;
        if (bytes > entry.uncompressedSize) break;
        if (this.counted > this.limits.inflatedBytes)
          throw new UnreadableFile("too-large", words.inflatesTooLarge(this.label, this.limits.inflatedBytes));
        yield chunk;
      }
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw broken(this.label, brokenPlaces.compression(part));
    }
    if (bytes !== entry.uncompressedSize) throw broken(this.label, brokenPlaces.sizes(part));
  }

  private async inflated(entry: Entry): Promise<AsyncIterable<Buffer> | Iterable<Buffer>> {
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = this.data.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (entry.compressionMethod === stored) return [packed];
    if (entry.compressionMethod !== deflated) throw new Error(`compression method ${entry.compressionMethod}`);
    // A small part costs more in trips to the thread pool than in inflating.
    if (entry.uncompressedSize <= smallPart)
      return [inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })];
    const inflate = createInflateRaw({ chunkSize });
    inflate.end(packed);
    return inflate;
  }
}

/** All entries, after the limits. @throws {UnreadableFile} `too-large`, `broken` */
async function directoryOf(zip: ZipFile, limits: Limits, label: string): Promise<Entry[]> {
  const refuse = (sentence: string): never => {
    throw new UnreadableFile("too-large", sentence);
  };
  if (zip.entryCount > limits.entries) refuse(words.tooManyEntries(label, zip.entryCount, limits.entries));
  const entries: Entry[] = [];
  let inflated = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      inflated += entry.uncompressedSize;
      if (inflated > limits.inflatedBytes) refuse(words.inflatesTooLarge(label, limits.inflatedBytes));
      const isDense =
        entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (isDense) refuse(words.ratioTooHigh(label, limits.ratio));
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken(label, brokenPlaces.directory);
  }
  return entries;
}
