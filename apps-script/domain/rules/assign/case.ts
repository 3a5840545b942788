import { isDay } from "../../days/civil-day";
import { kindOf } from "../../people/aliases";
import type { TrainingClass } from "../../plan/training-class";
import { CLASS_KIND, type ClassKind, type EnrolmentKind, EXAM, KIND, KINDS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Context } from "../context";
import { hasEnded, isBooked, isSettled, isTrained } from "../standing";
import { type Candidates, type ClassBook, fits, isWindowOpen } from "./candidates";
import { type Certificate, certificateOf } from "./certificate";

/**
 * How an enrolment meets the rule: `ended` needs nothing; `settled` has a class that is only checked; `stays` has one that
 * was rightly given; `seeks` gets one if a seat is free.
 */
export type Standing = "ended" | "settled" | "stays" | "seeks";

export interface Case {
  readonly enrolment: Enrolment;
  readonly standing: Standing;
  /** 申报类型, whatever its spelling (复审 is 再培训); null when it is empty or cannot be read. */
  readonly kind: EnrolmentKind | null;
  readonly certificate: Certificate;
  /** The class it holds before seats are given out; null when it is not in the plan, or there is none. */
  readonly held: TrainingClass | null;
  /** What 班级 shows for it: the plan's spelling, or the text as typed. */
  readonly heldName: string | null;
  /** 锁定班级 after a class typed into 班级 moved there. */
  readonly lockedClass: string | null;
  readonly isTyped: boolean;
  /** Null when no kind of class is for it (换证, or no kind). */
  readonly candidates: Candidates | null;
}

export function caseOf(enrolment: Enrolment, book: ClassBook, context: Context): Case {
  const kind = readKind(enrolment.kind);
  const certificate = certificateOf(enrolment, context.settings.planYear, context.today);
  const candidates = candidatesOf(kind, certificate, book);
  const isTyped = !hasEnded(enrolment) && isClassTyped(enrolment, book);
  const lockedClass = isTyped ? (book.find(enrolment.class)?.name ?? enrolment.class) : enrolment.lockedClass;
  const frozen = frozenClass(enrolment, lockedClass, book);
  const isFrozen = lockedClass !== null || (isSettled(enrolment) && (frozen !== null || isUnderWay(enrolment)));
  const shown = !hasEnded(enrolment) && isFrozen ? frozen : enrolment.class;
  const held = book.find(shown);
  const heldName = held?.name ?? shown;
  let standing: Standing = "seeks";
  if (hasEnded(enrolment)) standing = "ended";
  else if (isFrozen) standing = "settled";
  else if (held !== null && mayStay(enrolment, kind, held, certificate, book, context)) standing = "stays";
  return { enrolment, standing, kind, certificate, held, heldName, lockedClass, isTyped, candidates };
}

function readKind(written: string | null): EnrolmentKind | null {
  if (written === null) return null;
  const kind = KINDS.find((one) => one === written);
  if (kind !== undefined) return kind;
  const reading = kindOf(written);
  return reading !== null && "kind" in reading ? reading.kind : null;
}

/** The kind of class that an enrolment of the kind needs; null where the notice names none (换证). */
export function classKindOf(kind: EnrolmentKind | null): ClassKind | null {
  if (kind === KIND.initial) return CLASS_KIND.initial;
  return kind === KIND.retraining ? CLASS_KIND.retraining : null;
}

function candidatesOf(kind: EnrolmentKind | null, certificate: Certificate, book: ClassBook): Candidates | null {
  if (kind === KIND.initial) return book.candidates(CLASS_KIND.initial, null);
  return kind === KIND.retraining && certificate.kind === "day"
    ? book.candidates(CLASS_KIND.retraining, certificate.month)
    : null;
}

/**
 * A class in 班级 that the rule did not write. When 锁定班级 was changed as well, that is the decision: it wins.
 */
function isClassTyped(enrolment: Enrolment, book: ClassBook): boolean {
  const { class: shown, writtenClass, lockedClass } = enrolment;
  if (shown === null || shown === writtenClass || shown === (book.find(lockedClass)?.name ?? lockedClass)) return false;
  return lockedClass === null || (book.find(lockedClass)?.name ?? lockedClass) === writtenClass;
}

/** The class that is frozen: locked by staff, else the one it has, else the one that was booked with the province. */
function frozenClass(enrolment: Enrolment, lockedClass: string | null, book: ClassBook): string | null {
  const booked = isBooked(enrolment) ? (book.find(enrolment.bookedClass)?.name ?? null) : null;
  return lockedClass ?? enrolment.class ?? booked;
}

/** More happened than a lock or a bare 考试状态 未约, which on a row without class freezes nothing. */
export function isUnderWay(enrolment: Enrolment): boolean {
  return (
    isBooked(enrolment) ||
    enrolment.reportedInOn !== null ||
    isTrained(enrolment) ||
    (enrolment.exam !== null && enrolment.exam !== EXAM.none)
  );
}

/**
 * "A class that exists, fits kind and month, and whose booking window is open or was still open when it was given, stays."
 * A seat in an open class is given back when the certificate has run out meanwhile, or when the enrolment was cancelled in
 * between (its 班级给定日 is then empty).
 */
function mayStay(
  enrolment: Enrolment,
  kind: EnrolmentKind | null,
  held: TrainingClass,
  certificate: Certificate,
  book: ClassBook,
  context: Context,
): boolean {
  const classKind = classKindOf(kind);
  if (classKind === null || !held.open || !isDay(enrolment.givenOn) || held !== book.find(enrolment.writtenClass)) return false;
  const month = certificate.kind === "day" ? certificate.month : null;
  if (!fits(held, classKind, month)) return false;
  const isOpen = isWindowOpen(held, context.today);
  if (kind === KIND.retraining && certificate.kind === "day" && certificate.isPast && isOpen) return false;
  return isOpen || isWindowOpen(held, enrolment.givenOn);
}
