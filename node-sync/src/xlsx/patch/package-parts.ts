import { posix } from "node:path";
import { workbookWording as say } from "../../wording/workbook";
import { isUtf8 } from "./patch-sheet";
import { cutSheet, joined, type SheetPieces } from "./sheet-pieces";
import { attribute, maskMarkup, tags, unescapeXml } from "./xml-scan";
import { inflateEntry, readEntries, type ZipEntry } from "./zip-read";
import { packEntry, packPieces, writeZip } from "./zip-write";

/** A relationship inside the package; `kind` is the last word of its type, `target` a part name without leading slash. */
interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly target: string;
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2); some writers begin them with a slash. */
const key = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

/** Sheet parts in pieces, by the form in which names of parts are compared. */
export type HeldSheets = ReadonlyMap<string, SheetPieces>;

/** The parts of a package and what has been changed so far. Parts nobody writes stay compressed and are copied. */
export class PackageParts {
  private readonly entries: ZipEntry[];
  private readonly byName: Map<string, ZipEntry>;
  private readonly written = new Map<string, { name: string; bytes: Buffer }>();
  private readonly closed = new Map<string, Promise<ZipEntry>>();
  private readonly pieces: Map<string, SheetPieces> | null;

  /** @param held the sheets of this very package that are inflated already, to which the others come as they are; `null` keeps none */
  constructor(source: Buffer, held: HeldSheets | null = null) {
    this.pieces = held && new Map(held);
    this.entries = readEntries(source);
    this.byName = new Map(this.entries.map((entry) => [key(entry.name), entry]));
  }

  has(name: string): boolean {
    return [this.byName, this.written, this.closed].some((parts) => parts.has(key(name)));
  }

  /** @throws Error (a sentence) when the part is missing or damaged */
  async bytes(name: string): Promise<Buffer> {
    const written = this.written.get(key(name));
    if (written !== undefined) return written.bytes;
    const entry = (await this.closed.get(key(name))) ?? this.byName.get(key(name));
    if (entry === undefined) throw new Error(say.missingPart(name));
    return inflateEntry(entry);
  }

  /** A small part as text; a byte order mark stays in it. */
  async text(name: string): Promise<string> {
    const bytes = await this.bytes(name);
    if (!isUtf8(bytes)) throw new Error(say.unknownEncoding(name));
    return bytes.toString("utf8");
  }

  write(name: string, content: Buffer | string): void {
    this.written.set(key(name), { name, bytes: typeof content === "string" ? Buffer.from(content, "utf8") : content });
  }

  /** Writes a part for good: it is packed while others are still worked on, and its bytes need not be kept. */
  close(name: string, bytes: Buffer): void {
    const packed = packEntry(name, bytes, this.byName.get(key(name)));
    packed.catch(() => undefined);
    this.written.delete(key(name));
    this.closed.set(key(name), packed);
  }

  /** A sheet part, cut above and below its rows of data. */
  async sheet(name: string, firstDataRow: number): Promise<SheetPieces> {
    const held = this.pieces?.get(key(name));
    if (held?.firstDataRow === firstDataRow) return held;
    return cutSheet(held ? joined(held) : await this.bytes(name), firstDataRow);
  }

  closeSheet(name: string, sheet: SheetPieces): void {
    const packed = packPieces(
      name,
      [sheet.head, ...sheet.rows.map(({ bytes }) => bytes), sheet.tail],
      this.byName.get(key(name)),
    );
    packed.catch(() => undefined);
    this.written.delete(key(name));
    this.closed.set(key(name), packed);
    this.pieces?.set(key(name), sheet);
  }

  /** The sheets as they are now. */
  get held(): HeldSheets {
    return this.pieces ?? new Map();
  }

  /** The internal relationships of a part ('' for the package itself); none when it has no relationship part. */
  async relationships(part: string): Promise<Relationship[]> {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    const xml = maskMarkup(await this.text(name));
    const found: Relationship[] = [];
    for (const tag of tags(xml)) {
      const text = xml.slice(tag.start, tag.end);
      const [id, type, target] = ["Id", "Type", "Target"].map((field) => unescapeXml(attribute(text, field) ?? ""));
      if (tag.name !== "Relationship" || tag.kind === "close" || attribute(text, "TargetMode") === "External") continue;
      if (id && type && target)
        found.push({ id, type, kind: type.slice(type.lastIndexOf("/") + 1), target: this.resolve(part, target) });
    }
    return found;
  }

  private resolve(part: string, target: string): string {
    const name = posix.join(target.startsWith("/") ? "" : posix.dirname(part), target.replaceAll("\\", "/")).replace(/^\//, "");
    if (this.has(name)) return name;
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  }

  /** The package with its changes: old parts in their order, then the new ones. */
  async pack(): Promise<Buffer> {
    for (const { name, bytes } of [...this.written.values()]) this.close(name, bytes);
    const added = [...this.closed.keys()].filter((name) => !this.byName.has(name));
    const old = this.entries.map((entry) => this.closed.get(key(entry.name)) ?? entry);
    return writeZip(await Promise.all([...old, ...added.map((name) => this.closed.get(name) as Promise<ZipEntry>)]));
  }
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
