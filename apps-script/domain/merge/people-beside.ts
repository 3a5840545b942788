import { educationOf, kindOf, postOf } from "../people/aliases";
import { textOf, type Value } from "../snapshot/value";
import { glanceAt } from "./list-lines";
import type { RecognisedList } from "./sheet-lists";
import { addressOf, type TableRow, type TableSheet } from "./table-file";

/** Cells beside the lists of a sheet in which people seem to stand. */
export interface PeopleBeside {
  readonly sheet: string;
  readonly from: string;
  readonly to: string;
}

/** So many different names or numbers make people of a block; one is a remark. */
const LEAST = 2;

/**
 * What looks like another list of people beside those that were recognised, without a header that is known: columns apart from the
 * list's own, or without any header, with several names or mobiles in them. Ids there are told of by `leftOutIds`.
 */
export function peopleBeside(sheets: readonly TableSheet[], lists: readonly RecognisedList[]): PeopleBeside[] {
  return sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) =>
      besideIn(
        sheet,
        lists.filter((list) => list.sheet === sheet.name),
      ),
    );
}

function besideIn({ name, rows }: TableSheet, lists: readonly RecognisedList[]): PeopleBeside[] {
  const headers = new Set(lists.flatMap(({ skipped }) => skipped.flatMap(({ at, why }) => (why === "header" ? [at] : []))));
  const top = Math.min(...headers);
  const own = new Set(lists.flatMap(ownColumns));
  const below = rows.filter(({ at }) => at >= top);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const found: PeopleBeside[] = [];
  for (let first = 0; first < width; first++) {
    if (!isApart(first, own, below)) continue;
    let last = first;
    while (isApart(last + 1, own, below)) last++;
    const block = below.filter(({ cells }) => cells.slice(first, last + 1).some((cell) => textOf(cell) !== ""));
    const [from, to] = [block[0]?.at, block[block.length - 1]?.at];
    const people = block.filter(({ at }) => !headers.has(at));
    const signs = new Set(columnsFrom(first, last).flatMap((column) => signsOfPeople(people, column)));
    if (from !== undefined && to !== undefined && signs.size >= LEAST)
      found.push({ sheet: name, from: addressOf(first, from), to: addressOf(last, to) });
    first = last;
  }
  return found;
}

const columnsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_all, index) => first + index);

/** A column with something in it that is none of the lists'. */
function isApart(column: number, own: ReadonlySet<number>, rows: readonly TableRow[]): boolean {
  return !own.has(column) && rows.some(({ cells }) => textOf(cells[column]) !== "");
}

/** The columns of a list: those that it reads, and whatever has a header right beside them. */
function ownColumns({ columns, parted }: RecognisedList): number[] {
  const headed = new Set(columns.map(({ index }) => index));
  const read = [...columns, ...parted].flatMap(({ index, title, twin, given }) =>
    title === null && twin === null ? [] : [index, ...(given === undefined ? [] : [given])],
  );
  const [first, last] = [Math.min(...read), Math.max(...read)];
  const own = new Set([...read, ...[...headed].filter((index) => index > first && index < last)]);
  for (let next = last + 1; headed.has(next); next++) own.add(next);
  for (let next = first - 1; headed.has(next); next--) own.add(next);
  return [...own];
}

/** The names and mobiles of a column, if most that stands in it is one. */
function signsOfPeople(rows: readonly TableRow[], column: number): string[] {
  const written = rows.map(({ cells }) => cells[column]).filter((cell) => textOf(cell) !== "");
  const signs = written.filter(isOfPerson).map((cell) => textOf(cell));
  return signs.length * 2 >= written.length ? signs : [];
}

/** A name of two to four characters that is no word of a list, or a mobile. */
function isOfPerson(cell: Value = null): boolean {
  const text = glanceAt(cell).replace(/\s+/gu, "");
  if (/^1[3-9]\d{9}$/u.test(text)) return true;
  const isName = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{2,8}·\p{Script=Han}{2,8}$/u.test(text);
  return isName && kindOf(text) === null && postOf(text) === null && educationOf(text) === null;
}
