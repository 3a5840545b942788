import type { Enrolment } from "../../schema/roster";

/** The columns that the action decides. */
export const DECIDED = [
  ...(["lockedClass", "noShow", "class", "candidates", "reason", "light", "slack", "lastSafeBookingDay"] as const),
  ...(["reviewDue", "writtenClass", "givenOn", "givenBy"] as const),
] as const;
/** By which it gives and takes classes; the others say what follows. */
const GIVEN: readonly string[] = ["lockedClass", "noShow", "class", "writtenClass", "givenOn", "givenBy"];
export const FOLLOWING = DECIDED.filter((column) => !GIVEN.includes(column));
export type Cells = { -readonly [C in (typeof DECIDED)[number]]: Enrolment[C] };

export function cellsOf(row: Enrolment): Cells {
  const { lockedClass, noShow, candidates, reason, light, slack, lastSafeBookingDay, reviewDue, writtenClass } = row;
  return {
    lockedClass,
    noShow,
    class: row.class,
    candidates,
    reason,
    light,
    slack,
    lastSafeBookingDay,
    reviewDue,
    writtenClass,
    givenOn: row.givenOn,
    givenBy: row.givenBy,
  };
}

/** No class; what staff typed (`shown`) stays visible. */
export function putNowhere(cells: Cells, shown: string | null): void {
  cells.class = shown;
  cells.writtenClass = shown;
  cells.givenOn = null;
  cells.givenBy = null;
  cells.slack = null;
  cells.lastSafeBookingDay = null;
}
