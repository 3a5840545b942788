import type { Block, Fact, FactsBlock, TableBlock, TextBlock } from "../../../../apps-script/domain/views/papers/paper";
import { labelOf, nothingToShow } from "../../../../apps-script/domain/wording/drawn-paper";
import { columnEdges, shares } from "./edges";
import { cellLook, HEADING, LABEL, TEXT, totalLook, WRITTEN_ON } from "./looks";
import { heightOf, widthOf } from "./measures";
import type { SheetWriter, Span } from "./sheet-writer";
import { writeSlips } from "./slips";

const [LINE, HEADING_LINE] = [8, 9];

export function writeBlock(out: SheetWriter, block: Block, width: number): void {
  if (block.kind === "table") writeTable(out, block, width);
  else if (block.kind === "facts") writeFacts(out, block, width);
  else if (block.kind === "slips") writeSlips(out, block, width);
  else writeText(out, block);
}

/** Headings, with a line of groups above them where there are any, then a row for each row, as high as what stands in it needs. */
function writeTable(out: SheetWriter, block: TableBlock, width: number): void {
  const { columns, rows, rowHeight, total } = block;
  const edges = columnEdges(columns, width);
  const spans = columns.map((_, at) => out.between(edges[at] ?? 0, edges[at + 1] ?? width));
  writeHeadings(out, block, spans);
  const writeRow = (cells: TableBlock["rows"][number], isTotal: boolean): void => {
    out.next(rowHeight);
    columns.forEach((column, at) => {
      const span = spans[at] ?? out.whole;
      const value = cells[at] ?? null;
      const look = cellLook(column, typeof value === "number");
      out.put(span, value, isTotal ? totalLook(look) : look);
      if (typeof value === "string" && column.kind === "text") out.grow(heightOf(value, out.widthOf(span)));
    });
  };
  for (const row of rows) writeRow(row, false);
  if (rows.length === 0) {
    out.next(rowHeight);
    out.put(out.whole, nothingToShow, { ...HEADING, fill: { type: "pattern", pattern: "none" } });
  }
  if (total) writeRow(total, true);
  out.next(LINE / 2);
}

/** How many rows the headings of a table take. */
export function headingRows({ columns }: TableBlock): number {
  return columns.some(({ group }) => group !== undefined) ? 2 : 1;
}

function writeHeadings(out: SheetWriter, block: TableBlock, spans: readonly Span[]): void {
  const { columns } = block;
  const hasGroups = headingRows(block) === 2;
  out.next(HEADING_LINE);
  if (hasGroups) {
    for (let at = 0; at < columns.length; at += 1) {
      const { group, title } = columns[at] ?? {};
      let end = at;
      while (group !== undefined && columns[end + 1]?.group === group) end += 1;
      const span = { first: spans[at]?.first ?? 1, last: spans[end]?.last ?? 1 };
      if (group === undefined) out.put(span, title ?? null, HEADING, 2);
      else out.put(span, group, HEADING);
      at = end;
    }
    out.next(HEADING_LINE);
  }
  columns.forEach(({ title, group }, at) => {
    const span = spans[at] ?? out.whole;
    if (!hasGroups || group !== undefined) out.put(span, title, HEADING);
    out.grow(heightOf(title, out.widthOf(span)) / (hasGroups && group === undefined ? 2 : 1));
  });
}

export function writeFacts(out: SheetWriter, { facts, across }: Omit<FactsBlock, "kind">, width: number): void {
  const places = shares(across, width, 0).map(([left, right]) => out.between(left, right));
  for (let first = 0; first < facts.length; first += across) {
    out.next(LINE);
    facts.slice(first, first + across).forEach((fact, at) => {
      writeFact(out, fact, places[at] ?? out.whole);
    });
  }
}

/** A label with what is known, or with a line to write on. */
function writeFact(out: SheetWriter, { label, value }: Fact, span: Span): void {
  const name = labelOf(label);
  if (value !== null) {
    const text = `${name}${value}`;
    out.put(span, text, TEXT);
    out.grow(heightOf(text, out.widthOf(span)));
    return;
  }
  let last = span.first;
  while (last < span.last - 1 && out.widthOf({ first: span.first, last }) < widthOf(name) + 2) last += 1;
  if (last === span.last) {
    out.put(span, name, WRITTEN_ON);
    return;
  }
  out.put({ first: span.first, last }, name, LABEL);
  out.put({ first: last + 1, last: span.last }, null, WRITTEN_ON);
  out.grow(heightOf(name, out.widthOf({ first: span.first, last })));
}

function writeText(out: SheetWriter, { paragraphs }: TextBlock): void {
  for (const text of paragraphs) {
    out.next(LINE);
    out.put(out.whole, text, TEXT);
    out.grow(heightOf(text, out.widthOf(out.whole)));
  }
}
