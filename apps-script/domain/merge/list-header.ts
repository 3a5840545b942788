import { headerOf } from "../people/aliases";
import { LONGEST } from "../schema/column";
import { CLASS_TITLE, titleOfColumn } from "../schema/unit-columns";
import { cutTo } from "../snapshot/text-length";
import { textOf, type Value } from "../snapshot/value";
import type { CellRange, TableRow } from "./table-file";
import { VALIDITY, validityEnd, validityHeader } from "./validity-columns";

/**
 * A column of a list: `header` as written (the lines of a split header joined by a blank), `title` the column of 名册
 * it stands for. A column that means what a better one already means is its `twin` and is not taken.
 */
export interface ListColumn {
  readonly index: number;
  readonly header: string;
  readonly title: string | null;
  readonly twin: string | null;
  /** Columns to the right under the same header, that name nothing of their own. */
  readonly beside: readonly number[];
}

export interface ListHeader {
  readonly columns: readonly ListColumn[];
  /** How many rows, from the one asked about, the header takes. */
  readonly lines: number;
}

const NAME = titleOfColumn("name");
const ID = titleOfColumn("idNumber");
/** Known, yet no sign that a row is a header. */
const WEAK_TITLES: readonly string[] = [titleOfColumn("note"), CLASS_TITLE];
const MOST_LINES = 3;
/** Spellings that give way when another column of the list means the same: 职务 is mostly an office, 电话 a landline. */
const WEAK_SPELLINGS: ReadonlySet<string> = new Set(
  "职务 岗位 电话 电话号码 联系电话 联系方式 单位 类别 证号 有效期 有效期限 学员 身份证 说明".split(" "),
);

/** The header that begins at `rows[start]`, over one to three lines; `null` when there is none. */
export function headerAt(rows: readonly TableRow[], start: number, merges: readonly CellRange[] = []): ListHeader | null {
  const first = rows[start];
  if (!first || !mayBeHeader(first)) return null;
  let best = headerOver([first], merges);
  let isHeader = qualifies(best);
  if (!isHeader && known(best).size === 0) return null;
  let lines = 1;
  for (let count = 2; count <= MOST_LINES; count++) {
    const next = rows[start + count - 1];
    if (!next || next.at !== first.at + count - 1 || !mayBeHeader(next) || !continues(best, next)) break;
    if (!isHeader && qualifies(headerOver([next], merges))) break;
    const wider = headerOver(rows.slice(start, start + count), merges);
    if (known(wider).size > known(best).size || (isHeader && isLowerLine(first, next, wider, merges))) {
      best = wider;
      lines = count;
      isHeader = qualifies(best);
    }
  }
  return isHeader ? { columns: settled(best), lines } : null;
}

/** The column of 名册 that a single word of a header stands for. */
export const nameOf = (cell: Value | undefined): string | null => headerOf(cell ?? null);

/** The columns of 名册 that some lines of a header stand for. */
export function titlesUnder(rows: readonly TableRow[], merges: readonly CellRange[]): ReadonlySet<string> {
  return known(headerOver(rows, merges));
}

/** Whether two headers are the same columns, so that the lower one only repeats the upper one. */
export function isRepeated(header: ListHeader, upper: ListHeader): boolean {
  const form = ({ columns }: ListHeader): string =>
    JSON.stringify(columns.filter(({ title }) => title !== null).map(({ index, title }) => [index, title]));
  return form(header) === form(upper);
}

interface Candidate {
  readonly index: number;
  readonly header: string;
  readonly title: string | null;
  readonly grouped: boolean;
  /** Its own lowest line says something else than the line above, which alone is known. */
  readonly isByGroup: boolean;
  readonly beside: readonly number[];
}

/** Whether a line belongs to the header above: a cell of the header spans both, or it only parts 有效期限 into its ends. */
function isLowerLine(first: TableRow, next: TableRow, columns: readonly Candidate[], merges: readonly CellRange[]): boolean {
  const written = next.cells.flatMap((cell, index) => (textOf(cell) === "" ? [] : [{ index, text: textOf(cell) }]));
  if (written.length === 0) return false;
  if (merges.some(({ firstRow, lastRow }) => firstRow <= first.at && first.at < lastRow && next.at <= lastRow)) return true;
  return written.every(({ text }) => validityEnd(text) !== null) && columns.some(({ title }) => title === VALIDITY);
}

