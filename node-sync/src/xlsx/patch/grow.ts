import { parseArea, withBottom } from "./a1";
import type { AppendedRows } from "./sheet-rows";
import type { MovedTotals } from "./totals-row";
import { attribute, type Tag, tags, withAttribute } from "./xml-scan";

/**
 * Which kind of range is asked for. `marks` are validations and conditional formats: they grow from the data rows
 * down, never from the header. `tables` are filters and tables: they may be a bare header, and grow only where
 * something was written below their own columns.
 */
type RangeKind = "marks" | "tables";

/** The ranges of one sheet after rows were added right below them; a range that reaches farther stays. */
export class RangeGrowth {
  constructor(
    private readonly appended: AppendedRows,
    private readonly firstDataRow: number,
    private readonly totals?: MovedTotals,
  ) {}

  /** A single range, such as `A1:T100`. */
  range(text: string, kind: RangeKind): string {
    const area = parseArea(text);
    if (area === undefined || area.bottom < (kind === "marks" ? this.firstDataRow : this.firstDataRow - 1)) return text;
    const { from, by } = this.totals ?? { from: 0, by: 0 };
    if (area.bottom === from) return withBottom(text, from + by);
    let { bottom } = area;
    for (let row = this.appended.get(bottom + 1); row !== undefined; row = this.appended.get(bottom + 1)) {
      if (kind === "tables" && (row.right < area.left || row.left > area.right)) break;
      bottom += 1;
    }
    return bottom === area.bottom ? text : withBottom(text, bottom);
  }

  /** A list of ranges with blanks between (`sqref`). */
  ranges(text: string): string {
    return text.replace(/\S+/g, (range) => this.range(range, "marks"));
  }

  /** Ranges with their sheet, such as `名册!$A$1:$T$100`, with commas between; a sheet's name in quotes may have some, too. */
  sheetRanges(text: string): string {
    return text.replace(/(!)([^,!']+)/g, (_, mark: string, range: string) => mark + this.range(range, "tables"));
  }

  /** Whether a table that ended with this totals row grows with it. */
  hasMoved(totals: number): boolean {
    return this.totals?.from === totals;
  }

  /** A row of the sheet that was the last one, as the one that is now. */
  lastRow(row: number): number {
    if (row === this.totals?.from) return row + this.totals.by;
    let last = row;
    while (row >= this.firstDataRow && this.appended.has(last + 1)) last += 1;
    return last;
  }
}

/** Replaces stretches of `xml`, given in order. */
export function splice(xml: string, changes: readonly { start: number; end: number; text: string }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return pieces.join("") + xml.slice(at);
}

/** Elements of the x14 extension whose ranges are in a child `<xm:sqref>`; sparklines have one too and stay. */
const extended = new Set(["conditionalFormatting", "dataValidation"]);

/**
 * The part of a sheet after `<sheetData>`, with the ranges of filters, validations, conditional formats and breaks between columns grown. The filters of
 * custom views are somebody's saved view and stay.
 */
export function growTail(xml: string, scan: string, growth: RangeGrowth): string {
  const changes: { start: number; end: number; text: string }[] = [];
  const set = (tag: Tag, name: string, grow: (text: string) => string): void => {
    const text = xml.slice(tag.start, tag.end);
    const value = attribute(text, name);
    if (value !== undefined && grow(value) !== value) changes.push({ ...tag, text: withAttribute(text, name, grow(value)) });
  };
  let isView = false;
  let isDown = false;
  let owner: string | undefined;
  for (const tag of tags(scan)) {
    if (tag.name === "customSheetViews") isView = tag.kind === "open";
    else if (tag.name === "colBreaks" && !isView) isDown = tag.kind === "open";
    // A break between columns reaches down to the last row on paper; rows count from 0 there.
    else if (tag.name === "brk" && isDown && tag.kind !== "close")
      set(tag, "max", (text) => String(growth.lastRow(Number(text) + 1) - 1));
    else if (tag.name === "autoFilter" && tag.kind !== "close" && !isView)
      set(tag, "ref", (text) => growth.range(text, "tables"));
    else if (extended.has(tag.name)) {
      owner = tag.kind === "open" ? tag.name : undefined;
      if (tag.kind !== "close") set(tag, "sqref", (text) => growth.ranges(text));
    } else if (tag.name === "sqref" && tag.kind === "open" && owner !== undefined) {
      const end = scan.indexOf("<", tag.end);
      changes.push({ start: tag.end, end, text: growth.ranges(xml.slice(tag.end, end)) });
    }
  }
  return splice(xml, changes);
}

/** A table part with its own range and its filter's grown; one with a totals row at its end stays, unless that was moved. */
export function growTable(xml: string, growth: RangeGrowth): string {
  const changes: { start: number; end: number; text: string }[] = [];
  for (const tag of tags(xml)) {
    if (tag.kind === "close" || (tag.name !== "table" && tag.name !== "autoFilter")) continue;
    const text = xml.slice(tag.start, tag.end);
    const bottom = parseArea(attribute(text, "ref") ?? "")?.bottom ?? 0;
    const hasTotals = tag.name === "table" && Number(attribute(text, "totalsRowCount") ?? 0) > 0;
    if (hasTotals && !growth.hasMoved(bottom)) return xml;
    const ref = attribute(text, "ref");
    if (ref !== undefined) changes.push({ ...tag, text: withAttribute(text, "ref", growth.range(ref, "tables")) });
  }
  return splice(xml, changes);
}
