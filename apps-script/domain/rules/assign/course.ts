import type { TrainingClass } from "../../plan/training-class";
import { BOOKING, EXAM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { hasFailedTwice, isBooked } from "../standing";
import { hasBegun, hasCome } from "./attendance";
import { isWindowOpen } from "./candidates";
import type { Case, World } from "./case";

/**
 * Where a person stands in the class they hold today. `unlisted`, `unreviewed` and `awaited` are those in which nobody can
 * know yet: the list, the review or the report-in is missing.
 */
export type Course =
  | "ahead"
  | "refused"
  /** Locked, the window is over, not booked: only the centre can do it now. */
  | "byCentre"
  /** Locked, the window is over, booked for another class. */
  | "elsewhere"
  /** 停办. */
  | "calledOff"
  | "unlisted"
  | "unreviewed"
  | "awaited"
  /** Approved and begun, but no report-in of the class was typed. */
  | "untyped"
  | "absent"
  | "underWay"
  | "retake"
  | "failedTwice";

export function courseOf(about: Case, held: TrainingClass, world: World): Course {
  const { enrolment, standing, noShow } = about;
  if (standing === "waits") return "unlisted";
  if (hasCome(enrolment)) return afterReport(enrolment);
  if (!held.open) return "calledOff";
  const { attendance, context } = world;
  if (noShow.classes.has(held)) return "absent";
  if (isBookedFor(enrolment, held, world)) return booked(enrolment, held, world);
  const isOver = held.bookingTo !== null && !isWindowOpen(held, context.today);
  if (isOver && attendance.isWaitOver(held)) return enrolment.exam === null ? "absent" : "awaited";
  if (isOver) return isBooked(enrolment) ? "elsewhere" : "byCentre";
  return isRefusedFor(enrolment, held, about) ? "refused" : "ahead";
}

function afterReport(row: Enrolment): Course {
  if (hasFailedTwice(row)) return "failedTwice";
  return row.exam === EXAM.failed || row.exam === EXAM.absent ? "retake" : "underWay";
}

function booked(enrolment: Enrolment, held: TrainingClass, { attendance, context }: World): Course {
  const isBegun = hasBegun(held, context.today);
  if (enrolment.booking === BOOKING.underReview) return isBegun ? "unreviewed" : "ahead";
  if (attendance.isGivenUp(enrolment, held)) return "absent";
  if (attendance.isAwaited(enrolment, held)) return "awaited";
  return isBegun ? "untyped" : "ahead";
}

/** A booking that names another class of the plan is none for this one. */
function isBookedFor(enrolment: Enrolment, held: TrainingClass, { book }: World): boolean {
  const named = book.find(enrolment.bookedClass);
  return isBooked(enrolment) && (named === null || named === held);
}

/** The refusal was of this class and not of one that is over. */
function isRefusedFor({ booking, bookedClass, bookedOn }: Enrolment, held: TrainingClass, { candidates }: Case): boolean {
  if (booking !== BOOKING.refused) return false;
  if (bookedClass !== null) return bookedClass === held.name;
  if (bookedOn !== null && held.bookingFrom !== null) return bookedOn >= held.bookingFrom;
  return candidates === null || candidates.all[0] === held || candidates.all.length === candidates.open.length;
}
