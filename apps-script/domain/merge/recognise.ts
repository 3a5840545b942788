import { type StatedKind, type StatedPost, statedKind, statedPost } from "../people/stated-post";
import { titleOfColumn } from "../schema/unit-columns";
import { type RowSort, sortOf } from "../snapshot/row-sort";
import { presentValue, type Value } from "../snapshot/value";
import type { StaffSentence } from "../wording/audience";
import type { Graded } from "../wording/rules";
import { type LeftOutIds, leftOutIds } from "./left-out";
import { headerAt, isRepeated, type ListColumn, type ListHeader } from "./list-header";
import { glanceAt, isStray, MOST_TITLES, sectionIn, textsOf, titleIn } from "./list-lines";
import { sampleSheets } from "./sample-sheets";
import { halvesOf } from "./side-by-side";
import { type StatedUnit, statedUnit } from "./stated-unit";
import { isStruckOut, type StruckOut, struckCells, withoutStruck } from "./struck-out";
import {
  addressOf,
  type BeyondCells,
  boundedSheets,
  type CellRange,
  type TableFile,
  type TableRow,
  type TableSheet,
} from "./table-file";
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

/** A sheet in which no list was found, or a hidden one that holds a list. */
export interface UnlistedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
}

/** What of a visible sheet people may not have seen when they sent it. */
export interface UnseenCells {
  readonly sheet: string;
  /** Rows of people that are hidden, or left out by a filter; they are taken. */
  readonly hiddenRows: readonly number[];
  /** Cells too far right to be read. */
  readonly beyond: BeyondCells | null;
  readonly struck: StruckOut;
}

/** A foreign file, ready to be matched against 名册. */
export interface ForeignFile {
  readonly file: string;
  readonly fingerprint: string;
  readonly lists: readonly RecognisedList[];
  readonly unlisted?: readonly UnlistedSheet[];
  readonly unseen?: readonly UnseenCells[];
  /** Names of sheets that only show how to fill in the others. */
  readonly samples?: readonly string[];
  /** Ids that no list took. */
  readonly leftOut?: readonly LeftOutIds[];
  /** Names of sheets that the file should hold and does not. */
  readonly lost?: readonly string[];
  /** What staff are told of marks of ours that are not true. */
  readonly remark?: (Graded & { readonly message: StaffSentence }) | null;
}

export function foreignFileOf(source: Pick<TableFile, "file" | "fingerprint" | "sheets">): ForeignFile {
  const { file, fingerprint } = source;
  const sheets = boundedSheets(source.sheets);
  const all = recogniseLists(sheets);
  const samples = sampleSheets(all);
  const lists = all.filter(({ sheet }) => !samples.has(sheet));
  const listed = new Set(all.map(({ sheet }) => sheet));
  const unlisted = sheets
    .filter((sheet) => !listed.has(sheet.name) && sheet.rows.length > 0 && (!sheet.hidden || listsOf(sheet).length > 0))
    .map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length }));
  const read = sheets.filter(({ name }) => !samples.has(name));
  const lost = sheets.filter(({ isLost }) => isLost).map(({ name }) => name);
  return {
    file,
    fingerprint,
    lists,
    unlisted,
    samples: [...samples],
    unseen: unseenIn(sheets, lists),
    leftOut: leftOutIds(read, lists),
    lost,
  };
}

function unseenIn(sheets: readonly TableSheet[], lists: readonly RecognisedList[]): UnseenCells[] {
  return sheets.flatMap(({ name, hidden, rows, beyond = null }): UnseenCells[] => {
    if (hidden) return [];
    const hiddenAt = new Set(rows.filter((row) => row.hidden).map(({ at }) => at));
    const taken = lists.flatMap((list) => (list.sheet === name ? list.rows.map(({ at }) => at) : []));
    const hiddenRows = [...new Set(taken)].filter((at) => hiddenAt.has(at));
    const struck = struckIn(
      rows,
      lists.filter(({ sheet }) => sheet === name),
    );
    const isAny = hiddenRows.length + struck.people.length + struck.cells.length > 0 || beyond !== null;
    return isAny ? [{ sheet: name, hiddenRows, beyond, struck }] : [];
  });
}

function struckIn(rows: readonly TableRow[], lists: readonly RecognisedList[]): StruckOut {
  const byNumber = new Map(rows.flatMap((row) => (row.struck ? [[row.at, row] as const] : [])));
  const people = lists.flatMap(({ skipped }) =>
    skipped.flatMap(({ at, why, text }) => (why === "struck" ? [{ at, name: text }] : [])),
  );
  const cells = lists.flatMap((list) =>
    list.rows.flatMap(({ at }) => {
      const row = byNumber.get(at);
      return row ? struckCells(row, list.columns) : [];
    }),
  );
  return { people, cells };
}

/** All lists of the visible sheets, in order. */
export function recogniseLists(sheets: readonly TableSheet[]): RecognisedList[] {
  return sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => halvesOf(sheet).flatMap(listsOf));
}

interface OpenList {
  readonly sheet: string;
  readonly header: ListHeader;
  readonly rows: ListRow[];
  readonly skipped: SkippedRow[];
  readonly titles: readonly string[];
}

const DITTO = /^(?:同上|上同|〃|″|"|“|”|''|′′)$/u;

function listsOf(sheet: TableSheet): RecognisedList[] {
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