/** A header has no ids, no phones and no large numbers; digits in a hint ("如20240315") do not count. */
function mayBeHeader(row: TableRow): boolean {
  return row.cells.every((cell) =>
    typeof cell === "number" ? Math.abs(cell) < 1000 : !/^['’A-Z]{0,3}\d{6}/i.test(textOf(cell)),
  );
}

/** A lower line of a header has nothing under 姓名 and 证件号, unless it is the header's own word again. */
function continues(upper: readonly Candidate[], row: TableRow): boolean {
  return upper.every(({ index, title }) => {
    const text = textOf(row.cells[index]);
    return (title !== NAME && title !== ID) || text === "" || headerOf(text) === title;
  });
}

function known(columns: readonly Candidate[]): Set<string> {
  return new Set(columns.flatMap(({ title }) => (title === null ? [] : [title])));
}

function qualifies(columns: readonly Candidate[]): boolean {
  const titles = known(columns);
  const strong = [...titles].filter((title) => title !== NAME && !WEAK_TITLES.includes(title));
  return titles.has(NAME) && (titles.has(ID) || strong.length >= 2);
}

function headerOver(rows: readonly TableRow[], merges: readonly CellRange[]): Candidate[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const columns: Candidate[] = [];
  for (let index = 0; index < width; index++) {
    const own = rows.map((row) => textOf(row.cells[index]));
    const written = own.filter((text) => text !== "");
    const last = written[written.length - 1];
    if (last === undefined) continue;
    const group = rows.length > 1 ? groupText(rows, index, merges) : null;
    const parts = group === null ? written : [group, ...written];
    const header = cutTo(parts.join(" ").replace(/\s+/gu, " "), LONGEST.text);
    const title = titleOver(parts, written[0] ?? "");
    const isByGroup = title !== null && titleOf(last) === null && validityEnd(last) === null && written.length > 1;
    columns.push({ index, header, title, grouped: group !== null, isByGroup, beside: besides(rows, index, merges) });
  }
  return columns;
}

/** What a column is by the lines of its header, the group's word first among `parts`: the lowest line says most. */
function titleOver(parts: readonly string[], top: string): string | null {
  const [first = ""] = parts;
  const last = parts[parts.length - 1] ?? "";
  if (parts.length > 1 && titleOf(first) === VALIDITY) {
    const end = validityEnd(last);
    if (end !== null) return end === "until" ? VALIDITY : null;
  }
  return titleOf(last) ?? titleOf(parts.join("")) ?? titleOf(top);
}

function titleOf(text: Value): string | null {
  const title = headerOf(text);
  return title === null && typeof text === "string" && validityHeader(text) === "until" ? VALIDITY : title;
}

const MOST_BESIDE = 3;

/** The columns right of one that have no word of their own in any line: those of the merged range, else the next ones. */
function besides(rows: readonly TableRow[], index: number, merges: readonly CellRange[]): number[] {
  const range = merges.find(
    ({ firstRow, lastRow, firstColumn }) => firstColumn === index && rows.some(({ at }) => firstRow <= at && at <= lastRow),
  );
  const end = range && range.lastColumn > index ? Math.min(range.lastColumn, index + MOST_BESIDE) : index + MOST_BESIDE;
  const found: number[] = [];
  for (let next = index + 1; next <= end; next++) {
    const lowest = rows.map((row) => textOf(row.cells[next])).filter((text) => text !== "");
    const isShared = range !== undefined && next <= range.lastColumn && rows.length > 1 && titleOf(lowest[0] ?? "") === null;
    if (lowest.length > 0 && !(isShared && validityEnd(lowest[0] ?? "") === null)) break;
    found.push(next);
  }
  return found;
}

/** The word above a lower header cell whose own upper cell is blank: that of the merged range, else the next to the left. */
function groupText(rows: readonly TableRow[], index: number, merges: readonly CellRange[]): string | null {
  const top = rows[0];
  const lower = rows.slice(1).some((row) => textOf(row.cells[index]) !== "");
  if (!top || !lower || textOf(top.cells[index]) !== "") return null;
  const range = merges.find(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= top.at && top.at <= lastRow && firstColumn <= index && index <= lastColumn,
  );
  if (range) return textOf(top.cells[range.firstColumn]) || null;
  for (let left = index - 1; left >= 0; left--) {
    const text = textOf(top.cells[left]);
    if (text === "") continue;
    const title = headerOf(text);
    const isEnd = title === VALIDITY && rows.slice(1).some((row) => validityEnd(textOf(row.cells[index])) !== null);
    return title === null || isEnd ? text : null;
  }
  return null;
}

/** What a header calls somebody's name without being known: 家属姓名. */
const LIKE_NAME = /姓名|名字/u;

/**
 * Where the list ends and another one, or somebody else's data, begins beside it: with a second name, behind the blank column
 * before it if there is one. Only what makes a header of its own before that is a list.
 */
function endOfList(columns: readonly Candidate[]): number {
  const place = columns.findIndex(({ title, header, index }, at) => {
    if (!known(columns.slice(0, at)).has(NAME)) return false;
    const isApart = columns[at - 1]?.index !== index - 1 || columns[at + 1]?.title === ID;
    return title === NAME || (title === null && isApart && LIKE_NAME.test(header));
  });
  if (place < 0) return Number.MAX_SAFE_INTEGER;
  let first = place;
  while (first > 0 && columns[first - 1]?.index === (columns[first]?.index ?? 0) - 1) first--;
  const cut = [first, place].find((at) => qualifies(columns.slice(0, at)));
  return cut === undefined ? Number.MAX_SAFE_INTEGER : (columns[cut]?.index ?? Number.MAX_SAFE_INTEGER);
}

/** Of several columns with one meaning the best spelled stays: the title itself, no weak spelling, no group, leftmost. */
function settled(columns: readonly Candidate[]): ListColumn[] {
  const best = new Map<string, Candidate>();
  const end = endOfList(columns);
  for (const column of columns) {
    if (column.title === null || column.index >= end) continue;
    const other = best.get(column.title);
    if (!other || rank(column) < rank(other)) best.set(column.title, column);
  }
  return columns.map((column) => {
    const isTaken = column.title !== null && best.get(column.title) === column;
    const { index, header, beside } = column;
    const twin = isTaken || column.title === null || !best.has(column.title) ? null : column.title;
    return { index, header, beside, title: isTaken ? column.title : null, twin };
  });
}

function rank({ header, title, grouped, isByGroup }: Candidate): number {
  const spelling = header.replace(/[\s*※:：]+/gu, "").replace(/[（(].*$/su, "");
  return (spelling === title ? 0 : WEAK_SPELLINGS.has(spelling) ? 2 : 1) + (grouped ? 4 : 0) + (isByGroup ? 8 : 0);
}
