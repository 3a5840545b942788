import type { Finding } from "../../changes/finding";
import { compare, OutcomeBuilder } from "../../changes/outcome";
import { CARRIED, PAYMENT_METHODS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Payment } from "../../schema/tables";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import type { FeesCode } from "../../wording/fees";
import { unknownMethod } from "../../wording/fees";
import { type Cents, countedOf, type Method } from "./payment-amounts";
import { reportEntries, reportMethod, reportRefusal, reportSplit } from "./payment-findings";
import { nameReader, type Question } from "./payment-names";
import { peopleOf, readShares, splitPayment } from "./payment-shares";

/**
 * All payments, shared out. For the accepted ones Σ `paid` + Σ `leftovers` = Σ `byMethod` + what was carried over, to the 分.
 */
export interface PaymentBook {
  /** Paid by enrolment, with what was carried over; one that no payment names is absent. */
  readonly paid: ReadonlyMap<string, Cents>;
  /** What the year before left, by enrolment: less than nothing is a debt. */
  readonly carried: ReadonlyMap<string, Cents>;
  /** Named by a payment that could not be counted or shared out. */
  readonly unchecked: ReadonlySet<string>;
  /** What each enrolment got of an accepted payment, by payment. */
  readonly shares: ReadonlyMap<string, ReadonlyMap<string, Cents>>;
  /** What of an accepted payment is nobody's yet. */
  readonly leftovers: ReadonlyMap<string, Cents>;
  /** Money that came: 上年结转 is none. */
  readonly byMethod: Readonly<Partial<Record<Method | typeof unknownMethod, Cents>>>;
  readonly findings: readonly Finding[];
}

/** What the book has to know of an enrolment. */
export interface Payer {
  /** The enrolment that took the place of this one, else itself. */
  readonly standsFor: Enrolment;
  readonly price: Cents | null;
  /** Live, or with a debt that has begun. */
  readonly isCalledOn: boolean;
  readonly isLive: boolean;
}

/**
 * Shares out payments, in order of day and number, so that the order of rows does not matter.
 *
 * @param payments all that bear on those who are asked about (`bearingOn`); all of the workbook unless given
 */
export function bookPayments(
  snapshot: Snapshot,
  payerOf: (row: Enrolment) => Payer,
  payments: readonly Payment[] = snapshot.payments,
): PaymentBook {
  const out = new OutcomeBuilder<FeesCode>();
  const paid = new Map<string, Cents>();
  const carried = new Map<string, Cents>();
  const unchecked = new Set<string>();
  const shares = new Map<string, ReadonlyMap<string, Cents>>();
  const leftovers = new Map<string, Cents>();
  const byMethod: Partial<Record<Method | typeof unknownMethod, Cents>> = {};
  for (const method of PAYMENT_METHODS) byMethod[method] = 0;
  const paidBy = ({ key }: Enrolment): Cents => paid.get(key) ?? 0;
  const read = nameReader(snapshot, (row) => payerOf(row).standsFor);
  const asking = (isRefund: boolean): Question => {
    const owes = (row: Enrolment): boolean => payerOf(row).isCalledOn && paidBy(row) < (payerOf(row).price ?? 0);
    return { isRefund, owes, isMeant: (row) => (isRefund ? paidBy(row) > 0 : payerOf(row).isLive || owes(row)) };
  };
  const balanceOf = (key: string) => {
    const row = rowWith(snapshot.roster, key);
    return { price: row === null ? null : payerOf(row).price, paid: paid.get(key) ?? 0 };
  };
  for (const payment of [...payments].sort(byDay)) {
    const counted = countedOf(payment);
    const cents = "refusal" in counted ? null : counted.cents;
    const entries = readShares(payment, (name) => read(name, asking(cents !== null && cents < 0)));
    const named = entries.flatMap(({ target }) => peopleOf(target));
    reportEntries(out, payment, entries);
    if ("refusal" in counted) {
      reportRefusal(out, payment, counted.refusal);
      // A refused card payment leaves the fee unpaid; the others are money that someone has to look at.
      if (counted.refusal !== "pos") for (const { key } of named) unchecked.add(key);
      continue;
    }
    const isMoney = counted.method !== CARRIED;
    if (counted.method !== CARRIED) {
      const method = counted.method ?? unknownMethod;
      byMethod[method] = (byMethod[method] ?? 0) + counted.cents;
      reportMethod(out, payment, counted.method);
    }
    const split = splitPayment(counted.cents, entries, balanceOf);
    shares.set(payment.key, split.shares);
    for (const [key, share] of split.shares) {
      paid.set(key, (paid.get(key) ?? 0) + share);
      if (!isMoney) carried.set(key, (carried.get(key) ?? 0) + share);
    }
    if (!split.isSpread) for (const { key } of named) unchecked.add(key);
    if (split.leftover !== 0) leftovers.set(payment.key, split.leftover);
    reportSplit(out, payment, counted.cents, split);
  }
  return { paid, carried, unchecked, shares, leftovers, byMethod, findings: out.done().findings };
}

/**
 * What is still to be paid. A debt of the year before comes on top; money that was given back beyond what had come does not.
 *
 * @param carried less than nothing for a debt of the year before
 */
export function openOf(due: Cents | null, paid: Cents, carried: Cents): Cents {
  return Math.max(0, (due ?? 0) - Math.max(Math.min(0, carried), paid));
}

/** More was given back than had come. */
export function isBelow(paid: Cents, carried: Cents): boolean {
  return paid < Math.min(0, carried);
}

function byDay(a: Payment, b: Payment): number {
  return compare(a.day ?? "", b.day ?? "") || compare(a.key, b.key);
}
