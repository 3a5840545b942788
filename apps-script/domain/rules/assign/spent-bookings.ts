import { classesOf } from "../../plan/classes";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Context } from "../context";
import { isBooked } from "../standing";
import { Attendance, cameInTime, hasCome, isReported } from "./attendance";
import { classBook } from "./candidates";
import { missedBooking } from "./case";
import { noShowOf } from "./no-show";

/** The columns that spent bookings are known by; a rule that asks for them declares these. */
export const SPENT_READS = [
  "lockedClass",
  "booking",
  "bookedClass",
  "reportedInOn",
  "noShow",
  "trained",
  "exam",
  "class",
] as const;

/**
 * The enrolments whose booking is used up: the person did not come to the class. 待审 or 通过 stands there until a list says
 * otherwise, and is said of no class any more.
 */
export function spentBookings(
  { roster, plan, settings }: Pick<Snapshot, "roster" | "plan" | "settings">,
  context: Context,
): (row: Enrolment) => boolean {
  const book = classBook(classesOf({ plan, settings }, context.settings.planYear), context.today);
  const classesReported = (): (string | null)[] =>
    roster.filter(isReported).flatMap((row) => {
      const one = book.find(row.class);
      return one === null || cameInTime(row, one) ? [row.class] : [];
    });
  const attendance = new Attendance(classesReported, context);
  return (row) =>
    isBooked(row) && !hasCome(row) && missedBooking(row, noShowOf(row, book, context.today), { book, attendance }) !== null;
}
