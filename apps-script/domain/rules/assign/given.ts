import { isDay } from "../../days/civil-day";
import { listedOn } from "../../merge/site/listed";
import type { TrainingClass } from "../../plan/training-class";
import { BOOKING, CLASS_KIND, KIND, OVERLAP } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Context } from "../context";
import { hasBegun } from "./attendance";
import { classKindOf, fits, isWindowOpen } from "./candidates";
import type { Case, World } from "./case";

/** What the program gave earlier is kept only where a fresh decision would have to take something away, or cannot be made yet. */
export type Given = Omit<Case, "standing" | "held" | "heldName" | "enrolment"> & {
  /** The class that 班级 names. */
  readonly class: TrainingClass | null;
};

/** What a class is given by: the policy, and the margin where it counts. 初培 goes to the first class there is. */
export function policyOf(kind: Case["kind"], { settings }: Context): string {
  const { overlapPolicy, safetyMargin } = settings;
  if (kind === KIND.initial) return OVERLAP.earliest;
  return overlapPolicy === OVERLAP.latest ? `${overlapPolicy}${safetyMargin}` : overlapPolicy;
}

/**
 * A seat in a class whose window is open. It is kept where seats are scarce (somebody else would get it), under 均衡 (it
 * depends on who came first), and where the setting changed since: a setting moves nobody. Otherwise what is known today
 * decides as it would in a new workbook, and mostly gives the same class.
 */
export function isKept(enrolment: Enrolment, given: Given, world: World): boolean {
  const held = rightlyGiven(enrolment, given);
  if (held === null || !isWindowOpen(held, world.context.today)) return false;
  return isScarce(given) || enrolment.givenBy !== policyOf(given.kind, world.context) || enrolment.givenBy === OVERLAP.balanced;
}

/** One of the classes that may be given has a number of seats. */
export function isScarce({ candidates }: Pick<Case, "candidates">): boolean {
  return candidates?.open.some(({ capacity }) => capacity !== null) === true;
}

/** The window is over, the class has not begun, and no list tells yet who booked it. */
export function isWaiting(enrolment: Enrolment, given: Given, { evidence, context }: World): boolean {
  const held = rightlyGiven(enrolment, given);
  if (held?.bookingTo == null || enrolment.booking === BOOKING.refused || !isDay(enrolment.givenOn)) return false;
  if (isWindowOpen(held, context.today) || enrolment.givenOn > held.bookingTo) return false;
  return !hasBegun(held, context.today) && !evidence.areBookingsKnown(held) && !isListedUnbooked(enrolment, held.bookingTo);
}

/** A list of a later day says of this very person that nothing is booked. */
function isListedUnbooked({ booking, listed }: Enrolment, bookingTo: string): boolean {
  const asOf = listedOn(listed, "booking");
  return asOf !== null && asOf.slice(0, bookingTo.length) > bookingTo && booking === BOOKING.none;
}

/** The class that the rule gave and that still suits the enrolment. */
function rightlyGiven(enrolment: Enrolment, given: Given): TrainingClass | null {
  const { class: held, kind, certificate, missed, noShow } = given;
  const classKind = classKindOf(kind);
  if (held === null || classKind === null || !held.open || !isDay(enrolment.givenOn)) return null;
  if (enrolment.class !== enrolment.writtenClass || missed === held || noShow.classes.has(held)) return null;
  if (classKind === CLASS_KIND.retraining && certificate.kind === "day" && certificate.isPast) return null;
  return fits(held, classKind, certificate.kind === "day" ? certificate.month : null) ? held : null;
}
