import type { Table } from "../schema/column";
import { longestOf, RUNS, TABLES, type TableName } from "../schema/index";
import type { ChangeSet } from "./change-set";
import { isNumbering } from "./combine";
import { compare } from "./outcome";

/**
 * Whom a run is about, as 操作记录 keeps it: enrolments of which a cell that people fill in, the class or the card changed, by
 * number, `~` between the first and last of numbers that follow each other. What is worked out anew every day is not told.
 *
 * @example B2024-00003~B2024-00007、B2024-00012
 */
export function aboutPeople(changes: Pick<ChangeSet, "cells" | "rows" | "blanked">): string | null {
  const numbers = new Map(changes.cells.filter(isNumbering).map((cell) => [cell.row, String(cell.after)]));
  const keys = new Set<string>();
  for (const { table, row, column } of changes.cells) {
    if (isPeopleTable(table) && isTold(table, column)) keys.add(numbers.get(row) ?? row);
  }
  for (const { table, row } of [...changes.rows, ...changes.blanked]) if (table === "roster") keys.add(numbers.get(row) ?? row);
  const text = numbersAs([...keys]);
  return text.length > longestOf(RUNS.columns.people) ? TOO_MANY : text || null;
}

/** Numbers as `aboutPeople` writes them. */
export function numbersAs(keys: readonly string[]): string {
  return ranges([...keys].sort(compare)).join(BETWEEN);
}

/** What a run says of an enrolment; `untold` where it was about too many to say. */
export function isAbout(people: string | null, key: string): boolean | "untold" {
  if (people === TOO_MANY) return "untold";
  return (people ?? "").split(BETWEEN).some((part) => {
    const [first = "", last] = part.split(UNTIL);
    return last === undefined ? first === key : first.length === key.length && first <= key && key <= last;
  });
}

/** How many enrolments a run says that it is about. */
export function countAbout(people: string): number {
  return people.split(BETWEEN).reduce((sum, part) => {
    const [first = "", last = first] = part.split(UNTIL).map(digitsOf);
    return sum + Number(last) - Number(first) + 1;
  }, 0);
}

const BETWEEN = "、";
const UNTIL = "~";
const TOO_MANY = "…";

/** Both are known by 报名编号. */
const isPeopleTable = (table: TableName): boolean => table === "roster" || table === "papers";

const TOLD: readonly string[] = ["class", "card"] satisfies readonly (keyof typeof TABLES.roster.columns)[];

function isTold(name: TableName, column: string): boolean {
  const table: Table = TABLES[name];
  const owner = table.columns[column]?.owner;
  return owner === "unit" || owner === "centre" || (name === "roster" && TOLD.includes(column));
}

/** Numbers that follow each other as one part. */
function ranges(sorted: readonly string[]): string[] {
  const parts: { readonly first: string; last: string }[] = [];
  for (const key of sorted) {
    const part = parts[parts.length - 1];
    if (part !== undefined && isNext(part.last, key)) part.last = key;
    else parts.push({ first: key, last: key });
  }
  return parts.map(({ first, last }) => (first === last ? first : `${first}${UNTIL}${last}`));
}

/** The digits that a key ends in. */
const digitsOf = (key: string): string => /\d{1,9}$/u.exec(key)?.[0] ?? "";

function isNext(before: string, key: string): boolean {
  const [digits, next] = [digitsOf(before), digitsOf(key)];
  const isAlike = digits !== "" && before.length === key.length && before.slice(0, -digits.length) === key.slice(0, -next.length);
  return isAlike && Number(next) === Number(digits) + 1;
}
