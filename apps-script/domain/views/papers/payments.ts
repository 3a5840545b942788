import { compare } from "../../changes/outcome";
import { type Day, isDay } from "../../days/civil-day";
import { balancesOf } from "../../operations/money/balances";
import type { Context } from "../../rules/context";
import { kindIn } from "../../rules/money/debts";
import { type Cents, countedOf } from "../../rules/money/payment-amounts";
import { KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Payment } from "../../schema/tables";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import { unknownMethod } from "../../wording/fees";
import * as say from "../../wording/printed-money";
import { allPayments } from "../money-sums";

/** A payment that is counted, with whom it is for. */
export interface SharedPayment {
  readonly payment: Payment;
  readonly cents: Cents;
  readonly method: string;
  /** Their part of it. Empty where nobody knows yet for whom it is. */
  readonly shares: readonly Share[];
  readonly leftOver: Cents;
}

export interface Share {
  readonly row: Enrolment;
  readonly cents: Cents;
}

interface SharedPayments {
  readonly counted: readonly SharedPayment[];
  /** POS, or no amount: in no sum. */
  readonly uncounted: readonly Payment[];
}

/** All payments in order of day and number. Rows that share a number are counted, and nobody knows for whom they are. */
export function sharedPayments(snapshot: Snapshot, context: Context): SharedPayments {
  const balances = balancesOf(snapshot, context);
  const alone = new Set(snapshot.payments);
  const all = [...allPayments(snapshot)].sort((a, b) => compare(a.day ?? "", b.day ?? "") || compare(a.key, b.key));
  const counted = all.flatMap((payment): SharedPayment[] => {
    const money = countedOf(payment);
    if ("refusal" in money) return [];
    const { cents, method } = money;
    const shares = alone.has(payment) ? sharesOf(snapshot, balances.shares(payment.key)) : [];
    const leftOver = alone.has(payment) ? balances.leftOver(payment.key) : cents;
    return [{ payment, cents, method: method ?? unknownMethod, shares, leftOver }];
  });
  return { counted, uncounted: all.filter((payment) => "refusal" in countedOf(payment)) };
}

function sharesOf(snapshot: Snapshot, shares: ReadonlyMap<string, Cents>): Share[] {
  return [...shares].flatMap(([key, cents]) => {
    const row = rowWith(snapshot.roster, key);
    return row === null ? [] : [{ row, cents }];
  });
}

/** What the centre takes money for: 培训费 or 再培训费, and never an exam. */
export const itemOf = (row: Pick<Enrolment, "kind">): string =>
  kindIn(row) === KIND.retraining ? say.items.retraining : say.items.initial;

/** What a payment is for, with its part of the money; what is nobody's yet is paid in advance. */
export function itemsOf({ shares, leftOver }: SharedPayment): readonly { readonly item: string; readonly cents: Cents }[] {
  const sums = new Map<string, Cents>();
  for (const { row, cents } of shares) sums.set(itemOf(row), (sums.get(itemOf(row)) ?? 0) + cents);
  if (leftOver !== 0) sums.set(say.items.ahead, leftOver);
  return [...sums].map(([item, cents]) => ({ item, cents }));
}

/** First and last day, both included; `null` is open. A day that can't be read is in none. */
export function isWithin({ day }: Pick<Payment, "day">, from: Day | null, to: Day | null): boolean {
  if (from === null && to === null) return true;
  return isDay(day) && (from === null || day >= from) && (to === null || day <= to);
}
