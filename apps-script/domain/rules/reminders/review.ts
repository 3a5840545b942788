import { found } from "../../changes/found";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import type { Desk } from "./desk";
import type { Reminder } from "./reminder";

/** "中心会在两个工作日内审核": bookings whose review ends today or should have ended. */
export function reviewsDue(live: readonly Enrolment[], { days, context }: Desk): Reminder[] {
  return live.flatMap((row): Reminder[] => {
    const due = days.reviewDue(row);
    if (due === null || due > context.today) return [];
    const code = due === context.today ? "T12" : "T02";
    const message = say.reviewBy(whoIs(row), row.bookedOn, due, context.today);
    const finding = found(code, { table: "roster", row: row.key, column: "booking" }, message);
    return [{ finding, due, facts: [row.bookedClass, row.bookedOn, due] }];
  });
}
