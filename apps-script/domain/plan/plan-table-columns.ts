import { CLASS_KIND } from "../schema/allowed";
import * as say from "../wording/plan";
import type { PlanColumn } from "./plan-columns";
import { type PlanTable, placesOf } from "./plan-table";
import { CELLS, classKind, type StatedCell, type StatedClass } from "./training-class";

/** What can be said of the columns of a table before its rows are looked at, in sentences for staff. */

const NEEDED: readonly StatedCell[] = ["deadline", "booking", "reportIn", "study"];
const EACH: readonly PlanColumn["holds"][] = [...CELLS, "kind", "term", "capacity", "place"];
const TITLES: Readonly<Partial<Record<PlanColumn["holds"], string>>> = say.planColumnTitles;

/** Of two columns for one thing nobody knows which counts. */
export function repeatedIn({ columns, titles }: PlanTable): string[] {
  return EACH.flatMap((holds) => {
    const isTwice = ([undefined, "from", "to"] as const).some((end) => placesOf(columns, holds, end).length > 1);
    const title = TITLES[holds] ?? titles[columns.findIndex((column) => column?.holds === holds)] ?? "";
    return isTwice ? [say.repeatedPlanColumn(title)] : [];
  });
}

/** Months are needed for 再培训 alone. */
export function missingIn({ columns }: PlanTable, classes: readonly StatedClass[]): string[] {
  const has = (cell: StatedCell): boolean =>
    placesOf(columns, cell).length > 0 ||
    (placesOf(columns, cell, "from").length > 0 && placesOf(columns, cell, "to").length > 0);
  const isByMonth = classes.some(({ name }) => classKind(name) === CLASS_KIND.retraining);
  const needed: readonly StatedCell[] = isByMonth ? ["months", ...NEEDED] : NEEDED;
  const missing = needed.filter((cell) => !has(cell)).map((cell) => say.planColumnTitles[cell]);
  return missing.length > 0 ? [say.missingPlanColumns(missing)] : [];
}

/** A column nobody knows, and an end of a cell that another column holds whole. */
export function unreadIn({ columns, titles }: PlanTable): string[] {
  const isUnread = (column: PlanColumn | null): boolean =>
    column === null || (column.end !== undefined && column.holds !== "deadline" && placesOf(columns, column.holds).length > 0);
  return titles
    .filter((title, at) => title.trim() !== "" && isUnread(columns[at] ?? null))
    .map((title) => title.replace(/\s/gu, ""));
}
