import type { OutcomeBuilder } from "../../changes/outcome";
import { PAYMENT_METHOD } from "../../schema/allowed";
import type { Payment } from "../../schema/tables";
import type { FeesCode } from "../../wording/fees";
import * as say from "../../wording/fees";
import { whoIs } from "../../wording/roster";
import type { Cents, Method } from "./payment-amounts";
import type { Entry, Split } from "./payment-shares";

/** What there is to say of one payment; every sentence names it and who paid. */

const of = ({ key, payer }: Payment): say.PaymentName => ({ key, payer });

export function reportRefusal(out: OutcomeBuilder<FeesCode>, payment: Payment, refusal: "pos" | "amount"): void {
  const { key } = payment;
  if (refusal === "pos") {
    out.find("F01", "payments", key, "method", say.posRefused(of(payment), payment.method ?? ""));
  } else {
    out.find("F02", "payments", key, "amount", say.amountUnreadable(of(payment), payment.amount));
  }
}

export function reportMethod(out: OutcomeBuilder<FeesCode>, payment: Payment, method: Method | null): void {
  const { key } = payment;
  if (method === null) {
    out.find("F03", "payments", key, "method", say.methodUnreadable(of(payment), payment.method));
  } else if (method === PAYMENT_METHOD.transfer) {
    out.find("F17", "payments", key, "method", say.byTransfer(of(payment), payment.method ?? method));
  }
}

export function reportEntries(out: OutcomeBuilder<FeesCode>, payment: Payment, entries: readonly Entry[]): void {
  const find = (code: "F04" | "F06" | "F11" | "F18" | "F19", sentences: readonly string[], about = say.inShares): void => {
    if (sentences.length > 0) out.find(code, "payments", payment.key, "shares", about(of(payment), sentences));
  };
  const nobody = entries.flatMap(({ target, written }) => (target.kind === "nobody" ? [written] : []));
  find("F04", nobody, say.unknownNames);
  const keys = entries.flatMap(({ target }) => (target.kind === "one" ? [target.row.key] : []));
  const seen = new Set<string>();
  find("F06", [...new Set(keys.filter((key) => seen.size === seen.add(key).size))], say.listedTwice);
  const unreadable = entries.filter(({ cents }) => cents === "unreadable").map(({ written }) => written);
  find("F11", unreadable, say.shareUnreadable);
  find("F18", entries.flatMap(understood));
  find("F19", entries.flatMap(notUnderstood));
}

/** What a text other than a number was taken for. */
function understood({ name, target }: Entry): string[] {
  if (target.kind === "one") return target.isNumber ? [] : [say.takenFor(name, whoIs(target.row))];
  return target.kind === "people" ? [say.takenForPeople(name, target.called, target.rows)] : [];
}

function notUnderstood({ name, target }: Entry): string[] {
  if (target.kind === "unclear") {
    return [say.severalOfName(name, target.candidates)];
  }
  if (target.kind === "unit") return [say.likeUnits(name, target.near)];
  return target.kind === "refund" ? [say.refundOfGroup(name)] : [];
}

/** One finding a payment: what a written sum leaves over is said with it, and what waits for a correction is all left over. */
export function reportSplit(out: OutcomeBuilder<FeesCode>, payment: Payment, amount: Cents, split: Split): void {
  const { key } = payment;
  if (split.mismatch !== null) {
    const message = say.sharesMismatch(of(payment), split.mismatch / 100, amount / 100);
    out.find("F05", "payments", key, "shares", message, { advice: say.sharesMismatchAdvice(split.isSpread) });
  } else if (split.leftover !== 0 && split.isSpread) {
    out.find("F07", "payments", key, "shares", say.leftover(of(payment), split.leftover / 100, amount / 100));
  }
}
