import type { Day } from "../../days/civil-day";
import { KIND, MONEY_ANSWER, MONEY_ANSWERS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { certificateOf } from "../assign/certificate";
import { isDutyDone } from "../assign/light";
import { noShowParts } from "../assign/no-show";
import type { ClassFinder } from "../class-finder";
import type { Context } from "../context";
import { hasEnded, isWithdrawn } from "../standing";
import { hasBegun, kindIn } from "./debts";
import { isMoved, type Moves, movesOf } from "./moves";

/**
 * Why somebody does not take the training: the enrolment was given up, nobody came to the class, the certificate ran out
 * before it, or the year's duty was done elsewhere.
 */
export type Absence = "left" | "noShow" | "lapsed" | "doneElsewhere";

/** 余款处理 as staff chose it; a word that is not in the list is none. */
export type MoneyAnswer = (typeof MONEY_ANSWERS)[number];

export function moneyAnswerOf({ moneyAnswer }: Pick<Enrolment, "moneyAnswer">): MoneyAnswer | null {
  return MONEY_ANSWERS.find((answer) => answer === moneyAnswer) ?? null;
}

/**
 * Whether somebody does not come, as far as the day tells: given up, 未报到 for the class that stands there now, or that class
 * is over without a report-in. Who has a later class is still to come, unless nothing is waited for any more.
 */
export function absenceOf(row: Enrolment, classes: ClassFinder, { settings, today }: Context): Absence | null {
  if (isWithdrawn(row)) return "left";
  if (hasBegun(row) || hasEnded(row)) return null;
  const one = classes.of(row);
  const isMissed = noShowParts(row.noShow).some(
    ({ text, isDenied }) => !isDenied && (one === null || (classes.named(text) ?? one) === one),
  );
  if (isMissed || (one !== null && one.studyTo !== null && one.studyTo < today)) return "noShow";
  if (isDutyDone(row)) return "doneElsewhere";
  return isLapsed(row, settings.planYear, today) ? "lapsed" : null;
}

/** The certificate ran out, so no retraining is waited for any more. */
export function isLapsed(row: Enrolment, planYear: number, today: Day): boolean {
  if (kindIn(row) !== KIND.retraining) return false;
  const certificate = certificateOf(row, planYear, today);
  return certificate.kind === "day" && certificate.isPast;
}

/**
 * Where money goes along: from an enrolment closed as 转班, unless staff decided about the money there, and from one whose
 * money is kept for the next time.
 */
export function moneyMovesOf(roster: readonly Enrolment[], absenceFrom: (row: Enrolment) => Absence | null): Moves {
  return movesOf(roster, (row) => {
    const answer = moneyAnswerOf(row);
    if (answer === MONEY_ANSWER.keep) return absenceFrom(row) !== null;
    return answer === null && isMoved(row);
  });
}
