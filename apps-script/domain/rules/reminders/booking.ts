import { compare, OutcomeBuilder } from "../../changes/outcome";
import type { TrainingClass } from "../../plan/training-class";
import { BOOKING, KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { TodoCode } from "../../wording/reminders";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { hasCome } from "../assign/attendance";
import { isBooked } from "../standing";
import { listAge } from "./list-age";
import type { Desk, Reminder } from "./reminder";

/**
 * The call list of the day: people who did not book although the window of their class is open, whether they pre-registered
 * ("未…“预约培训”的及时给予提醒"), were refused, or are in the class and in no list. The day to call by is 建议最迟预约日, or
 * the window's end when that cannot be told.
 */
export function callsToBook(live: readonly Enrolment[], desk: Desk): Reminder[] {
  return [...live].sort((a, b) => compare(a.key, b.key)).flatMap((row) => callToBook(row, desk) ?? []);
}

function callToBook(row: Enrolment, desk: Desk): Reminder | null {
  const { context, classes, days, evidence } = desk;
  const { today } = context;
  const one = classes.of(row);
  if (one === null || !one.open || one.bookingFrom === null || one.bookingTo === null) return null;
  if (today < one.bookingFrom || today > one.bookingTo) return null;
  const isLockedElsewhere = row.lockedClass !== null && isBooked(row);
  if (hasCome(row) || isLockedElsewhere || isBookedFor(row, one, desk) || isLapsed(row, desk)) return null;
  const lastSafe = days.lastSafeBookingDay(one);
  const due = lastSafe ?? one.bookingTo;
  const age = listAge("省厅预约", evidence.of(one).bookings, due, today);
  const message = say.notBooked(whoIs(row), beginning(row, one), one.name, one.bookingFrom, one.bookingTo, age.sentence);
  const isOver = lastSafe !== null && today > lastSafe;
  const out = new OutcomeBuilder<TodoCode>();
  const code = row.booking === BOOKING.refused || isSignedUp(row) ? "T01" : "T11";
  out.find(code, "roster", row.key, "booking", message, { advice: age.first + say.callAdvice(lastSafe, isOver) });
  const [finding] = out.done().findings;
  return finding ? { finding, due } : null;
}

function beginning(row: Enrolment, { deadline }: TrainingClass): string {
  if (row.booking === BOOKING.refused) return say.refusedFor(row.refusal);
  if (!isSignedUp(row)) return say.notSignedUp(deadline);
  return say.signedUpOn(row.preRegisteredOn);
}

/** A booking that names another class of the plan is none for this one. */
function isBookedFor(row: Enrolment, one: TrainingClass, { classes }: Desk): boolean {
  const named = classes.named(row.bookedClass);
  return isBooked(row) && (named === null || named === one);
}

/** Nobody is called about the retraining of a certificate that has run out. */
function isLapsed(row: Enrolment, { certificateOf }: Desk): boolean {
  const certificate = certificateOf(row);
  return certificate.kind === "day" && certificate.isPast && row.kind !== KIND.initial;
}

export function isSignedUp(row: Enrolment): boolean {
  return row.preRegisteredOn !== null || row.preRegisteredClass !== null;
}
