import type { Enrolment } from "../../schema/roster";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import { isDutyDone } from "../assign/light";
import { classFinder } from "../class-finder";
import type { Context } from "../context";
import { hasEnded } from "../standing";
import { type Absence, absenceOf, isLapsed, type MoneyAnswer, moneyAnswerOf, moneyMovesOf } from "./absences";
import { hasBegun, priceOf } from "./debts";
import { isMoved, type Moves } from "./moves";
import type { Cents } from "./payment-amounts";

/** One enrolment's money, together with that of the enrolments whose place it took. */
export interface Account {
  readonly row: Enrolment;
  readonly movedIn: readonly Enrolment[];
  /** What it costs, whether that is owed or not; `null` when nobody has said. */
  readonly price: Cents | null;
  /** Owed since report-in, expected of who is still to come, or nothing: given up before it, or settled by an answer. */
  readonly debt: "owed" | "expected" | "none";
  /** Somebody is to pay it: 应缴 of who lapsed before report-in follows 申报类型, and nobody waits for it. */
  readonly isAwaited: boolean;
  readonly absence: Absence | null;
  /** 余款处理, where there is something to decide. */
  readonly answer: MoneyAnswer | null;
}

export interface Accounts {
  readonly moves: Moves;
  /** An enrolment that was left for another one is in that one's account. */
  readonly of: (row: Enrolment) => Account;
}

/** The accounts of a workbook, each worked out when it is asked for. */
export function accountsOf(snapshot: Snapshot, context: Context): Accounts {
  const { settings, today } = context;
  const classes = classFinder(snapshot);
  const moves = moneyMovesOf(snapshot.roster, (row) => absenceOf(row, classes, context));
  const account = (row: Enrolment): Account => {
    const movedIn = moves.from.get(row.key) ?? [];
    const absence = absenceOf(row, classes, context);
    const answer = absence === null ? null : moneyAnswerOf(row);
    const debt = answer === null ? debtOf(row, movedIn) : "none";
    const isOver = isDutyDone(row) || isLapsed(row, settings.planYear, today);
    const isAwaited = debt === "owed" || (debt === "expected" && !isOver);
    return { row, movedIn, price: priceOf(row, settings, debt !== "none"), debt, isAwaited, absence, answer };
  };
  const known = new Map<string, Account>();
  const of = (row: Enrolment): Account => {
    const key = moves.to.get(row.key) ?? row.key;
    const found = known.get(key) ?? account(rowWith(snapshot.roster, key) ?? row);
    known.set(key, found);
    return found;
  };
  return { moves, of };
}

/** A debt that began before the change of class goes along; one that a credit came from was settled by the answer. */
function debtOf(row: Enrolment, movedIn: readonly Enrolment[]): Account["debt"] {
  if (hasBegun(row) || movedIn.some((left) => isMoved(left) && hasBegun(left))) return "owed";
  return hasEnded(row) ? "none" : "expected";
}
