import { headerOf } from "../people/aliases";
import { englishHeader, isWeakEnglish, partOfName } from "../people/english-headers";
import { CLASS_TITLE, titleOfColumn } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import { type Candidate, headerOver, known } from "./header-columns";
import { withNamesBeside } from "./split-names";
import type { CellRange, TableRow } from "./table-file";
import { VALIDITY, validityEnd } from "./validity-columns";

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
  /** The column with 名 where this one holds 姓 alone: `withJoinedNames` makes one name of them. */
  readonly given?: number;
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
/** Of so many people below a header it is asked how their names stand. */
const MOST_PEOPLE = 20;
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
    const isLower = (): boolean => isLowerLine(first, next, wider, merges) || isTranslation(best, next);
    if (known(wider).size > known(best).size || (isHeader && isLower())) {
      best = wider;
      lines = count;
      isHeader = qualifies(best);
    }
  }
  const people = rows.slice(start + lines, start + lines + MOST_PEOPLE);
  return isHeader ? { columns: withNamesBeside(settled(best), people), lines } : null;
}

/** Whether a cell of a header may be one for names, or for a part of them. */
export function isNameHeader(cell: Value | undefined): boolean {
  const text = textOf(cell);
  return (headerOf(cell ?? null) ?? englishHeader(text)) === NAME || partOfName(text) === "surname";
}

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

/** Whether a line belongs to the header above: a cell of the header spans both, or it only parts 有效期限 into its ends. */
function isLowerLine(first: TableRow, next: TableRow, columns: readonly Candidate[], merges: readonly CellRange[]): boolean {
  const written = next.cells.flatMap((cell, index) => (textOf(cell) === "" ? [] : [{ index, text: textOf(cell) }]));
  if (written.length === 0) return false;
  if (merges.some(({ firstRow, lastRow }) => firstRow <= first.at && first.at < lastRow && next.at <= lastRow)) return true;
  return written.every(({ text }) => validityEnd(text) !== null) && columns.some(({ title }) => title === VALIDITY);
}

/** Whether a line says in English once more what the header above says: then nobody's name stands in it. */
function isTranslation(upper: readonly Candidate[], row: TableRow): boolean {
  const titles = new Map(upper.map(({ index, title }) => [index, title]));
  const said = row.cells.flatMap((cell, index) => {
    const title = englishHeader(textOf(cell));
    return title === null ? [] : [titles.get(index) ?? title];
  });
  return (
    said.includes(NAME) &&
    said.length > 1 &&
    row.cells.every((cell, index) => {
      const [upperTitle = null, title] = [titles.get(index), englishHeader(textOf(cell))];
      return title === null || upperTitle === null || title === upperTitle;
    })
  );
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
    if ((title !== NAME && title !== ID) || text === "") return true;
    return headerOf(text) === title || englishHeader(text) === title || (title === NAME && partOfName(text) !== null);
  });
}

function qualifies(columns: readonly Candidate[]): boolean {
  const titles = known(columns);
  const strong = [...titles].filter((title) => title !== NAME && !WEAK_TITLES.includes(title));
  return titles.has(NAME) && (titles.has(ID) || strong.length >= 2);
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
    const { index, header, beside, given } = column;
    const twin = isTaken || column.title === null || !best.has(column.title) ? null : column.title;
    const own = { index, header, beside, title: isTaken ? column.title : null, twin };
    return given === undefined ? own : { ...own, given };
  });
}

function rank({ header, title, grouped, isByGroup }: Candidate): number {
  const spelling = header.replace(/[\s*※:：]+/gu, "").replace(/[（(].*$/su, "");
  const isWeak = WEAK_SPELLINGS.has(spelling) || isWeakEnglish(header);
  return (spelling === title ? 0 : isWeak ? 2 : 1) + (grouped ? 4 : 0) + (isByGroup ? 8 : 0);
}
