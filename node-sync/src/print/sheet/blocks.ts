import type { Block, Fact, TableBlock, TextBlock } from "../../../../apps-script/domain/views/papers/paper";
import { labelOf, nothingToShow } from "../../../../apps-script/domain/wording/drawn-paper";
import { columnEdges, shares } from "./edges";
import { BEFORE_LINE, cellLook, HEADING, TEXT, totalLook, WRITTEN_ON } from "./looks";
import { fitsIn, heightOf, widthOf } from "./measures";
import type { SheetWriter, Span } from "./sheet-writer";
import { writeSlips } from "./slips";

const [LINE, HEADING_LINE] = [7.5, 8];
/** Mm between the lines above a table and its border, which is no line to write on. */
const ABOVE = 1.5;
/** Mm of the shortest line to write on. */
const WRITING = 15;
/** Mm between two facts of a line. */
const BETWEEN = 3;
/** Mm of a row that every program takes, and a page. */
const HIGHEST = 120;

export function writeBlock(out: SheetWriter, block: Block, width: number): void {
  if (block.kind === "table") writeTable(out, block, width);
  else if (block.kind === "facts") writeFacts(out, block.facts, block.across, width);
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
      const look = cellLook(column, value);
      out.put(span, value, isTotal ? totalLook(look) : look);
      if (typeof value === "string" && look.alignment?.wrapText === true) out.grow(heightOf(value, out.widthOf(span)));
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

/** Facts one after the other, as long as there is room in the line. */
export function writeAbove(out: SheetWriter, facts: readonly Fact[]): void {
  let first = out.whole.last + 1;
  for (const fact of facts) {
    let span = spanFor(out, fact, first);
    if (span === null) {
      out.next(LINE);
      span = spanFor(out, fact, 1) ?? out.whole;
    }
    writeFact(out, fact, span);
    first = span.last + 1;
  }
  if (facts.length > 0) out.next(ABOVE);
}

/** The cells from a column on that a fact needs; `null` where there are not as many. */
function spanFor(out: SheetWriter, fact: Fact, first: number): Span | null {
  for (let { last } = { last: first }; last <= out.whole.last; last += 1)
    if (hasRoom(fact, out.widthOf({ first, last }) - BETWEEN)) return { first, last };
  return null;
}

const hasRoom = ({ label, value }: Fact, width: number): boolean =>
  value === null ? fitsIn(labelOf(label), width - WRITING) : fitsIn(`${labelOf(label)}${value}`, width);

/** Facts below each other, as many of them side by side as fit. @param most of them in a line */
function writeFacts(out: SheetWriter, facts: readonly Fact[], most: number, width: number): void {
  const places = placesOf(out, facts, most, width);
  for (let first = 0; first < facts.length; first += places.length) {
    out.next(LINE);
    facts.slice(first, first + places.length).forEach((fact, at) => {
      writeFact(out, fact, places[at] ?? out.whole);
    });
  }
}

/** Cells for each fact of a line: apart from each other, and wide enough for all facts. */
function placesOf(out: SheetWriter, facts: readonly Fact[], most: number, width: number): readonly Span[] {
  if (most <= 1) return [out.whole];
  const places = shares(most, width, 0).map(([left, right]) => out.between(left, right));
  const areApart = places.every(({ first }, at) => first > (places[at - 1]?.last ?? 0));
  const isRoom = facts.every((fact, at) => hasRoom(fact, out.widthOf(places[at % most] ?? out.whole)));
  return areApart && isRoom ? places : placesOf(out, facts, most - 1, width);
}

/** A label with what is known, or with a line to write on. */
function writeFact(out: SheetWriter, { label, value }: Fact, span: Span): void {
  const name = labelOf(label);
  if (value !== null) {
    const text = `${name}${value}`;
    out.put(span, text, BEFORE_LINE);
    out.grow(heightOf(text, out.widthOf(span)));
    return;
  }
  let last = span.first;
  while (last < span.last - 1 && out.widthOf({ first: span.first, last }) < widthOf(name) + 3) last += 1;
  if (last === span.last) {
    out.put(span, name, WRITTEN_ON);
    return;
  }
  out.put({ first: span.first, last }, name, BEFORE_LINE);
  out.put({ first: last + 1, last: span.last }, null, WRITTEN_ON);
  out.grow(heightOf(name, out.widthOf({ first: span.first, last })));
}

function writeText(out: SheetWriter, { paragraphs }: TextBlock): void {
  for (const text of paragraphs.flatMap((paragraph) => inRows(paragraph, out.widthOf(out.whole)))) {
    out.next(LINE);
    out.put(out.whole, text, TEXT);
    out.grow(heightOf(text, out.widthOf(out.whole)));
  }
}

/** Where a line may end. */
const MARK = /[、，。；]/u;

/** A text in pieces of which none is too high for a row, cut after a mark where there is one. */
function inRows(text: string, width: number): readonly string[] {
  if (heightOf(text, width) <= HIGHEST) return [text];
  const signs = [...text];
  const half = Math.ceil(signs.length / 2);
  const mark = signs.findIndex((sign, at) => at >= half && MARK.test(sign));
  const end = mark < 0 || mark === signs.length - 1 ? half : mark + 1;
  return [signs.slice(0, end), signs.slice(end)].flatMap((piece) => inRows(piece.join(""), width));
}
