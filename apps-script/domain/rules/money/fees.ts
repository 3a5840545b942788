import { compare, type Outcome, OutcomeBuilder } from "../../changes/outcome";
import { FEE_STATE, KIND, MONEY_ANSWER } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import type { FeesCode } from "../../wording/fees";
import * as say from "../../wording/fees";
import { successorFinder } from "../assign/successors";
import type { Context } from "../context";
import { hasEnded } from "../standing";
import { aboutTouched, isTouched, type Touched } from "../touched";
import { type Account, type Accounts, accountsOf } from "./accounts";
import { bearingOn } from "./bearing";
import { agreedFee, kindIn } from "./debts";
import { reportMoney, reportPrice } from "./fee-findings";
import type { Cents } from "./payment-amounts";
import { bookPayments, isBelow, openOf, type Payer, type PaymentBook } from "./payment-book";

/**
 * 应缴, 已缴 and 缴费状态 of every enrolment, and 未分摊 of every payment. A debt begins with report-in (the notice, 三.2) and
 * stays until it is paid, also after the pass; before that 应缴 is what is expected of who is to come, and who gives up owes
 * nothing. Money goes along with a change of class. Σ 已缴 + Σ 未分摊 is the money accepted and what was carried over: a debt of
 * the year before makes 已缴 less than nothing.
 *
 * Summary in yuan: `due` is the sum of 应缴 and `paid` that of 已缴; `open` is owed and not paid, `expected` what live
 * enrolments still have to pay from report-in on; `byMethod` all money accepted, as in the cash box.
 *
 * @param only the enrolments and payments to write and tell of; all unless given
 */
export function fees(snapshot: Snapshot, context: Context, only?: Touched): Outcome {
  const out = new OutcomeBuilder<FeesCode>();
  const { accounts, book } = moneyOf(snapshot, context, only);
  for (const finding of book.findings) if (aboutTouched(finding, only)) out.take(finding);
  for (const payment of snapshot.payments) {
    if (!isTouched(only, "payments", payment.key)) continue;
    out.set("payments", payment, "unshared", yuanOf(book.leftovers.get(payment.key) ?? null), say.unsharedReason);
  }
  for (const row of snapshot.roster) {
    const to = accounts.moves.to.get(row.key);
    if (to !== undefined && isTouched(only, "roster", row.key)) leaveMoved(out, row, to);
  }
  const hasSuccessor = successorFinder(snapshot);
  const total = { due: 0, paid: 0, open: 0, expected: 0 };
  const touched = snapshot.roster.filter(({ key }) => isTouched(only, "roster", key) && !accounts.moves.to.has(key));
  for (const account of touched.sort((a, b) => compare(a.key, b.key)).map(accounts.of)) {
    const { row, debt, isAwaited, price } = account;
    const paid = book.paid.get(row.key) ?? null;
    const due = debt === "none" ? null : price;
    const carried = book.carried.get(row.key) ?? 0;
    write(out, account, { paid, carried, isUnchecked: book.unchecked.has(row.key) });
    reportPrice(out, account, context, hasSuccessor);
    reportMoney(out, account, { paid: paid ?? 0, carried }, accounts.moves.unclear.get(row.key) ?? [], context);
    const owed = openOf(debt === "owed" ? due : 0, paid ?? 0, carried);
    total.due += due ?? 0;
    total.paid += paid ?? 0;
    total.open += owed;
    if (isAwaited) total.expected += openOf(due, paid ?? 0, carried) - owed;
  }
  const byMethod = Object.fromEntries(Object.entries(book.byMethod).map(([method, cents]) => [method, cents / 100]));
  return out.done({
    due: total.due / 100,
    paid: total.paid / 100,
    open: total.open / 100,
    expected: total.expected / 100,
    byMethod,
  });
}

/**
 * Every enrolment's account, and the payments shared out among them.
 *
 * @param only whose money is asked about; of others the book may not know all then
 */
export function moneyOf(
  snapshot: Snapshot,
  context: Context,
  only?: Touched,
): { readonly accounts: Accounts; readonly book: PaymentBook } {
  const accounts = accountsOf(snapshot, context);
  const payments = only && bearingOn(snapshot, accounts.moves, only);
  return { accounts, book: bookPayments(snapshot, (row) => payerOf(accounts.of(row)), payments) };
}

const yuanOf = (cents: Cents | null): number | null => (cents === null ? null : cents / 100);

function payerOf({ row: standsFor, price, debt, isAwaited }: Account): Payer {
  return { standsFor, price, isLive: debt !== "none" && !hasEnded(standsFor), isCalledOn: isAwaited };
}

/** The money of an enrolment that was left is told where it went. */
function leaveMoved(out: OutcomeBuilder, row: Enrolment, to: string): void {
  const reason = say.movedOnReason(to);
  out.set("roster", row, "feeDue", null, reason);
  out.set("roster", row, "feePaid", null, reason);
  out.set("roster", row, "feeState", FEE_STATE.movedOn, reason);
}

/** What the payments say of one account. */
interface Paid {
  readonly paid: Cents | null;
  readonly carried: Cents;
  readonly isUnchecked: boolean;
}

function write(out: OutcomeBuilder, account: Account, money: Paid): void {
  const { paid } = money;
  const { row, movedIn, debt, price } = account;
  const dueReason = agreedFee(row) === null ? say.byKindReason : say.byAgreementReason;
  const paidReason = movedIn.length === 0 ? say.byPaymentsReason : say.movedInReason(movedIn.map(({ key }) => key));
  const isCalledOn = debt !== "none";
  out.set("roster", row, "feeDue", isCalledOn ? yuanOf(price) : null, isCalledOn ? dueReason : say.owesNothingReason);
  out.set("roster", row, "feePaid", yuanOf(paid ?? (isCalledOn ? 0 : null)), paidReason);
  const state = isCalledOn ? debtState(account, money) : settledState(account, money);
  out.set("roster", row, "feeState", state, paidReason);
}

function debtState({ row, price }: Account, { paid: counted, carried, isUnchecked }: Paid): string {
  const paid = counted ?? 0;
  if (isUnchecked || isBelow(paid, carried)) return FEE_STATE.unchecked;
  if (price === null) return kindIn(row) === KIND.renewal ? FEE_STATE.unset : FEE_STATE.unchecked;
  if (paid > price) return FEE_STATE.over;
  if (paid === price) return price === 0 ? FEE_STATE.free : FEE_STATE.paid;
  return paid > 0 ? FEE_STATE.part : FEE_STATE.unpaid;
}

/** Of somebody who owes nothing: what becomes of the money that was paid all the same. */
function settledState({ answer }: Account, { paid, carried }: Paid): string | null {
  if (paid === null) return null;
  if (paid < 0) return isBelow(paid, carried) ? FEE_STATE.unchecked : FEE_STATE.unpaid;
  if (paid === 0) return answer === MONEY_ANSWER.refund ? FEE_STATE.refunded : null;
  if (answer === MONEY_ANSWER.refund) return FEE_STATE.refundDue;
  if (answer === MONEY_ANSWER.keep) return FEE_STATE.kept;
  return answer === MONEY_ANSWER.forfeit ? FEE_STATE.forfeited : FEE_STATE.undecided;
}
