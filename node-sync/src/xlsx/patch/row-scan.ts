import { columnNumber } from "./a1";
import { attribute, tagEnd } from "./xml-scan";

/**
 * The text of a sheet part, one character a byte. `scan` is `xml` with comments and CDATA blanked (same positions);
 * `prefix` is the namespace prefix of its tags with the colon, or ''.
 */
export interface SheetText {
  readonly title: string;
  readonly xml: string;
  readonly scan: string;
  readonly prefix: string;
}

/** A `<row>`: its tag is `[start, open)`, its cells lie in `[open, close)`, the next thing begins at `end`. */
export interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly open: number;
  readonly close: number;
  readonly end: number;
}

/** A `<c>`: its tag is `[start, open)`, all of it `[start, end)`; an empty element has `open === end`. */
export interface CellSpan {
  readonly column: number;
  readonly start: number;
  readonly open: number;
  readonly end: number;
}

const isNameEnd = (code: number): boolean => code === 62 || code === 47 || code === 32 || (code >= 9 && code <= 13);

/** Whether the tag `<prefix:name` begins at `at`. */
function startsTag(scan: string, at: number, opening: string): boolean {
  return scan.startsWith(opening, at) && isNameEnd(scan.charCodeAt(at + opening.length));
}

/** The next place where `opening` (such as `<x:f`) is a whole tag name, or Infinity. */
export function findTag(scan: string, opening: string, from: number): number {
  for (let at = scan.indexOf(opening, from); at >= 0; at = scan.indexOf(opening, at + 1)) {
    if (isNameEnd(scan.charCodeAt(at + opening.length))) return at;
  }
  return Number.POSITIVE_INFINITY;
}

/** The first row at or after `from` and before `to`; a row without `r` is the one after `previous`. */
export function nextRow(sheet: SheetText, from: number, to: number, previous: number): RowSpan | undefined {
  const { scan, prefix } = sheet;
  const start = findTag(scan, `<${prefix}row`, from);
  if (start >= to) return undefined;
  const open = tagEnd(scan, start);
  const given = attribute(scan.slice(start, open), "r");
  const row = given === undefined ? previous + 1 : Number(given);
  if (scan.charCodeAt(open - 2) === 47) return { row, start, open, close: open, end: open };
  const close = Math.min(to, findTag(scan, `</${prefix}row`, open));
  return { row, start, open, close, end: Math.min(to, tagEnd(scan, close)) };
}

/** Whether a row has a cell element at all. */
export function hasCells(sheet: SheetText, row: RowSpan): boolean {
  const at = sheet.scan.indexOf("<", row.open);
  return row.open < row.close && startsTag(sheet.scan, at, `<${sheet.prefix}c`);
}

/** The cells of a row in their order; a cell without `r` stands right of the one before. */
export function cellsOf(sheet: SheetText, row: RowSpan): CellSpan[] {
  const { scan, prefix } = sheet;
  const cells: CellSpan[] = [];
  let column = 0;
  let at = scan.indexOf("<", row.open);
  while (at >= 0 && at < row.close) {
    const open = tagEnd(scan, at);
    if (!startsTag(scan, at, `<${prefix}c`)) {
      at = scan.indexOf("<", open);
      continue;
    }
    const end = scan.charCodeAt(open - 2) === 47 ? open : tagEnd(scan, findTag(scan, `</${prefix}c`, open));
    column = columnOf(scan, at + prefix.length + 2, open) ?? column + 1;
    cells.push({ column, start: at, open, end });
    at = scan.indexOf("<", end);
  }
  return cells;
}

/** The column of the `r` attribute; in nearly every file it comes first, which needs no pattern. */
function columnOf(scan: string, nameEnd: number, open: number): number | undefined {
  if (scan.charCodeAt(nameEnd) === 32 && scan.startsWith('r="', nameEnd + 1)) {
    let column = 0;
    for (let at = nameEnd + 4; scan.charCodeAt(at) >= 65; at += 1) column = column * 26 + (scan.charCodeAt(at) & 31);
    return column;
  }
  const given = attribute(scan.slice(nameEnd, open), "r");
  return given === undefined ? undefined : columnNumber(given.replace(/(?<!\d)\d+$/, ""));
}

/** The style index of a cell tag's text, 0 when it has none. */
export const styleOf = (tagText: string): number => Number(attribute(tagText, "s") ?? 0);
