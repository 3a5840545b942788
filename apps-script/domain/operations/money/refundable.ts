import { foldWidth } from "../../people/canonical";
import { type Cents, readAmount } from "../../rules/money/payment-amounts";
import type { Payment } from "../../schema/tables";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import type { Balances } from "./balances";

/** What of a payment can still be given back, to whom. Amounts in 分. */
export interface Refundable {
  readonly payment: Payment;
  /** By enrolment that it was shared out to, less what was refunded of it to them. */
  readonly shares: ReadonlyMap<string, Cents>;
  /** Less all that was refunded of it. */
  readonly left: Cents;
}

/** Every payment of which something is left. A refund names its payment in 退哪一笔. */
export function refundablesOf({ payments }: Pick<Snapshot, "payments">, balances: Balances): readonly Refundable[] {
  const refunds = new Map<string, Payment[]>();
  for (const payment of payments) {
    const of = foldWidth(textOf(payment.refundOf));
    if (of !== "") refunds.set(of, [...(refunds.get(of) ?? []), payment]);
  }
  return payments.flatMap((payment): Refundable[] => {
    const cents = readAmount(payment.amount) ?? 0;
    const back = refunds.get(payment.key) ?? [];
    const left = cents + back.reduce((sum, one) => sum + (readAmount(one.amount) ?? 0), 0);
    if (cents <= 0 || left <= 0) return [];
    const shares = new Map(balances.shares(payment.key));
    for (const one of back) for (const [key, share] of balances.shares(one.key)) shares.set(key, (shares.get(key) ?? 0) + share);
    return [{ payment, shares: new Map([...shares].filter(([, share]) => share > 0)), left }];
  });
}
