import { compare } from "../../changes/outcome";
import type { Enrolment } from "../../schema/roster";
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
  /** By number; an enrolment that was left for another one is in that one's account. */
  readonly all: readonly Account[];
  readonly moves: Moves;
  readonly of: (row: Enrolment) => Account;
}

export function accountsOf(snapshot: Snapshot, context: Context): Accounts {
  const { settings, today } = context;
  const classes = classFinder(snapshot);
  const roster = [...snapshot.roster].sort((a, b) => compare(a.key, b.key));
  const absences = new Map(roster.map((row) => [row.key, absenceOf(row, classes, context)]));
  const moves = moneyMovesOf(roster, (row) => absences.get(row.key) ?? null);
  const account = (row: Enrolment): Account => {
    const movedIn = moves.from.get(row.key) ?? [];
    const absence = absences.get(row.key) ?? null;
    const answer = absence === null ? null : moneyAnswerOf(row);
    const debt = answer === null ? debtOf(row, movedIn) : "none";
    const isOver = isDutyDone(row) || isLapsed(row, settings.planYear, today);
    const isAwaited = debt === "owed" || (debt === "expected" && !isOver);
    return { row, movedIn, price: priceOf(row, settings, debt !== "none"), debt, isAwaited, absence, answer };
  };
  const all = roster.filter(({ key }) => !moves.to.has(key)).map(account);
  const byKey = new Map(all.map((one) => [one.row.key, one]));
  return {
    all,
    moves,
    of: (row) => byKey.get(moves.to.get(row.key) ?? row.key) ?? account(row),
  };
}

/** A debt that began before the change of class goes along; one that a credit came from was settled by the answer. */
function debtOf(row: Enrolment, movedIn: readonly Enrolment[]): Account["debt"] {
  if (hasBegun(row) || movedIn.some((left) => isMoved(left) && hasBegun(left))) return "owed";
  return hasEnded(row) ? "none" : "expected";
}
