import type { Context } from "../../rules/context";
import { moneyOf } from "../../rules/money/fees";
import type { Cents } from "../../rules/money/payment-amounts";
import { openOf } from "../../rules/money/payment-book";
import type { Touched } from "../../rules/touched";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";

/** What an enrolment costs and what was paid for it, as the payments say now. */
export interface Balance {
  /** `null` where nobody has said. */
  readonly price: Cents | null;
  /** Its price where that is owed or expected; `null` where it is not, or nobody has said. */
  readonly due: Cents | null;
  /** With what the year before left. */
  readonly paid: Cents;
  /** What the year before left: less than nothing is a debt. */
  readonly carried: Cents;
  /** What is still to be paid, by who is to come and by who came. */
  readonly open: Cents;
}

export interface Balances {
  /** Of an enrolment that was left for another one, the balance is that one's. */
  readonly of: (row: Enrolment) => Balance;
  /** The same, but one that was left has none of its own, so that a sum counts everything once. */
  readonly own: (row: Enrolment) => Balance;
  /** What of a payment is nobody's. */
  readonly leftOver: (payment: string) => Cents;
  /** What each enrolment got of a payment. */
  readonly shares: (payment: string) => ReadonlyMap<string, Cents>;
}

const LEFT: Balance = { price: null, due: null, paid: 0, carried: 0, open: 0 };

/** @param only whose balances are asked for; all unless given */
export function balancesOf(snapshot: Snapshot, context: Context, only?: Touched): Balances {
  const { accounts, book } = moneyOf(snapshot, context, only);
  const of = (row: Enrolment): Balance => {
    const { row: standsFor, price, debt } = accounts.of(row);
    const paid = book.paid.get(standsFor.key) ?? 0;
    const due = debt === "none" ? null : price;
    const carried = book.carried.get(standsFor.key) ?? 0;
    return { price, due, paid, carried, open: openOf(due, paid, carried) };
  };
  return {
    of,
    own: (row) => (accounts.moves.to.has(row.key) ? LEFT : of(row)),
    leftOver: (payment) => book.leftovers.get(payment) ?? 0,
    shares: (payment) => book.shares.get(payment) ?? new Map(),
  };
}
