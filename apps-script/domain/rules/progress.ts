import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { isDay } from "../days/civil-day";
import { kindOf } from "../people/aliases";
import { BOOKING, ENROLMENT, EXAM, KIND } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { progressReason, progressWords as words } from "../wording/todo";
import { certificateOf } from "./assign/certificate";
import { spentBookings } from "./assign/spent-bookings";
import { type ClassFinder, classFinder } from "./class-finder";
import type { Context } from "./context";
import { hasPassed, isLastSitting, isTrained } from "./standing";

/** 进度 of the given rows, of all when no keys are given. Summary: how many rows changed. */
export function progress(snapshot: Snapshot, context: Context, onlyKeys?: ReadonlySet<string>): Outcome {
  const out = new OutcomeBuilder();
  const [classes, isSpent] = [classFinder(snapshot), spentBookings(snapshot, context)];
  const rows = snapshot.roster.filter((row) => onlyKeys === undefined || onlyKeys.has(row.key));
  for (const row of rows.sort((a, b) => compare(a.key, b.key))) {
    out.set("roster", row, "progress", progressOf(row, { classes, isSpent, context }), progressReason);
  }
  return out.done({ changed: out.done().cells.length });
}

interface World {
  readonly classes: ClassFinder;
  /** Booked, and did not come. */
  readonly isSpent: (row: Enrolment) => boolean;
  readonly context: Context;
}

/**
 * How far an enrolment has come, in one phrase. What staff decided about the whole enrolment goes first, then the
 * furthest stage that is reached. The fee plays no part.
 */
function progressOf(row: Enrolment, { classes, isSpent, context }: World): string {
  return (
    closed(row) ??
    afterExam(row) ??
    (isLapsed(row, context) ? words.lapsed : null) ??
    (isSpent(row) ? words.noShow : null) ??
    underWay(row) ??
    beforeBooking(row, classes, context)
  );
}

function closed({ state }: Enrolment): string | null {
  if (state === ENROLMENT.cancelled) return words.cancelled;
  if (state === ENROLMENT.left) return words.left;
  if (state === ENROLMENT.moved) return words.moved;
  return state === ENROLMENT.void ? words.void : null;
}

function afterExam(row: Enrolment): string | null {
  if (!hasPassed(row)) return null;
  if (row.issuedOn !== null) return words.issued;
  return row.state === ENROLMENT.done ? words.done : words.passed;
}

/**
 * A retraining certificate that ran out before the exam was passed ("以免导致证件过期作废"). An exam that was sat in time
 * and whose result is not entered yet keeps the enrolment open.
 */
function isLapsed(row: Enrolment, { settings, today }: Context): boolean {
  const kind = kindOf(row.kind ?? "");
  if (kind === null || !("kind" in kind) || kind.kind !== KIND.retraining) return false;
  const certificate = certificateOf(row, settings.planYear, today);
  if (certificate.kind !== "day" || !certificate.isPast) return false;
  return !(row.exam === EXAM.ahead && isDay(row.examOn) && row.examOn < certificate.dutyDay);
}

function underWay(row: Enrolment): string | null {
  if (row.exam === EXAM.ahead) return words.examAhead;
  if (row.exam === EXAM.underReview) return words.examUnderReview;
  if (row.exam === EXAM.failed) return isLastSitting(row) ? words.failedAgain : words.failed;
  if (row.exam === EXAM.absent) return isLastSitting(row) ? words.absentAgain : words.absent;
  if (isTrained(row)) return words.trained;
  if (row.reportedInOn !== null) return words.reportedIn;
  if (row.booking === BOOKING.passed) return words.booked;
  if (row.booking === BOOKING.underReview) return words.underReview;
  return row.booking === BOOKING.refused ? words.refused : null;
}

function beforeBooking(row: Enrolment, classes: ClassFinder, { today }: Context): string {
  if (row.preRegisteredOn === null && row.preRegisteredClass === null) return words.imported;
  const one = classes.of(row);
  if (one === null || one.bookingFrom === null || one.bookingTo === null) return words.preRegistered;
  if (today < one.bookingFrom) return words.windowAhead;
  return today > one.bookingTo ? words.windowOver : words.bookable;
}
