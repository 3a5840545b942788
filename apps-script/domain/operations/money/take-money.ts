import type { Day } from "../../days/civil-day";
import type { Cents, Method } from "../../rules/money/payment-amounts";
import * as say from "../../wording/money";
import type { ClerkRun } from "../clerk-run";

/** Money that came, for these enrolments; `null` shares are nobody's yet. Amounts in 分. */
interface Money {
  readonly day: Day;
  readonly cents: Cents;
  readonly method: Method;
  readonly payer: string | null;
  readonly receipt: string | null;
  readonly invoice?: string | null;
  readonly note?: string | null;
  readonly keys: readonly string[];
}

/** Books a payment; its number. */
export function bookMoney(
  run: ClerkRun,
  { day, cents, method, payer, receipt, invoice = null, note = null, keys }: Money,
): string {
  const shares = keys.length === 0 ? null : keys.join("、");
  return run.addPayment({ day, amount: cents / 100, method, payer, shares, receipt, invoice, note }, say.payReason);
}
