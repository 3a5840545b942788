import { canonicalId } from "../people/canonical";
import { PAYMENT_METHODS } from "../schema/allowed";
import type { Payment } from "../schema/tables";
import type { Value } from "../snapshot/value";

/** Money is counted in 分 (hundredths of a yuan), so that sums are exact. */
export type Cents = number;
export type Method = (typeof PAYMENT_METHODS)[number];

/** More than the centre will ever take in one payment; keeps sums far inside exact integers. */
const MOST_YUAN = 100_000_000;

/** The amount of a cell or a share; `null` for text, more than two decimals, or an absurd number. */
export function centsOf(amount: Value): Cents | null {
  if (typeof amount !== "number" || !Number.isFinite(amount) || Math.abs(amount) > MOST_YUAN) return null;
  const cents = Math.round(amount * 100);
  // 300.1 × 100 is 30010.000000000004: tolerate what binary fractions do, not a third decimal.
  return Math.abs(amount * 100 - cents) < 1e-4 ? cents + 0 : null;
}

/** The notice, 三.2: paid in cash or by scanning, 不支持POS机刷卡. */
export function readMethod(written: string | null): Method | "refused" | null {
  if (written === null) return null;
  const folded = written.normalize("NFKC").replace(/\s/gu, "");
  const method = PAYMENT_METHODS.find((one) => one === folded || `${one}支付` === folded);
  if (method !== undefined) return method;
  return /pos|刷卡|银联|银行卡|信用卡|储蓄卡|借记卡/iu.test(folded) ? "refused" : null;
}

/** One entry of 分摊到. `cents` is `null` when no amount was written, `"unreadable"` when it cannot be read. */
export interface Entry {
  readonly written: string;
  /** The enrolment's key, `null` when 名册 has no such number. */
  readonly key: string | null;
  readonly cents: Cents | null | "unreadable";
}

/** Finds an enrolment by its number as written: exactly, or apart from width, case, blanks and dashes. */
type FindEnrolment = (written: string) => string | null;

export function enrolmentFinder(keys: readonly string[]): FindEnrolment {
  const exact = new Set(keys);
  const folded = new Map<string, string | null>();
  for (const key of keys) {
    const form = canonicalId(key);
    folded.set(form, folded.has(form) ? null : key);
  }
  return (written) => (exact.has(written) ? written : (folded.get(canonicalId(written)) ?? null));
}

/** Reads `B2024-00001=300、B2024-00002`; commas, semicolons, blanks and line breaks separate as well. */
export function readEntries(written: string | null, find: FindEnrolment): Entry[] {
  const text = (written ?? "")
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(/ ?[=:] ?/gu, "=");
  const entries = text.split(/[、,;\s]+/u).filter((part) => part !== "");
  return entries.map((part): Entry => {
    const at = part.indexOf("=");
    const id = at < 0 ? part : part.slice(0, at);
    return { written: part, key: id === "" ? null : find(id), cents: at < 0 ? null : shareCents(part.slice(at + 1)) };
  });
}

function shareCents(written: string): Cents | null | "unreadable" {
  if (written === "") return null;
  const digits = written.replace(/^[¥￥]/u, "").replace(/元$/u, "");
  return (/^[+-]?\d+(\.\d+)?$/u.test(digits) ? centsOf(Number(digits)) : null) ?? "unreadable";
}

/** How one payment was shared out. The shares and the leftover always add up to the amount. */
export interface Split {
  readonly shares: ReadonlyMap<string, Cents>;
  readonly leftover: Cents;
  /** Sum of the written amounts when it differs from the payment. */
  readonly mismatch: Cents | null;
  readonly isSpread: boolean;
}

const nothing = (amount: Cents, mismatch: Cents | null): Split => ({
  shares: new Map(),
  leftover: amount,
  mismatch,
  isSpread: false,
});

/**
 * Shares out a payment. Written amounts are followed; when they are more than the money, or an amount cannot be read,
 * nothing is shared until a person has looked. The rest goes to the people listed without an amount: to a single one
 * whole (so an overpayment shows), to several in the order of the list up to what each still owes. A refund takes back
 * no more than was paid. What nobody takes is left over.
 */
export function splitPayment(
  amount: Cents,
  entries: readonly Entry[],
  balanceOf: (key: string) => { readonly due: Cents | null; readonly paid: Cents },
): Split {
  if (entries.some(({ cents }) => cents === "unreadable")) return nothing(amount, null);
  const amounts = entries.flatMap(({ cents }) => (typeof cents === "number" ? [cents] : []));
  // In a refund's row people write what goes back without the minus.
  const sign = amount < 0 && amounts.length > 0 && amounts.every((cents) => cents > 0) ? -1 : 1;
  const written = sign * amounts.reduce((sum, cents) => sum + cents, 0);
  const openEntries = [
    ...new Map(entries.filter(({ cents }) => cents === null).map((entry) => [entry.key ?? entry.written, entry])).values(),
  ];
  const isTooMuch = amount < 0 ? written < amount : written > amount;
  const differs = amounts.length > 0 && (openEntries.length === 0 ? written !== amount : isTooMuch);
  if (isTooMuch && amounts.length > 0) return nothing(amount, written);

  const shares = new Map<string, Cents>();
  const give = (key: string, cents: Cents) => {
    if (cents !== 0) shares.set(key, (shares.get(key) ?? 0) + cents);
  };
  for (const { key, cents } of entries) if (key !== null && typeof cents === "number") give(key, sign * cents);
  let rest = amount - written;
  const [only] = openEntries;
  if (openEntries.length === 1 && only !== undefined && only.key !== null) {
    give(only.key, rest);
    rest = 0;
  }
  for (const { key } of openEntries) {
    if (key === null || rest === 0 || openEntries.length === 1) continue;
    const { due, paid } = balanceOf(key);
    const already = paid + (shares.get(key) ?? 0);
    const room = rest > 0 ? Math.max(0, (due ?? 0) - already) : Math.max(0, already);
    const share = rest > 0 ? Math.min(room, rest) : -Math.min(room, -rest);
    give(key, share);
    rest -= share;
  }
  const given = [...shares.values()].reduce((sum, cents) => sum + cents, 0);
  return { shares, leftover: amount - given, mismatch: differs ? written : null, isSpread: true };
}

/** What can be counted of a payment, or why it cannot. */
type Counted = { readonly cents: Cents; readonly method: Method } | { readonly refusal: "method" | "pos" | "amount" };

export function countedOf(payment: Payment): Counted {
  const method = readMethod(payment.method);
  if (method === "refused") return { refusal: "pos" };
  const cents = centsOf(payment.amount);
  if (cents === null) return { refusal: "amount" };
  return method === null ? { refusal: "method" } : { cents, method };
}
