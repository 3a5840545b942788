import type { Day } from "../days/civil-day";
import { MONEY_ANSWER, MONEY_ANSWERS } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import { noShowParts } from "./assign/no-show";
import type { ClassFinder } from "./class-finder";
import { hasBegun } from "./debts";
import { isMoved, type Moves, movesOf } from "./moves";
import { hasEnded, isWithdrawn } from "./standing";

/** Why somebody does not take the training: the enrolment was given up, or nobody came to the class. */
export type Absence = "left" | "noShow";

/** 余款处理 as staff chose it; a word that is not in the list is none. */
export type MoneyAnswer = (typeof MONEY_ANSWERS)[number];

export function moneyAnswerOf({ moneyAnswer }: Pick<Enrolment, "moneyAnswer">): MoneyAnswer | null {
  return MONEY_ANSWERS.find((answer) => answer === moneyAnswer) ?? null;
}

/**
 * Whether somebody does not come, as far as the day tells: given up, 未报到 for the class that stands there now, or that class
 * is over without a report-in. Who has a later class is still to come.
 */
export function absenceOf(row: Enrolment, classes: ClassFinder, today: Day): Absence | null {
  if (isWithdrawn(row)) return "left";
  if (hasBegun(row) || hasEnded(row)) return null;
  const one = classes.of(row);
  const isMissed = noShowParts(row.noShow).some(
    ({ text, isDenied }) => !isDenied && (one === null || (classes.named(text) ?? one) === one),
  );
  return isMissed || (one !== null && one.studyTo !== null && one.studyTo < today) ? "noShow" : null;
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
