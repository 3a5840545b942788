import { found } from "../../changes/found";
import { compare } from "../../changes/outcome";
import { addDays, type Day, isDay } from "../../days/civil-day";
import { DIRECTION } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { groupedBy } from "../../snapshot/grouped-by";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/reminders";
import type { Desk } from "./desk";
import type { Reminder } from "./reminder";

/** Days that a unit has for its file. */
const ANSWERED_IN = 7;

/** Units whose file went out, whose people are on their way and from which nothing came back since. */
export function filesOut(live: readonly Enrolment[], { snapshot, context }: Desk): Reminder[] {
  const units = new Set(live.map(({ unit }) => unit));
  const files = groupedBy(snapshot.exchanges, ({ unit }) => unit);
  return [...files]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([unit, rows]): Reminder[] => {
      const sentOn = units.has(unit) ? firstUnanswered(rows) : null;
      if (sentOn === null || context.today <= addDays(sentOn, ANSWERED_IN)) return [];
      const finding = found("T25", { table: "units", row: unit, column: "name" }, say.fileOut(unit, sentOn));
      return [{ finding, due: addDays(sentOn, ANSWERED_IN), facts: [sentOn] }];
    });
}

/** The day of the first file that went out after the last one came in; what the program sent again since is the same matter. */
function firstUnanswered(rows: Snapshot["exchanges"]): Day | null {
  const timesOf = (direction: string): string[] =>
    rows.flatMap((row) => (row.direction === direction && row.time !== null ? [row.time] : []));
  const came = timesOf(DIRECTION.received).sort().pop() ?? "";
  const [first] = timesOf(DIRECTION.sent)
    .filter((time) => time > came)
    .sort();
  const day = first?.slice(0, 10) ?? null;
  return isDay(day) ? day : null;
}
