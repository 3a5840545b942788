import { type Area, parseArea, withBottom } from "./a1";
import { splice } from "./grow";
import { cellsOf, nextRow, type RowSpan, type SheetText } from "./row-scan";
import type { SheetEdit } from "./sheet-edits";
import { attribute, maskMarkup, type Tag, tags, withAttribute } from "./xml-scan";

/** A totals row that makes room: it stood in row `from` and stands `by` rows further down. */
export interface MovedTotals {
  readonly from: number;
  readonly by: number;
}

/** The range of a table that ends with one totals row; undefined for any other. */
export function totalsOf(tableXml: string): Area | undefined {
  const tag = [...tags(tableXml)].find(({ name }) => name === "table");
  const text = tag === undefined ? "" : tableXml.slice(tag.start, tag.end);
  return attribute(text, "totalsRowCount") === "1" ? parseArea(attribute(text, "ref") ?? "") : undefined;
}

/**
 * New rows right below a table's totals row belong into the table: as in Excel the totals row goes down, and they stand where
 * it stood. Only where nothing else stands below it.
 *
 * @param xml the sheet part, one character a byte
 * @returns undefined when there is nothing to move
 */
export function withTotalsMoved(
  xml: string,
  edit: SheetEdit,
  table: Area,
): { readonly xml: string; readonly edit: SheetEdit; readonly moved: MovedTotals } | undefined {
  const below = edit.cells.filter(({ row, value }) => row > table.bottom && value !== null);
  const by = new Set(below.map(({ row }) => row)).size;
  const last = below.reduce((most, { row }) => Math.max(most, row), table.bottom);
  if (by === 0 || last !== table.bottom + by || edit.cells.some(({ row }) => row === table.bottom)) return undefined;
  const rows = rowsFrom(xml, table.bottom);
  const moved = { from: table.bottom, by };
  if (rows === undefined) return undefined;
  const { sheet, totals, blank } = rows;
  const gone = blank.filter(({ row }) => row <= last);
  const end = gone.at(-1)?.end ?? totals.end;
  const head = splice(xml.slice(0, totals.start), dimension(sheet.scan.slice(0, totals.start), xml, moved));
  const tail = xml.slice(end);
  const cells = edit.cells.map((cell) => (cell.row > table.bottom ? { ...cell, row: cell.row - 1 } : cell));
  return {
    xml: head + movedRow(sheet, totals, moved) + splice(tail, mergesOf(sheet.scan.slice(end), tail, moved)),
    edit: { ...edit, cells },
    moved,
  };
}

/** The totals row and the rows below it; undefined when one of these holds anything, or there is no totals row. */
function rowsFrom(xml: string, at: number): { sheet: SheetText; totals: RowSpan; blank: RowSpan[] } | undefined {
  const scan = maskMarkup(xml);
  const data = [...dataTag(scan)][0];
  if (data === undefined || data.kind === "empty") return undefined;
  const sheet = { title: "", xml, scan, prefix: data.prefix };
  const value = new RegExp(`<${data.prefix}(?:v|is|f)[\\s/>]`);
  const close = scan.lastIndexOf(`</${data.prefix}sheetData`);
  let totals: RowSpan | undefined;
  const blank: RowSpan[] = [];
  for (let row = nextRow(sheet, data.end, close, 0); row !== undefined; row = nextRow(sheet, row.end, close, row.row)) {
    if (row.row === at) totals = row;
    else if (row.row > at && value.test(scan.slice(row.open, row.close))) return undefined;
    else if (row.row > at) blank.push(row);
  }
  return totals && { sheet, totals, blank };
}

function* dataTag(scan: string): Generator<Tag> {
  for (const tag of tags(scan)) {
    if (tag.name !== "sheetData") continue;
    yield tag;
    return;
  }
}

function movedRow(sheet: SheetText, totals: RowSpan, moved: MovedTotals): string {
  const { xml } = sheet;
  const to = moved.from + moved.by;
  const changes = cellsOf(sheet, totals).map(({ start, open, end }) => {
    const tag = xml.slice(start, open);
    const name = attribute(tag, "r")?.replace(/\d{1,7}$/, String(to));
    const text = (name === undefined ? tag : withAttribute(tag, "r", name)) + movedFormula(xml.slice(open, end), moved);
    return { start, end, text };
  });
  const tag = {
    start: totals.start,
    end: totals.open,
    text: withAttribute(xml.slice(totals.start, totals.open), "r", String(to)),
  };
  const row = splice(xml.slice(0, totals.end), [tag, ...changes]);
  return row.slice(totals.start);
}

/** Ranges of a total that end with the last row above it take in the new rows, as they do in Excel. */
function movedFormula(body: string, { from, by }: MovedTotals): string {
  return body.replace(/(<(?:\w{1,9}:)?f\b[^<>]*>)([^<]*)/, (_, tag: string, formula: string) => {
    const ref = parseArea(attribute(tag, "ref") ?? "");
    const opened = ref ? withAttribute(tag, "ref", (attribute(tag, "ref") ?? "").replace(/\d+/g, String(from + by))) : tag;
    const grown = formula.replace(
      /(?<![\w!\]])(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?)(\d+)(?![\w(])/g,
      (all, range: string, row: string) => (Number(row) === from - 1 ? range + String(from - 1 + by) : all),
    );
    return opened + grown;
  });
}

type Change = { readonly start: number; readonly end: number; readonly text: string };

function dimension(scan: string, xml: string, { from, by }: MovedTotals): Change[] {
  return changed(scan, xml, "dimension", (text) => (parseArea(text)?.bottom === from ? withBottom(text, from + by) : text));
}

/** Cells that were merged inside the totals row. */
function mergesOf(scan: string, xml: string, { from, by }: MovedTotals): Change[] {
  return changed(scan, xml, "mergeCell", (text) => {
    const area = parseArea(text);
    return area?.top === from && area.bottom === from ? text.replace(/\d+/g, String(from + by)) : text;
  });
}

function changed(scan: string, xml: string, name: string, change: (ref: string) => string): Change[] {
  return [...tags(scan)].flatMap((tag) => {
    if (tag.name !== name || tag.kind === "close") return [];
    const text = xml.slice(tag.start, tag.end);
    const ref = attribute(text, "ref") ?? "";
    return change(ref) === ref ? [] : [{ start: tag.start, end: tag.end, text: withAttribute(text, "ref", change(ref)) }];
  });
}
