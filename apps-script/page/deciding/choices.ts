import type { ChangeSet } from "../../domain/changes/change-set";
import { isNumbering } from "../../domain/changes/combine";
import type { Done } from "../../domain/operations/define-operation";
import type { Prepared } from "../../domain/operations/operation";
import { decisionsIn } from "../../domain/rules/left-out";
import type { Enrolment } from "../../domain/schema/roster";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { factOf, withoutName } from "../report/told";
import type { Choice } from "../report/view";

/** Everybody who can be left out, and those who are (`leaving`), by number. */
export function choicesIn(
  { choices, changes, report: done }: Prepared<Done | undefined>,
  leaving: readonly Choice[],
  roster: Snapshot["roster"],
): readonly Choice[] {
  const find = rowFinder(changes, roster);
  const left = new Set(leaving.map(({ key }) => key));
  const decided = decisionsIn(changes);
  const cellsOf = (key: string): string =>
    (decided.get(key) ?? [])
      .map(({ table, column, before, after }) => factOf(table, column, [before, after]))
      .map(({ label, value }) => `${label}：${value}`)
      .join("；");
  return [...new Set([...choices, ...left])].sort().flatMap((key) => {
    const { row, isNew } = find(key);
    if (row === undefined) return [];
    const isLeftOut = left.has(key);
    const name = row.name ?? "";
    const said = done?.people[key];
    const what = isLeftOut ? "" : said === undefined ? cellsOf(key) : withoutName(said, name);
    return [{ key, name, unit: row.unit ?? "", isNew, isLeftOut, what }];
  });
}

/** Those who are still there. A number that was only about to be given may be another's by now. */
export function stillThere(leaving: readonly Choice[], { changes }: Prepared, roster: Snapshot["roster"]): readonly Choice[] {
  const find = rowFinder(changes, roster);
  return leaving.filter(({ key, name, unit, isNew }) => {
    const { row } = find(key);
    return row !== undefined && (!isNew || ((row.name ?? "") === name && (row.unit ?? "") === unit));
  });
}

/** Rows by number; `isNew`: it is only about to be given. */
function rowFinder({ cells }: ChangeSet, roster: Snapshot["roster"]) {
  const rows = new Map(roster.map((row) => [row.key, row]));
  const numbered = cells.filter((cell) => cell.table === "roster" && isNumbering(cell));
  const placeOf = new Map(numbered.map(({ row, after }) => [String(after), row]));
  return (key: string): { readonly row: Enrolment | undefined; readonly isNew: boolean } => {
    const place = placeOf.get(key);
    return { row: rows.get(place ?? key), isNew: place !== undefined };
  };
}
