import { found } from "../../changes/found";
import { addDays, daysBetween } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import { BOOKING } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { hasCome } from "../assign/attendance";
import { isBooked } from "../standing";
import { type Booking, bookingOf, type Desk, isBookedFor, isLapsed, isSignedUp } from "./desk";
import { listAge } from "./list-age";
import { inClass, type Reminder, windowOf } from "./reminder";

/** Days before the first booking day from which people are told of it. */
export const SOON = 7;

/**
 * The call list of the day: people who did not book although the window of their class is open, whether they pre-registered
 * ("未…“预约培训”的及时给予提醒"), were refused, or are in the class and in no list. The day to call by is 建议最迟预约日, or
 * the window's end when that cannot be told.
 */
export function callsToBook(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const { today } = desk.context;
  return live.flatMap((row) => {
    const booking = awaitedBooking(row, desk);
    return booking === null || today < booking.from ? [] : [callToBook(row, booking, desk)];
  });
}

/** Who pre-registered and can book within a week ("省厅系统预约培训时间"). */
export function windowsSoon(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const { today } = desk.context;
  return live.flatMap((row): Reminder[] => {
    const booking = awaitedBooking(row, desk);
    if (booking === null || !isSignedUp(row) || today >= booking.from || today < addDays(booking.from, -SOON)) return [];
    const { one, from, to } = booking;
    const place = { table: "roster", row: row.key, column: "booking" } as const;
    const finding = found("T16", place, say.windowSoon(whoIs(row), one.name, from, to));
    return [{ finding, due: from, facts: [one.name, from, to], ...inClass(one) }];
  });
}

/** The class that somebody is still to book; `null` where nobody has to, or can any more. */
export function awaitedBooking(row: Enrolment, desk: Desk): Booking | null {
  const booking = bookingOf(row, desk);
  if (booking === null || desk.context.today > booking.to) return null;
  const isLockedElsewhere = row.lockedClass !== null && isBooked(row);
  if (hasCome(row) || isLockedElsewhere || isBookedFor(row, booking.one, desk) || isLapsed(row, desk)) return null;
  return booking;
}

function callToBook(row: Enrolment, { one, from, to }: Booking, { context: { today }, days, evidence }: Desk): Reminder {
  const lastSafe = days.lastSafeBookingDay(one);
  const due = lastSafe ?? to;
  const age = listAge("省厅预约", evidence.of(one).bookings, due, today);
  const window = { from, to, left: daysBetween(today, to) };
  const message = say.notBooked(whoIs(row), beginning(row, one), one.name, window, age.sentence);
  const isOver = lastSafe !== null && today > lastSafe;
  const advice = age.first + say.callAdvice(lastSafe, isOver);
  const finding = found(codeOf(row), { table: "roster", row: row.key, column: "booking" }, message, { advice });
  return { finding, due, facts: [one.name, from, to, due, row.refusal], ...inClass(one), ...windowOf(one) };
}

function codeOf(row: Enrolment): "T01" | "T11" | "T17" {
  if (row.booking === BOOKING.refused) return "T17";
  return isSignedUp(row) ? "T01" : "T11";
}

function beginning(row: Enrolment, { deadline }: TrainingClass): string {
  if (row.booking === BOOKING.refused) return say.refusedFor(row.refusal);
  if (!isSignedUp(row)) return say.notSignedUp(deadline);
  return say.signedUpOn(row.preRegisteredOn);
}
