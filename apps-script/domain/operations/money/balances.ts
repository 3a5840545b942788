import type { Context } from "../../rules/context";
import { moneyOf } from "../../rules/money/fees";
import type { Cents } from "../../rules/money/payment-amounts";
import type { Touched } from "../../rules/touched";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";

/** What an enrolment costs and what was paid for it, as the payments say now; `price` is `null` where nobody has said. */
export interface Balance {
  readonly price: Cents | null;
  readonly paid: Cents;
  /** What is still to be paid, by who is to come and by who came. */
  readonly open: Cents;
}

export interface Balances {
  readonly of: (row: Enrolment) => Balance;
  /** What of a payment is nobody's. */
  readonly leftOver: (payment: string) => Cents;
  /** What each enrolment got of a payment. */
  readonly shares: (payment: string) => ReadonlyMap<string, Cents>;
}

/** @param only whose balances are asked for; all unless given */
export function balancesOf(snapshot: Snapshot, context: Context, only?: Touched): Balances {
  const { accounts, book } = moneyOf(snapshot, context, only);
  return {
    of: (row) => {
      const { row: standsFor, price, debt } = accounts.of(row);
      const paid = book.paid.get(standsFor.key) ?? 0;
      return { price, paid, open: debt === "none" ? 0 : Math.max(0, (price ?? 0) - Math.max(0, paid)) };
    },
    leftOver: (payment) => book.leftovers.get(payment) ?? 0,
    shares: (payment) => book.shares.get(payment) ?? new Map(),
  };
}
