import { type Day, isDay } from "../days/civil-day";
import { certificateOf } from "../rules/assign/certificate";
import { isDutyDone, owesThisYear } from "../rules/assign/light";
import type { ClassFinder } from "../rules/class-finder";
import type { Context } from "../rules/context";
import { hadTraining, kindIn } from "../rules/money/debts";
import { hasEnded, hasFailedTwice, hasPassed, isBooked, isWithdrawn } from "../rules/standing";
import { DUTY_ANSWER, ENROLMENT, EXAM, KIND } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { PersonPost } from "./person-posts";

/** Why staff have to look at somebody who goes on all the same. */
export type Question = "failedTwice" | "notRetrained" | "cancelled" | "newDayMissing" | "dayMissing" | "dayUnreadable";

/** What is still to come of an enrolment: a class, an exam or its result, the 补考. */
export type Unfinished = "class" | "exam" | "retake";

/** Why there is nothing to carry over: the person holds no certificate that reaches into the new year. */
export type WhyNot = "left" | "lapsed" | "awaitsResult" | "notCertified";

/** What is left of a person and post at the end of a year. */
export type YearEnd =
  | {
      readonly kind: "holder";
      /** Whose certificate counts: the latest result, else the newest enrolment. */
      readonly by: Enrolment;
      /** 证件有效期 of the new enrolment: a day, what cannot be read, or nothing where the new one is not known yet. */
      readonly validUntil: string | null;
      readonly question: Question | null;
      /** What of the year is not over: that stays in the old book. */
      readonly unfinished: Unfinished | null;
    }
  | { readonly kind: "none"; readonly by: Enrolment; readonly why: WhyNot };

/** What the old book says on the day, and the year that begins. */
export interface YearTurn {
  readonly context: Context;
  readonly classes: ClassFinder;
  readonly year: number;
}

/** Who holds a certificate at the end of the year, by the latest result. Nobody whose certificate is valid becomes 初培. */
export function yearEndOf(group: PersonPost, turn: YearTurn): YearEnd {
  const by = decisiveRow(group);
  if (isVoid(by)) return { kind: "none", by, why: "lapsed" };
  if (hasPassed(by)) return passed(by, turn);
  if (by.state === ENROLMENT.left) return { kind: "none", by, why: "left" };
  if (kindIn(by) === KIND.initial)
    return { kind: "none", by, why: stillToCome(by, turn) !== null ? "awaitsResult" : "notCertified" };
  return isDutyDone(by) ? renewed(by, turn) : notPassed(by, turn);
}

/**
 * The latest result wins over an earlier one, and any result over an enrolment without one; but who is on the way to a first
 * certificate after a failure has given the old one up.
 */
function decisiveRow({ rows, newest }: PersonPost): Enrolment {
  const [first, ...others] = rows.filter(hasResult);
  if (first === undefined) return newest;
  const result = others.reduce((last, row) => (isEarlier(row, last) ? last : row), first);
  const isAnew = kindIn(newest) === KIND.initial && !isWithdrawn(newest) && newest !== result;
  return isAnew && !hasPassed(result) ? newest : result;
}

function hasResult(row: Enrolment): boolean {
  return hasPassed(row) || hasFailedTwice(row) || isVoid(row) || isDutyDone(row);
}

/** By the days of the results; where one is not known, by the order of the numbers. */
function isEarlier(later: Enrolment, earlier: Enrolment): boolean {
  const [day, before] = [dayOfResult(later), dayOfResult(earlier)];
  return day !== null && before !== null && day < before;
}

function dayOfResult({ examOn, issuedOn }: Enrolment): Day | null {
  return [examOn, issuedOn].find(isDay) ?? null;
}

function isVoid({ state, dutyAnswer }: Enrolment): boolean {
  return state === ENROLMENT.void || dutyAnswer === DUTY_ANSWER.void;
}

function passed(by: Enrolment, turn: YearTurn): YearEnd {
  if (kindIn(by) !== KIND.initial) return renewed(by, turn);
  const isKnown = by.newValidUntil !== null;
  return holder(by, by.newValidUntil, isKnown ? null : "newDayMissing");
}

/** 新有效期 is the new certificate's; without one 有效期不变, unless the old one does not reach into the new year. */
function renewed(by: Enrolment, turn: YearTurn): YearEnd {
  const validUntil = by.newValidUntil ?? by.validUntil;
  const read = readDay(validUntil, turn);
  if (read === "past") return holder(by, null, "newDayMissing");
  return holder(by, validUntil, read === "valid" ? null : read);
}

function notPassed(by: Enrolment, turn: YearTurn): YearEnd {
  const unfinished = stillToCome(by, turn);
  const read = readDay(by.validUntil, turn);
  if (read === "past") return { kind: "none", by, why: unfinished === null ? "lapsed" : "awaitsResult" };
  const question = read === "valid" ? questionOf(by, unfinished, turn) : read;
  return holder(by, by.validUntil, question, unfinished);
}

/** The table of "Right on every day": what a missed year means for a certificate that is valid yet only the province knows. */
function questionOf(by: Enrolment, unfinished: Unfinished | null, { context, year }: YearTurn): Question | null {
  if (hasFailedTwice(by)) return "failedTwice";
  if (unfinished !== null) return null;
  const certificate = certificateOf(by, year - 1, context.today);
  if (certificate.kind === "day" && !owesThisYear(certificate, year - 1)) return null;
  return by.state === ENROLMENT.cancelled ? "cancelled" : "notRetrained";
}

function holder(
  by: Enrolment,
  validUntil: string | null,
  question: Question | null,
  unfinished: Unfinished | null = null,
): YearEnd {
  return { kind: "holder", by, validUntil, question, unfinished };
}

function readDay(validUntil: string | null, { context, year }: YearTurn): "valid" | "past" | "dayMissing" | "dayUnreadable" {
  const read = certificateOf({ validUntil, dutyAnswer: null }, year, context.today);
  if (read.kind === "day") return read.isPast ? "past" : "valid";
  return read.kind === "missing" ? "dayMissing" : "dayUnreadable";
}

/** What is still to come of an enrolment that has no result; `null` when it is over, by a result or by 报名状态. */
export function stillToCome(row: Enrolment, { classes, context }: YearTurn): Unfinished | null {
  if (hasEnded(row) || hasFailedTwice(row)) return null;
  if (row.exam === EXAM.failed || row.exam === EXAM.absent) return "retake";
  if (hadTraining(row)) return "exam";
  if (row.reportedInOn !== null) return "class";
  const { studyTo = null } = classes.of(row) ?? {};
  return isBooked(row) && studyTo !== null && studyTo >= context.today ? "class" : null;
}
