import type { Day } from "../days/civil-day";
import { plainName } from "../plan/classes";
import { MONEY_ANSWER, MONEY_ANSWERS } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
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

/** Ways of writing into 未报到 that somebody did come. */
const CAME = /^(?:否|不是|无|0|×|x|no|false)$/iu;
/** The tick that staff put there for the class of that day. */
const TICK = /^(?:是|√|✓|1|y|yes|true|未报到|没来|未到)$/iu;

/**
 * Whether somebody does not come, as far as the day tells: given up, 未报到 for the class that stands there now, or that class
 * is over without a report-in. Who has a later class is still to come.
 */
export function absenceOf(row: Enrolment, classes: ClassFinder, today: Day): Absence | null {
  if (isWithdrawn(row)) return "left";
  if (hasBegun(row) || hasEnded(row)) return null;
  const one = classes.of(row);
  const missed = (row.noShow ?? "").split(/[、,，;；\n]/u).flatMap((part) => (part.trim() === "" ? [] : [plainName(part)]));
  const isMissed = missed.some((part) => !CAME.test(part) && (one === null || TICK.test(part) || part === plainName(one.name)));
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
