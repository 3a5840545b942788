import type { Finding } from "../changes/finding";
import { compare, OutcomeBuilder } from "../changes/outcome";
import { PAYMENT_METHODS } from "../schema/allowed";
import type { Payment } from "../schema/tables";
import type { Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/fees";
import {
  type Cents,
  countedOf,
  type Entry,
  enrolmentFinder,
  type Method,
  readEntries,
  type Split,
  splitPayment,
} from "./payment-shares";

/** All payments, shared out. For the accepted ones Σ `paid` + Σ `leftovers` = Σ `byMethod`, to the 分. */
interface PaymentBook {
  /** Paid by enrolment; one that no payment names is absent. */
  readonly paid: ReadonlyMap<string, Cents>;
  /** Named by a payment that could not be counted or shared out. */
  readonly unchecked: ReadonlySet<string>;
  readonly leftovers: ReadonlyMap<string, Cents>;
  readonly byMethod: Readonly<Record<Method, Cents>>;
  readonly findings: readonly Finding[];
}

/** Shares out every payment, in order of day and number, so that the order of rows does not matter. */
export function bookPayments(snapshot: Snapshot, dueOf: (key: string) => Cents | null): PaymentBook {
  const out = new OutcomeBuilder();
  const paid = new Map<string, Cents>();
  const unchecked = new Set<string>();
  const leftovers = new Map<string, Cents>();
  const byMethod = Object.fromEntries(PAYMENT_METHODS.map((method) => [method, 0])) as Record<Method, Cents>;
  const find = enrolmentFinder(snapshot.roster.map((row) => row.key));
  for (const payment of [...snapshot.payments].sort(byDay)) {
    const entries = readEntries(payment.shares, find);
    reportEntries(out, payment, entries);
    const counted = countedOf(payment);
    if ("refusal" in counted) {
      reportRefusal(out, payment, counted.refusal);
      // A refused card payment leaves the fee unpaid; the others are money that someone has to look at.
      if (counted.refusal !== "pos") for (const { key } of entries) if (key !== null) unchecked.add(key);
      continue;
    }
    byMethod[counted.method] += counted.cents;
    const split = splitPayment(counted.cents, entries, (key) => ({ due: dueOf(key), paid: paid.get(key) ?? 0 }));
    for (const [key, cents] of split.shares) paid.set(key, (paid.get(key) ?? 0) + cents);
    if (!split.isSpread) for (const { key } of entries) if (key !== null) unchecked.add(key);
    if (split.leftover !== 0) leftovers.set(payment.key, split.leftover);
    reportSplit(out, payment, counted.cents, split);
  }
  return { paid, unchecked, leftovers, byMethod, findings: out.done().findings };
}

function byDay(a: Payment, b: Payment): number {
  return compare(a.day ?? "", b.day ?? "") || compare(a.key, b.key);
}

function reportRefusal(out: OutcomeBuilder, payment: Payment, refusal: "method" | "pos" | "amount"): void {
  const { key } = payment;
  if (refusal === "pos") {
    out.find("F01", "payments", key, "method", say.posRefused(key, payment.method ?? ""));
  } else if (refusal === "amount") {
    out.find("F02", "payments", key, "amount", say.amountUnreadable(key, payment.amount));
  } else {
    out.find("F03", "payments", key, "method", say.methodUnreadable(key, payment.method));
  }
}

function reportEntries(out: OutcomeBuilder, { key }: Payment, entries: readonly Entry[]): void {
  const unknown = entries.filter((entry) => entry.key === null).map(({ written }) => written);
  if (unknown.length > 0) {
    const message = say.unknownEnrolments(key, unknown);
    out.find("F04", "payments", key, "shares", message);
  }
  const keys = entries.flatMap((entry) => (entry.key === null ? [] : [entry.key]));
  const seen = new Set<string>();
  const twice = new Set(keys.filter((one) => seen.size === seen.add(one).size));
  if (twice.size > 0) {
    out.find("F06", "payments", key, "shares", say.listedTwice(key, [...twice]));
  }
  const unreadable = entries.filter(({ cents }) => cents === "unreadable").map(({ written }) => written);
  if (unreadable.length > 0) {
    const message = say.shareUnreadable(key, unreadable);
    out.find("F11", "payments", key, "shares", message);
  }
}

/** One finding a payment: what a written sum leaves over is said with it, and what waits for a correction is all left over. */
function reportSplit(out: OutcomeBuilder, { key }: Payment, amount: Cents, split: Split): void {
  if (split.mismatch !== null) {
    const message = say.sharesMismatch(key, split.mismatch / 100, amount / 100);
    out.find("F05", "payments", key, "shares", message, { advice: say.sharesMismatchAdvice(split.isSpread) });
  } else if (split.leftover !== 0 && split.isSpread) {
    const message = say.leftover(key, split.leftover / 100, amount / 100);
    out.find("F07", "payments", key, "shares", message);
  }
}
