import { OutcomeBuilder } from "../../changes/outcome";
import type { Enrolment } from "../../schema/roster";
import type { TodoCode } from "../../wording/reminders";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import type { Desk, Reminder } from "./reminder";

/** "中心会在两个工作日内审核": bookings whose review ends today or should have ended. */
export function reviewsDue(live: readonly Enrolment[], { days, context }: Desk): Reminder[] {
  return live.flatMap((row) => {
    const due = days.reviewDue(row);
    if (due === null || due > context.today) return [];
    const out = new OutcomeBuilder<TodoCode>();
    const code = due === context.today ? "T12" : "T02";
    out.find(code, "roster", row.key, "booking", say.reviewBy(whoIs(row), row.bookedOn, due, context.today));
    return out.done().findings.map((finding) => ({ finding, due }));
  });
}
