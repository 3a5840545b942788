import type { Context } from "../rules/context";
import type { Account } from "../rules/money/accounts";
import { moneyOf } from "../rules/money/fees";
import type { Cents } from "../rules/money/payment-amounts";
import { openOf, type PaymentBook } from "../rules/money/payment-book";
import { MONEY_ANSWER } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";

/** What an enrolment leaves at the end of the year. */
export interface LeftMoney {
  readonly key: string;
  /** Owed and not paid. */
  readonly debt: Cents;
  /** Paid and kept for the next time: 多缴, or what staff answered with 留作下次. */
  readonly credit: Cents;
  /** Money that staff have yet to decide about: it stays in the old book. */
  readonly undecided: Cents;
}

/** The money of everybody who leaves some, by 报名编号; one that was left for another enrolment is in that one's. */
export function moneyLeftIn(snapshot: Snapshot, context: Context): ReadonlyMap<string, LeftMoney> {
  const { accounts, book } = moneyOf(snapshot, context);
  const own = snapshot.roster.filter(({ key }) => !accounts.moves.to.has(key)).map(accounts.of);
  const left = own.map((account) => leftOf(account, book)).filter(({ debt, credit, undecided }) => debt + credit + undecided > 0);
  return new Map(left.map((one) => [one.key, one]));
}

function leftOf({ row: { key }, debt, price, absence, answer }: Account, book: PaymentBook): LeftMoney {
  const paid = book.paid.get(key) ?? 0;
  const carried = book.carried.get(key) ?? 0;
  if (book.unchecked.has(key)) return { key, debt: 0, credit: 0, undecided: Math.max(0, paid) };
  const owed = openOf(debt === "owed" ? price : 0, paid, carried);
  if (debt === "owed") return { key, debt: owed, credit: price === null ? 0 : Math.max(0, paid - price), undecided: 0 };
  const isKept = absence !== null && answer === MONEY_ANSWER.keep;
  const isSettled = isKept || answer === MONEY_ANSWER.forfeit;
  return { key, debt: owed, credit: isKept ? Math.max(0, paid) : 0, undecided: isSettled ? 0 : Math.max(0, paid) };
}
