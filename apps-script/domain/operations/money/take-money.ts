import type { Day } from "../../days/civil-day";
import type { Cents, Method } from "../../rules/money/payment-amounts";
import type { YES_NOS } from "../../schema/allowed";
import * as say from "../../wording/money";
import type { ClerkRun } from "../clerk-run";

/** Money that came, for these enrolments; `null` shares are nobody's yet. Amounts in 分. */
interface Money {
  readonly day: Day;
  readonly cents: Cents;
  readonly method: Method;
  readonly payer: string | null;
  readonly receipt: string | null;
  readonly invoiced?: (typeof YES_NOS)[number] | null;
  readonly invoice?: string | null;
  readonly invoicedOn?: Day | null;
  readonly note?: string | null;
  /** Of which form it was booked, and what for. */
  readonly source?: string | null;
  readonly keys: readonly string[];
}

/** Books a payment; its number. */
export function bookMoney(run: ClerkRun, { cents, keys, invoiced = null, ...money }: Money): string {
  const { day, method, payer, receipt, invoice = null, invoicedOn = null, note = null, source = null } = money;
  const shares = keys.length === 0 ? null : keys.join("、");
  const invoices = { invoiced, invoice, invoicedOn };
  const values = { day, amount: cents / 100, method, payer, shares, receipt, ...invoices, note, source };
  return run.addPayment(values, say.payReason);
}
