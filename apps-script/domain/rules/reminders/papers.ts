import { found } from "../../changes/found";
import { addDays } from "../../days/civil-day";
import { BOOKING } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { hasEndedClass, isReported } from "../assign/attendance";
import { awaitedBooking, SOON } from "./booking";
import { type Desk, isBookedFor } from "./desk";
import { inClass, type Reminder, windowOf } from "./reminder";

/** "附件未完善…不能预约培训": papers of the provincial system that are short while somebody is to book, or will be within a week. */
export function uploadsShort(live: readonly Enrolment[], desk: Desk): Reminder[] {
  return live.flatMap((row): Reminder[] => {
    const booking = awaitedBooking(row, desk);
    if (booking === null || desk.context.today < addDays(booking.from, -SOON)) return [];
    const { stages, columns } = desk.shortOf(row, ["upload", "profile"]);
    if (columns.length === 0) return [];
    const { one, to } = booking;
    const message = say.uploadsShort(whoIs(row), one.name, stages);
    const finding = found("T18", { table: "papers", row: row.key, column: "uploadPhoto" }, message);
    const due = desk.days.lastSafeBookingDay(one) ?? to;
    return [{ finding, due, facts: [one.name, due], members: columns, ...inClass(one), ...windowOf(one) }];
  });
}

/** Papers for report-in (the notice, step 5) of who is approved for a class within a week, until its end. */
export function deskPapersShort(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const { today } = desk.context;
  return live.flatMap((row): Reminder[] => {
    const one = desk.classes.of(row);
    if (one === null || !one.open || one.reportIn === null || !isComing(row, desk)) return [];
    if (today < addDays(one.reportIn, -SOON) || hasEndedClass(one, today)) return [];
    const { stages, columns } = desk.shortOf(row, ["desk"]);
    if (columns.length === 0) return [];
    const message = say.deskPapersShort(whoIs(row), one.name, one.reportIn, stages);
    const finding = found("T19", { table: "papers", row: row.key, column: "deskOriginal" }, message);
    return [{ finding, due: one.reportIn, facts: [one.name, one.reportIn], members: columns, ...inClass(one) }];
  });
}

function isComing(row: Enrolment, desk: Desk): boolean {
  const one = desk.classes.of(row);
  if (isReported(row)) return true;
  return one !== null && row.booking === BOOKING.passed && isBookedFor(row, one, desk);
}
