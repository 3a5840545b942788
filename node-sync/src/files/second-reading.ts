import { NO_RESULT, type TableSheet } from "../../../apps-script/domain/merge/table-file";
import { addressOf } from "../../../apps-script/domain/snapshot/address";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { foreignLimits, type Limits } from "../xlsx/limits";
import { XlsxPackage } from "../xlsx/package";
import { readParts, type WorkbookParts } from "../xlsx/parts";
import type { ZipEntry } from "../xlsx/patch/zip-read";
import { storedEntry, writeZip } from "../xlsx/patch/zip-write";
import { numberAs } from "../xlsx/serials";
import { legacySheets } from "./legacy";
import type { TableFile } from "./read-table-file";

/** What the first reading of a file said. */
type FirstReading = Pick<TableFile, "file" | "sheets">;

/** Where two readings of a file differ. */
interface Disagreement {
  readonly sheet: string;
  /** Empty when a whole sheet is missing. */
  readonly address: string;
}

/**
 * Reads a .xlsx a second time, through SheetJS, and compares what it says with the first reading. SheetJS gets a copy that
 * holds only the parts with values, without the blank rows at the end, so that a hostile file stays cheap.
 *
 * @returns the first place where the readings differ; `null` when they agree
 * @throws {Error} what SheetJS or the package throws when there is no second reading
 */
export async function secondReading(
  path: string,
  { file, sheets }: FirstReading,
  limits: Limits = foreignLimits,
): Promise<Disagreement | null> {
  const pkg = await XlsxPackage.open(path, limits, file);
  const parts = await readParts(pkg, true);
  const lasts = new Map(sheets.map(({ name, rows }) => [name, rows[rows.length - 1]?.at ?? 0]));
  const { bytes, unnumbered } = await lightCopy(pkg, parts, lasts);
  const found = new Map((await legacySheets(bytes, file, limits)).map((sheet) => [sheet.name, sheet]));
  for (const sheet of sheets.filter(({ isLost }) => !isLost)) {
    const other = found.get(sheet.name);
    if (!other) return { sheet: sheet.name, address: "" };
    const at = differenceOf(sheet, other, unnumbered.has(sheet.name), parts.date1904);
    if (at !== null) return { sheet: sheet.name, address: at };
  }
  return null;
}

/** Rows without a number are counted differently by the two: of a sheet that has some only the order is compared. */
function differenceOf(
  { rows }: TableSheet,
  { rows: others }: TableSheet,
  isUnnumbered: boolean,
  date1904: boolean,
): string | null {
  const [ours, theirs] = [rows, others].map((all) => all.filter(({ cells }) => cells.some((cell) => formOf(cell) !== "")));
  const count = Math.max(ours?.length ?? 0, theirs?.length ?? 0);
  for (let place = 0; place < count; place += 1) {
    const [one, other] = [ours?.[place], theirs?.[place]];
    const at = Math.min(one?.at ?? Number.POSITIVE_INFINITY, other?.at ?? Number.POSITIVE_INFINITY);
    if (!one || !other || (!isUnnumbered && one.at !== other.at)) return addressOf(0, at);
    const width = Math.max(one.cells.length, other.cells.length);
    for (let column = 0; column < width; column += 1) {
      if (!agree(one.cells[column], other.cells[column], date1904)) return addressOf(column, one.at);
    }
  }
  return null;
}

const ERROR = /^#[A-Z0-9/_]+[!?]?$/;

/** Of error values it counts that both are one, as old programs know fewer of them. */
function agree(one: Value | undefined, other: Value | undefined, date1904: boolean): boolean {
  if (one === NO_RESULT) return true;
  const [a, b] = [formOf(one), formOf(other)];
  return a === b || (ERROR.test(a) && ERROR.test(b)) || (typeof one === "string" && isDayOf(one, b, date1904));
}

/** SheetJS has no code for the built-in formats of East Asia, and gives the serial number of what they show as a day. */
function isDayOf(shown: string, serial: string, date1904: boolean): boolean {
  if (!/^\d+(?:\.\d+)?$/.test(serial)) return false;
  return (["date", "ym", "md"] as const).some((kind) => numberAs(kind, Number(serial), date1904) === shown);
}

/** Line ends and blanks around a text are no content. */
function formOf(value: Value | undefined): string {
  return value === null || value === undefined ? "" : String(value).replace(/\r\n?/gu, "\n").trim();
}

const TYPES = /^\[content_types\]\.xml$/;
const FIXED = /^(?:_rels\/\.rels|(?:.*\/)?workbook[^/]*\.xml|(?:.*\/)?_rels\/workbook[^/]*\.rels)$/;

