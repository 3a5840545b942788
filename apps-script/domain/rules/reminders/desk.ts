import type { Day } from "../../days/civil-day";
import { once } from "../../naming/once";
import type { TrainingClass } from "../../plan/training-class";
import { KIND } from "../../schema/allowed";
import type { STAGES } from "../../schema/papers";
import type { Enrolment } from "../../schema/roster";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import { BookingDays } from "../assign/booking-days";
import { firstEndOf } from "../assign/candidates";
import { type Certificate, certificateOf } from "../assign/certificate";
import { Evidence } from "../assign/evidence";
import { spentBookings } from "../assign/spent-bookings";
import { successorFinder } from "../assign/successors";
import { type ClassFinder, classFinder } from "../class-finder";
import type { Context } from "../context";
import { countedPapers } from "../money/moved-papers";
import { type Shortage, shortageOf } from "../paper-answers";
import { isBooked } from "../standing";

/** What every kind of reminder looks at. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly classes: ClassFinder;
  readonly days: BookingDays;
  readonly evidence: Evidence;
  readonly certificateOf: (row: Enrolment) => Certificate;
  /** Enrolled anew already. */
  readonly hasSuccessor: (row: Enrolment) => boolean;
  /** Booked, and did not come. */
  readonly isSpent: (row: Enrolment) => boolean;
  /** What somebody has not handed in of these stages. */
  readonly shortOf: (row: Enrolment, stages: readonly (keyof typeof STAGES)[]) => Shortage;
}

export function deskOf(snapshot: Snapshot, context: Context): Desk {
  const classes = classFinder(snapshot);
  const firstEnd = firstEndOf(classes.classes);
  const counted = once(() => countedPapers(snapshot));
  return {
    snapshot,
    context,
    classes,
    days: new BookingDays(context),
    evidence: new Evidence(snapshot),
    hasSuccessor: successorFinder(snapshot),
    isSpent: spentBookings(snapshot, context),
    certificateOf: (row) => certificateOf(row, context.settings.planYear, context.today, firstEnd),
    shortOf: (row, stages) => shortageOf(counted()(row, rowWith(snapshot.papers, row.key)).row, row, false, stages),
  };
}

/** The first and last day for booking a class that is held, and its name. */
export interface Booking {
  readonly one: TrainingClass;
  readonly from: Day;
  readonly to: Day;
}

/** The class that somebody is in and can still be booked for; `null` where none is known. */
export function bookingOf(row: Enrolment, { classes }: Desk): Booking | null {
  const one = classes.of(row);
  if (one === null || !one.open || one.bookingFrom === null || one.bookingTo === null) return null;
  return { one, from: one.bookingFrom, to: one.bookingTo };
}

/** Booked for this class: a booking that names another class of the plan, or that was not used, is none for it. */
export function isBookedFor(row: Enrolment, one: TrainingClass, { classes, isSpent }: Desk): boolean {
  const named = classes.named(row.bookedClass);
  return isBooked(row) && (named === null || named === one) && !isSpent(row);
}

/** Nobody is called about the retraining of a certificate that has run out. */
export function isLapsed(row: Enrolment, { certificateOf: read }: Desk): boolean {
  const certificate = read(row);
  return certificate.kind === "day" && certificate.isPast && row.kind !== KIND.initial;
}

/** Pre-registered on the centre's site. */
export function isSignedUp(row: Enrolment): boolean {
  return row.preRegisteredOn !== null || row.preRegisteredClass !== null;
}
