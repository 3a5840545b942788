import { type StatedKind, type StatedPost, statedKind, statedPost } from "../people/stated-post";
import { titleOfColumn } from "../schema/unit-columns";
import { type RowSort, sortOf } from "../snapshot/row-sort";
import { presentValue, type Value } from "../snapshot/value";
import { headerAt, isRepeated, type ListColumn, type ListHeader } from "./list-header";
import { glanceAt, isStray, MOST_TITLES, sectionIn, textsOf, titleIn } from "./list-lines";
import { type StatedUnit, statedUnit } from "./stated-unit";
import { isStruckOut, withoutStruck } from "./struck-out";
import { addressOf, type CellRange, type TableRow, type TableSheet } from "./table-file";
import { settleValidity } from "./validity-columns";

/** A person's row of a list. In `cells` vertically merged cells and 同上 hold what they stand for; `own` is the row as it is. */
export interface ListRow {
  readonly at: number;
  readonly cells: readonly Value[];
  readonly own: readonly Value[];
  /** The unit named outside the list, for lists without a column 工作单位. */
  readonly unit: StatedUnit | null;
  /** The post that the sheet's name, a title or a line between names, for rows without one. */
  readonly post: StatedPost | null;
  /** The 申报类型 that a line between names, for rows without one. */
  readonly kind: StatedKind | null;
}

/** A row that is no person's: why it was passed over, and how it begins. */
export interface SkippedRow {
  readonly at: number;
  readonly why: Exclude<RowSort, "data"> | "title" | "header" | "struck" | "stray";
  readonly text: string;
}

/** One block of people under one header. Every row with a value is in `rows` or in `skipped`. */
export interface RecognisedList {
  readonly sheet: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly skipped: readonly SkippedRow[];
  /** The lines right above its header that read like a title. */
  readonly titles: readonly string[];
  /** Columns under one 有效期限 of which nothing says which is the last day: none of them is taken. */
  readonly parted: readonly ListColumn[];
}

interface OpenList {
  readonly sheet: string;
  readonly header: ListHeader;
  readonly rows: ListRow[];
  readonly skipped: SkippedRow[];
  readonly titles: readonly string[];
}

const DITTO = /^(?:同上|上同|〃|″|"|“|”|''|′′)$/u;

/** The blocks of people of one sheet, or of one half of it, from above to below. */
export function listsOf(sheet: TableSheet): RecognisedList[] {
  const { rows, merges = [] } = sheet;
  const vertical = verticalMerges(sheet);
  const lists: OpenList[] = [];
  let pending: SkippedRow[] = [];
  let titles: string[] = [];
  let unit: StatedUnit | null = null;
  let later: StatedUnit | null = null;
  let post = statedPost(sheet.name, "");
  let kind: StatedKind | null = null;
  let list: OpenList | undefined;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    if (!row) continue;
    const header = headerAt(rows, place, merges);
    if (header) {
      unit = later ?? unit;
      later = null;
      if (list) takeTitleBack(list, row.at);
      if (!list || !isRepeated(header, list.header)) {
        list = { sheet: sheet.name, header, rows: [], skipped: [], titles };
        lists.push(list);
      }
      titles = [];
      for (const line of pending) list.skipped.push(line);
      for (const line of rows.slice(place, place + header.lines)) list.skipped.push(skippedRow(line, "header"));
      pending = [];
      place += header.lines - 1;
      continue;
    }
    const sort = list ? sortOf(textsOf(row), textsByTitle(row, list.header)) : "title";
    if (list && sort === "data" && isStray(row, list.rows[list.rows.length - 1])) {
      list.skipped.push(skippedRow(row, "stray"));
      continue;
    }
    if (list && sort === "data") {
      titles = [];
      const { columns } = list.header;
      const said = withoutStruck(row, columns);
      if (isStruckOut(row, columns)) list.skipped.push({ at: row.at, why: "struck", text: nameIn(row, list.header) });
      else list.rows.push({ at: row.at, cells: wholeCells(said, list, vertical), own: said.cells, unit, post, kind });
      continue;
    }
    later = statedUnit(row) ?? later;
    if (sort === "note" || sort === "title") {
      post = sectionIn(row, statedPost) ?? post;
      kind = sectionIn(row, statedKind) ?? kind;
    }
    titles = [...titles, ...titleIn(row)].slice(-MOST_TITLES);
    (list ? list.skipped : pending).push(skippedRow(row, sort === "data" ? "note" : sort));
  }
  return lists.map(({ header, ...rest }) => ({
    sheet: rest.sheet,
    ...settleValidity(header.columns, rest.rows),
    rows: rest.rows.map((row) => (row.unit === null && later !== null && lists.length === 1 ? { ...row, unit: later } : row)),
    skipped: rest.skipped,
    titles: rest.titles,
  }));
}

/** A line with a single cell right above the next header is that list's title, not the last person of this one. */
function takeTitleBack(list: OpenList, header: number): void {
  const last = list.rows[list.rows.length - 1];
  if (!last || last.at !== header - 1 || textsOf(last).filter((text) => text !== "").length !== 1) return;
  list.rows.pop();
  list.skipped.push(skippedRow(last, "title"));
}

function skippedRow(row: Pick<TableRow, "at" | "cells">, why: SkippedRow["why"]): SkippedRow {
  const text = textsOf(row).find((cell) => cell !== "") ?? "";
  return { at: row.at, why, text: [...text].slice(0, 20).join("") };
}

function nameIn(row: TableRow, header: ListHeader): string {
  return textsByTitle(row, header).get(titleOfColumn("name")) ?? "";
}

function textsByTitle(row: TableRow, header: ListHeader): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { index, title } of header.columns) if (title !== null) texts.set(title, glanceAt(row.cells[index]));
  return texts;
}

/** Cell address → value of the vertically merged range it lies in, for cells below the range's first row. */
function verticalMerges({ rows, merges = [] }: TableSheet): Map<string, Value> {
  const byRow = new Map(rows.map((row) => [row.at, row]));
  const values = new Map<string, Value>();
  const last = rows[rows.length - 1]?.at ?? 0;
  for (const { firstRow, lastRow, firstColumn } of merges.filter(isVertical)) {
    const value = byRow.get(firstRow)?.cells[firstColumn] ?? null;
    if (value === null) continue;
    for (let at = firstRow + 1; at <= Math.min(lastRow, last); at++) values.set(addressOf(firstColumn, at), value);
  }
  return values;
}

const isVertical = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean =>
  lastRow > firstRow && firstColumn === lastColumn;

function wholeCells(row: TableRow, list: OpenList, vertical: ReadonlyMap<string, Value>): readonly Value[] {
  const above = list.rows[list.rows.length - 1];
  const width = list.header.columns.reduce((most, { index }) => Math.max(most, index + 1), row.cells.length);
  const whole = Array.from({ length: width }, (_all, index) => {
    const own = presentValue(row.cells[index]) ?? vertical.get(addressOf(index, row.at)) ?? null;
    return typeof own === "string" && DITTO.test(own.trim()) ? (above?.cells[index] ?? null) : own;
  });
  // One array for both where they say the same: thousands of files are held at a time.
  return whole.every((value, index) => value === (row.cells[index] ?? null)) ? row.cells : whole;
}