async function lightCopy(
  pkg: XlsxPackage,
  { sheets, sharedStrings, styles }: WorkbookParts,
  lasts: ReadonlyMap<string, number>,
): Promise<{ readonly bytes: Buffer; readonly unnumbered: ReadonlySet<string> }> {
  const unnumbered = new Set<string>();
  const entries: ZipEntry[] = [];
  for (const name of pkg.names.filter((part) => FIXED.test(part))) entries.push(storedEntry(name, await bytesOf(pkg, name)));
  for (const part of [styles, sharedStrings]) {
    if (part !== undefined && pkg.has(part)) entries.push(storedEntry(part, asUtf8(await bytesOf(pkg, part), plainText)));
  }
  for (const { name, part } of sheets) {
    const { bytes, isUnnumbered } = await withoutTail(pkg, part, lasts.get(name) ?? 0);
    if (isUnnumbered) unnumbered.add(name);
    entries.push(storedEntry(part, asUtf8(bytes, plainText)));
  }
  const held = new Set(entries.map(({ name }) => name.toLowerCase()));
  for (const name of pkg.names.filter((part) => TYPES.test(part)))
    entries.push(
      storedEntry(
        name,
        asUtf8(await bytesOf(pkg, name), (xml) => withoutAbsent(xml, held)),
      ),
    );
  return { bytes: writeZip(entries), unnumbered };
}

/** The list of parts without those that the copy leaves out: SheetJS opens what is listed, such as the metadata of new functions. */
function withoutAbsent(types: string, held: ReadonlySet<string>): string {
  return types.replace(/<(?:\w{1,20}:)?Override\s[^<>]{0,2000}\/>/gu, (element) => {
    const part = /\sPartName\s{0,9}=\s{0,9}["']\/?([^"']{1,500})/u.exec(element)?.[1];
    return part === undefined || held.has(part.toLowerCase()) ? element : "";
  });
}

async function bytesOf(pkg: XlsxPackage, part: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of pkg.chunks(part)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A part in another encoding stays as it is. */
function asUtf8(bytes: Buffer, change: (text: string) => string): Buffer {
  const head = bytes.toString("latin1", 0, 200);
  const isOther = /^(?:\xfe\xff|\xff\xfe|\0)/u.test(head) || /^[^>]*encoding\s*=\s*["'](?!utf-?8["'])/iu.test(head);
  return isOther ? bytes : Buffer.from(change(bytes.toString("utf8")), "utf8");
}

function plainText(xml: string): string {
  return withoutStruck(wholeCharacters(xml));
}

/** SheetJS reads text that is struck out, which the first reading leaves out. */
function withoutStruck(xml: string): string {
  if (!xml.includes("strike")) return xml;
  const kept = xml.split(/(?<=<\/(?:\w{1,20}:)?r>)/u).map((part) => {
    const prefix = /<\/((?:\w{1,20}:)?)r>$/u.exec(part.slice(-30))?.[1];
    const start = prefix === undefined ? -1 : part.lastIndexOf(`<${prefix}r>`);
    return start >= 0 && isStruck(part.slice(start)) ? part.slice(0, start) : part;
  });
  return kept.join("");
}

function isStruck(run: string): boolean {
  const [found, value = "1"] = /<(?:\w{1,20}:)?strike(?:\s{1,5}val\s{0,5}=\s{0,5}["'](\w{0,9})["'])?\s{0,5}\/?>/u.exec(run) ?? [];
  return found !== undefined && !["0", "false", "off"].includes(value);
}

/** SheetJS cuts a character reference beyond U+FFFF in half; here the character stands for itself. */
function wholeCharacters(xml: string): string {
  return xml.replace(/&#(?:x([0-9a-f]{5,6})|([0-9]{5,7}));/giu, (written, hex?: string, digits?: string) => {
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

const ROW = /<(\w+:)?row(?=[\s/>])([^>]*)>/gu;

/** A sheet up to its last row with a value; of what stands after it nothing is inflated. */
async function withoutTail(
  pkg: XlsxPackage,
  part: string,
  last: number,
): Promise<{ readonly bytes: Buffer; readonly isUnnumbered: boolean }> {
  const chunks: Buffer[] = [];
  let isUnnumbered = false;
  /** Bytes from `from` on, one character each, back to a tag that may go on in the next chunk. */
  let window = "";
  let from = 0;
  for await (const chunk of pkg.chunks(part)) {
    chunks.push(chunk);
    window += chunk.toString("latin1");
    for (const { index, 1: prefix = "", 2: attributes = "" } of window.matchAll(ROW)) {
      const at = /\sr\s*=\s*["']\s*(\d+)/u.exec(attributes)?.[1];
      if (at === undefined) isUnnumbered = true;
      else if (!isUnnumbered && Number(at) > last) {
        const head = Buffer.concat(chunks).subarray(0, from + index);
        return { bytes: Buffer.concat([head, Buffer.from(`</${prefix}sheetData></${prefix}worksheet>`)]), isUnnumbered };
      }
    }
    const open = Math.max(0, window.lastIndexOf("<"));
    from += open;
    window = window.slice(open);
  }
  return { bytes: Buffer.concat(chunks), isUnnumbered };
}
