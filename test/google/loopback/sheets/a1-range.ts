import { type Area, a1Of, columnLetters, columnNumber } from "../../workbook/area";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";

/** Cells of one sheet, within its grid. */
export interface Place {
  readonly sheet: SheetModel;
  readonly area: Area;
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

/**
 * A range of the values methods. Ends past the grid are cut off; a start past the grid is refused.
 * https://developers.google.com/workspace/sheets/api/guides/concepts#expandable-1
 */
export function placeOf(book: InMemoryWorkbook, text: string): Place {
  const { title, cells } = split(text);
  if (title !== null) {
    const sheet = sheetCalled(book, title);
    if (!sheet) throw unparsable(text);
    return cells === null ? { sheet, area: wholeOf(sheet) } : within(sheet, cells, text);
  }
  const [named] = book.namedAreas.filter(({ name, areas }) => same(name, text) && areas.length > 0);
  if (named) return placeOfName(book, named.sheetId, named.areas[0], text);
  const first = book.sheets.find(({ hidden }) => !hidden);
  if (first && cornersOf(text)) return within(first, text, text);
  const sheet = sheetCalled(book, text);
  if (!sheet) throw unparsable(text);
  return { sheet, area: wholeOf(sheet) };
}

/** `Sheet1!A1:B2`, `'名册'!A1`, as Google writes the range of an answer. */
export function rangeText({ sheet, area }: Place): string {
  return `${quoted(sheet.title)}!${a1Of(area)}`;
}

function quoted(title: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title);
  return isPlain ? title : `'${title.replaceAll("'", "''")}'`;
}

export function exceeds(sheet: SheetModel, cells: string): string {
  const limits = `Max rows: ${sheet.maxRows}, max columns: ${sheet.maxColumns}`;
  return `Range (${quoted(sheet.title)}!${cells}) exceeds grid limits. ${limits}`;
}

export function wholeOf(sheet: SheetModel): Area {
  return { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
}

/** A title that says of its place that it is one: in quotes, or before a `!`. */
function split(text: string): { readonly title: string | null; readonly cells: string | null } {
  const inQuotes = /^'((?:[^']|'')+)'(?:!(.+))?$/s.exec(text);
  if (inQuotes) return { title: (inQuotes[1] ?? "").replaceAll("''", "'"), cells: inQuotes[2] ?? null };
  const bang = text.lastIndexOf("!");
  return bang < 0 ? { title: null, cells: text } : { title: text.slice(0, bang), cells: text.slice(bang + 1) };
}

function within(sheet: SheetModel, cells: string, text: string): Place {
  const corners = cornersOf(cells);
  if (!corners)
    throw /^\s*R\d*C\d*/i.test(cells) ? new NotInLoopback("The loopback doesn't read R1C1 ranges.") : unparsable(text);
  const rows = ordered(corners[0].row, corners[1].row, sheet.maxRows);
  const columns = ordered(corners[0].column, corners[1].column, sheet.maxColumns);
  if (rows[0] > sheet.maxRows || columns[0] > sheet.maxColumns) throw invalid(exceeds(sheet, cellsText(rows, columns, corners)));
  const [lastRow, lastColumn] = [Math.min(rows[1], sheet.maxRows), Math.min(columns[1], sheet.maxColumns)];
  const area = { row: rows[0], column: columns[0], rows: lastRow - rows[0] + 1, columns: lastColumn - columns[0] + 1 };
  return { sheet, area };
}

function cornersOf(cells: string): readonly [Corner, Corner] | null {
  const [from = "", to = from, ...more] = cells.trim().split(":");
  const [start, end] = [cornerOf(from), cornerOf(to)];
  if (!start || !end || more.length > 0) return null;
  if (!cells.includes(":") && (start.row === null || start.column === null)) return null;
  return [start, end];
}

function cornerOf(text: string): Corner | null {
  const parts = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text.trim());
  const [, letters, digits] = parts ?? [];
  if (letters === undefined && digits === undefined) return null;
  return { row: digits === undefined ? null : Number(digits), column: letters === undefined ? null : columnNumber(letters) };
}

/** First and last line; an open end reaches to the end of the grid, but never before the start. */
function ordered(from: number | null, to: number | null, most: number): readonly [number, number] {
  const start = from ?? 1;
  const end = to ?? Math.max(most, start);
  return start <= end ? [start, end] : [end, start];
}

function cellsText(
  rows: readonly [number, number],
  columns: readonly [number, number],
  [, end]: readonly [Corner, Corner],
): string {
  const last = `${end.column === null ? "" : columnLetters(columns[1])}${end.row === null ? "" : rows[1]}`;
  const first = `${columnLetters(columns[0])}${rows[0]}`;
  return first === last ? first : `${first}:${last}`;
}

function placeOfName(book: InMemoryWorkbook, sheetId: number, area: Area | undefined, text: string): Place {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (!sheet || !area) throw unparsable(text);
  return { sheet, area };
}

/** Google looks for titles without regard to case. */
function sheetCalled(book: InMemoryWorkbook, title: string): SheetModel | null {
  return book.sheetTitled(title) ?? book.sheets.find((sheet) => same(sheet.title, title)) ?? null;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function unparsable(text: string): Error {
  return invalid(`Unable to parse range: ${text}`);
}
