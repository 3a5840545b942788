import { type Cents, centsOf, countedOf } from "../rules/money/payment-amounts";
import { PAYMENT_METHODS } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Payment } from "../schema/tables";
import { groupedBy } from "../snapshot/grouped-by";
import { rowsAside } from "../snapshot/rows-aside";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import { unknownMethod } from "../wording/fees";
import type { MethodSum } from "./lines";

/** All rows of 缴费: money that came is counted, also where two rows have one 流水号. */
export function allPayments({ payments, repeated }: Pick<Snapshot, "payments" | "repeated">): readonly Payment[] {
  return [...payments, ...rowsAside(repeated, "payments")];
}

interface Sums {
  readonly byMethod: readonly MethodSum[];
  /** In yuan. */
  readonly total: number;
  /** 流水号 of what can't be counted: POS, or no amount. */
  readonly uncounted: readonly string[];
}

/** Sums of payments by how they came, in the order of the list; methods without any are left out. */
export function sumsOf(payments: readonly Payment[]): Sums {
  const counted = payments.flatMap((payment) => {
    const money = countedOf(payment);
    return "refusal" in money ? [] : [{ payment, cents: money.cents, method: money.method ?? unknownMethod }];
  });
  const groups = groupedBy(counted, ({ method }) => method);
  const byMethod = [...PAYMENT_METHODS, unknownMethod].flatMap((method): MethodSum[] => {
    const group = groups.get(method);
    if (group === undefined) return [];
    return [{ method, amount: yuanOf(group.map(({ cents }) => cents)), payments: group.map(({ payment }) => payment.key) }];
  });
  return {
    byMethod,
    total: yuanOf(counted.map(({ cents }) => cents)),
    uncounted: payments.filter((payment) => "refusal" in countedOf(payment)).map(({ key }) => key),
  };
}

/** A sum of 分 in yuan. */
export function yuanOf(amounts: readonly Cents[]): number {
  return amounts.reduce((sum, cents) => sum + cents, 0) / 100;
}

/** An amount of 名册 in yuan; `null` for what is none. */
export function amountOf(value: Value): number | null {
  const cents = centsOf(value);
  return cents === null ? null : yuanOf([cents]);
}

/** 应缴 and 已缴 of these enrolments as 名册 says them, and what is still to be paid. */
export function feesOf(rows: readonly Enrolment[]): { readonly due: number; readonly paid: number; readonly open: number } {
  const fees = rows.map(({ feeDue, feePaid }) => ({ due: centsOf(feeDue) ?? 0, paid: centsOf(feePaid) ?? 0 }));
  return {
    due: yuanOf(fees.map(({ due }) => due)),
    paid: yuanOf(fees.map(({ paid }) => paid)),
    open: yuanOf(fees.map(({ due, paid }) => Math.max(0, due - Math.max(0, paid)))),
  };
}
