import { headerOf } from "../people/aliases";
import { englishHeader } from "../people/english-headers";
import { LONGEST } from "../schema/column";
import { cutTo } from "../snapshot/text-length";
import { textOf, type Value } from "../snapshot/value";
import { withWholeNames } from "./split-names";
import type { CellRange, TableRow } from "./table-file";
import { VALIDITY, validityEnd, validityHeader } from "./validity-columns";

/** A column of what may be a header, before it is known which of several with one meaning is taken. */
export interface Candidate {
  readonly index: number;
  readonly header: string;
  readonly title: string | null;
  readonly grouped: boolean;
  /** Its own lowest line says something else than the line above, which alone is known. */
  readonly isByGroup: boolean;
  readonly beside: readonly number[];
  /** What stands lowest in it. */
  readonly word: string;
  readonly given?: number;
}

/** What the columns of some lines stand for. */
export function known(columns: readonly Candidate[]): Set<string> {
  return new Set(columns.flatMap(({ title }) => (title === null ? [] : [title])));
}

/** The columns under some lines of a header, which are no longer than a header's are. */
export function headerOver(rows: readonly TableRow[], merges: readonly CellRange[]): readonly Candidate[] {
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
    const beside = besides(rows, index, merges);
    columns.push({ index, header, title, grouped: group !== null, isByGroup, beside, word: last });
  }
  return withEnglish(withWholeNames(columns, ({ word }) => word));
}

/** Headers in English count for what no Chinese one says: beside 姓名, "Name" is the name in other letters. */
function withEnglish(columns: readonly Candidate[]): readonly Candidate[] {
  const titles = known(columns);
  return columns.map((column) => {
    const title = column.title === null ? englishHeader(column.word) : null;
    return title === null || titles.has(title) ? column : { ...column, title };
  });
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
