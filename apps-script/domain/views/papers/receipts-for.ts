import { type Day, isDay } from "../../days/civil-day";
import { once } from "../../naming/once";
import type { Context } from "../../rules/context";
import { mentionReader } from "../../rules/money/payment-mentions";
import type { Payment } from "../../schema/tables";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/printed-money";
import { inClass } from "./of-class";
import { isWithin, type SharedPayment, sharedPayments } from "./payments";

/** 流水号, a class, first and last day; `null` for all. */
interface Asked {
  readonly payments: readonly string[] | null;
  readonly class: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

interface Receipts {
  readonly given: readonly SharedPayment[];
  /** What was asked for and has no receipt, in sentences. */
  readonly leftOut: readonly string[];
}

/** The payments that receipts are made out for: each came in, on a day, under a number of its own. */
export function receiptsFor(snapshot: Snapshot, context: Context, asked: Asked): Receipts {
  const { counted, uncounted } = sharedPayments(snapshot, context);
  const isNumbered = ({ key }: Payment): boolean => asked.payments === null || asked.payments.includes(key);
  const isTimely = (payment: Payment): boolean => isWithin(payment, asked.from, asked.to);
  const isOfClass = inClass(snapshot, asked.class);
  const isMeant = meantFor(snapshot, asked.class, isOfClass);
  const alone = counted.filter(
    ({ payment, shares, isRepeated }) =>
      !isRepeated && isNumbered(payment) && (asked.class === null || shares.some(({ row }) => isOfClass(row))),
  );
  const dated = alone.filter(({ payment }) => isTimely(payment));
  const undated = alone.filter(({ payment, cents }) => cents > 0 && !isTimely(payment) && !isDay(payment.day));
  const mayBeAsked = (payment: Payment): boolean =>
    isNumbered(payment) && (isTimely(payment) || !isDay(payment.day)) && isMeant(payment);
  const repeated = counted.filter(({ payment, isRepeated }) => isRepeated && mayBeAsked(payment));
  return {
    given: dated.filter(({ cents }) => cents > 0),
    leftOut: [
      ...dated.filter(({ cents }) => cents <= 0).map(({ payment }) => say.receipt.isRefund(payment.key)),
      ...uncounted.filter(mayBeAsked).map(({ key }) => say.notCounted(key)),
      ...new Set(repeated.map(({ payment }) => say.repeatedPayment(payment.key))),
      ...undated.map(({ payment }) => say.noDay(payment.key, textOf(payment.day))),
    ],
  };
}

/** Whether a payment that nobody has a share of may be for a class: it names somebody of it, or nobody at all. */
function meantFor(
  snapshot: Snapshot,
  name: string | null,
  isOfClass: ReturnType<typeof inClass>,
): (payment: Pick<Payment, "shares">) => boolean {
  if (name === null) return () => true;
  const mentions = once(() => mentionReader(snapshot));
  return ({ shares }) => {
    const rows = mentions()(textOf(shares)).flatMap((key) => rowWith(snapshot.roster, key) ?? []);
    return rows.length === 0 || rows.some(isOfClass);
  };
}
