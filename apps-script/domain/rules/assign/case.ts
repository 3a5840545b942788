import { isDay } from "../../days/civil-day";
import { kindOf } from "../../people/aliases";
import type { TrainingClass } from "../../plan/training-class";
import { BOOKING, CLASS_KIND, type EnrolmentKind, KIND, KINDS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Context } from "../context";
import { hasEnded, hasPassed, isBooked } from "../standing";
import { type Attendance, hasCome } from "./attendance";
import { type BookableClass, type Candidates, type ClassBook, classKindOf, fits, isBookable, isWindowOpen } from "./candidates";
import { type Certificate, certificateOf } from "./certificate";
import { classOfExam } from "./class-of-exam";
import type { Evidence } from "./evidence";
import { type Given, isKept, isWaiting } from "./given";
import { type NoShow, noShowOf } from "./no-show";

/**
 * How an enrolment meets the rule: `ended` needs nothing; `settled` has a class by what staff or the province say; `stays` has
 * a seat that is kept; `waits` has one whose window is over while nobody can know yet whether it was booked; `seeks` gets one
 * if there is one.
 */
export type Standing = "ended" | "settled" | "stays" | "waits" | "seeks";

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
  /** Nothing is decided about it: 班级 stays as it is, whatever the class that it holds. */
  readonly isLeftOut: boolean;
  /** Null when no kind of class is for it (换证, or no kind). */
  readonly candidates: Candidates | null;
  readonly noShow: NoShow;
  /** Booked, and did not come: the booking is used up, the person needs another class. */
  readonly missed: TrainingClass | null;
}

/** What the plan, the lists and the report-ins say on the day, the same for everybody. */
export interface World {
  readonly book: ClassBook;
  readonly evidence: Evidence;
  readonly attendance: Attendance;
  readonly context: Context;
  /** The person has a live enrolment of the kind 初培 beside this one: what was proposed is carried out. */
  readonly hasSuccessor: (enrolment: Enrolment) => boolean;
}

export function caseOf(enrolment: Enrolment, world: World): Case {
  const { book, context } = world;
  const kind = readKind(enrolment.kind);
  const certificate = certificateOf(enrolment, context.settings.planYear, context.today, book.firstEnd);
  const candidates = candidatesOf(kind, certificate, book);
  const isLeftOut = context.leftOut.has(enrolment.key);
  const isTyped = !isLeftOut && !hasEnded(enrolment) && isClassTyped(enrolment, book);
  const lockedClass = isTyped ? (book.find(enrolment.class)?.name ?? enrolment.class) : enrolment.lockedClass;
  const noShow = noShowOf(enrolment, book, context.today);
  const missed = missedBooking(enrolment, noShow, world);
  const named = book.find(enrolment.class);
  const given = { kind, certificate, lockedClass, isTyped, isLeftOut, candidates, noShow, missed, class: named };
  // Spelled out: spreading costs more than all the rest of a case.
  const { standing, held, heldName } = isLeftOut ? untouched(enrolment, given, world) : placeOf(enrolment, given, world);
  return { enrolment, standing, kind, certificate, held, heldName, lockedClass, isTyped, isLeftOut, candidates, noShow, missed };
}

type Place = Pick<Case, "standing" | "held" | "heldName">;

/** The first that applies: what staff lock, what is booked or under way, what was refused and can be booked again, what was given. */
function placeOf(enrolment: Enrolment, given: Given, world: World): Place {
  const { book } = world;
  const inClass = (standing: Standing, name: string | null): Place => {
    const held = book.find(name);
    return { standing, held, heldName: held?.name ?? name };
  };
  if (hasEnded(enrolment)) return inClass("ended", hasPassed(enrolment) ? passedIn(enrolment, given, book) : enrolment.class);
  if (given.lockedClass !== null) return inClass("settled", given.lockedClass);
  const isFrozen = hasCome(enrolment) || (isBooked(enrolment) && given.missed === null);
  if (isFrozen) return inClass("settled", bookedName(enrolment, book) ?? enrolment.class ?? satIn(enrolment, given, book));
  if (enrolment.exam !== null && enrolment.class !== null && given.missed === null) return inClass("settled", enrolment.class);
  const refused = refusedClass(enrolment, given, world);
  if (refused) return inClass("stays", refused.name);
  if (isKept(enrolment, given, world)) return inClass("stays", enrolment.class);
  if (isWaiting(enrolment, given, world)) return inClass("waits", enrolment.class);
  return inClass("seeks", enrolment.class);
}

/**
 * What staff or the province say holds all the same. Whom a run would give another class stays in the one that 班级 shows, or
 * goes on without: no seat is counted for what is not given.
 */
function untouched(enrolment: Enrolment, given: Given, world: World): Place {
  const place = placeOf(enrolment, given, world);
  const isShown = place.standing === "seeks" || (place.standing !== "ended" && isClassTyped(enrolment, world.book));
  const { class: held } = given;
  return isShown && enrolment.class !== null ? { standing: "stays", held, heldName: held?.name ?? enrolment.class } : place;
}

/** Where somebody passed: a class that was merely proposed gives way to the one that was booked. */
function passedIn(enrolment: Enrolment, given: Given, book: ClassBook): string | null {
  const isProposed = enrolment.class !== null && enrolment.givenOn !== null;
  return (isProposed ? bookedName(enrolment, book) : null) ?? enrolment.class ?? satIn(enrolment, given, book);
}

/** The class of somebody whose booking or exam was typed before any class was given; null where staff have to be asked. */
function satIn({ bookedClass, examOn }: Enrolment, { kind, certificate }: Given, book: ClassBook): string | null {
  const month = certificate.kind === "day" ? certificate.month : null;
  const found = classOfExam({ kind: classKindOf(kind), month, bookedClass, examOn }, book.classes);
  return found.kind === "ask" ? null : found.class.name;
}

function readKind(written: string | null): EnrolmentKind | null {
  if (written === null) return null;
  const kind = KINDS.find((one) => one === written);
  if (kind !== undefined) return kind;
  const reading = kindOf(written);
  return reading !== null && "kind" in reading ? reading.kind : null;
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

/**
 * 省厅预约班级 in the plan's spelling: the class follows what was booked, whatever had been given. Who reported in after that
 * class was over came to another.
 */
function bookedName(enrolment: Enrolment, book: ClassBook): string | null {
  const booked = isBooked(enrolment) ? book.find(enrolment.bookedClass) : null;
  const { reportedInOn } = enrolment;
  const isOver = isDay(reportedInOn) && booked?.studyTo != null && booked.studyTo < reportedInOn && enrolment.class !== null;
  return isOver ? null : (booked?.name ?? null);
}

/** The class of a booking whose person did not come, by staff's word or because everybody else did and the class is over. */
export function missedBooking(
  enrolment: Enrolment,
  { classes }: NoShow,
  { book, attendance }: Pick<World, "book" | "attendance">,
): TrainingClass | null {
  if (!isBooked(enrolment) || hasCome(enrolment)) return null;
  const booked = book.find(enrolment.bookedClass);
  if (booked) return classes.has(booked) || attendance.isGivenUp(enrolment, booked) ? booked : null;
  return enrolment.bookedClass === null ? ([...classes][0] ?? null) : null;
}

/** Refused while the window is still open: the person books the same class again. */
function refusedClass(enrolment: Enrolment, given: Given, { book, context }: World): BookableClass | null {
  const kind = classKindOf(given.kind);
  const booked = enrolment.booking === BOOKING.refused ? book.find(enrolment.bookedClass) : null;
  if (booked === null || kind === null || !booked.open || !isBookable(booked)) return null;
  const { certificate } = given;
  if (kind === CLASS_KIND.retraining && (certificate.kind !== "day" || certificate.isPast)) return null;
  const isFitting = fits(booked, kind, certificate.kind === "day" ? certificate.month : null);
  return isFitting && isWindowOpen(booked, context.today) ? booked : null;
}
