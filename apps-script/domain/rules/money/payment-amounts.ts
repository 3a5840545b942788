import { CARRIED, PAYMENT_METHOD, PAYMENT_METHODS } from "../../schema/allowed";
import type { Payment } from "../../schema/tables";
import { kept } from "../../snapshot/kept";
import { textOf, type Value } from "../../snapshot/value";

/** Money is counted in 分 (hundredths of a yuan), so that sums are exact. */
export type Cents = number;
export type Method = (typeof PAYMENT_METHODS)[number];

/** More than the centre will ever take in one payment; keeps sums far inside exact integers. */
const MOST_YUAN = 100_000_000;

/** The amount of a number; `null` for text, more than two decimals, or an absurd number. */
export function centsOf(amount: Value): Cents | null {
  if (typeof amount !== "number" || !Number.isFinite(amount) || Math.abs(amount) > MOST_YUAN) return null;
  const cents = Math.round(amount * 100);
  // 300.1 × 100 is 30010.000000000004: tolerate what binary fractions do, not a third decimal.
  return Math.abs(amount * 100 - cents) < 1e-4 ? cents + 0 : null;
}

/** The longest amount that makes sense, with its sign and unit. */
const LONGEST = 30;

/**
 * The amount of a cell as staff write it: 300, `300元`, `¥300`, `３００`, `1,200.00元整`.
 * @example readAmount("￥1,200元") // 120000
 */
export function readAmount(amount: Value): Cents | null {
  if (typeof amount !== "string") return centsOf(amount);
  if (amount.length > LONGEST) return null;
  const plain = amount
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\ufeff]/gu, "")
    .replace("\u2212", "-")
    .replace(/^([+-]?)(?:[¥￥]|RMB|人民币)/u, "$1")
    .replace(/元整?$/u, "");
  const isNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u.test(plain);
  return isNumber ? centsOf(Number(plain.replace(/,/gu, ""))) : null;
}

/** What a method is called besides its name. */
const SPELLINGS: readonly (readonly [Method, RegExp])[] = [
  [PAYMENT_METHOD.cash, /现金/u],
  [PAYMENT_METHOD.wechat, /微信/u],
  [PAYMENT_METHOD.alipay, /支付宝/u],
];
const CARD_READER = /pos|刷卡/iu;
const TRANSFER = /转[账帐]|汇款|电汇|网银|对公/u;
const SCAN = /扫码|扫一扫|二维码|收款码/u;
const CARD = /银联|银行卡|信用卡|储蓄卡|借记卡/u;

/** The notice, 三.2: paid in cash or by scanning, 不支持POS机刷卡. A transfer comes all the same; whoever books it asks. */
export function readMethod(written: string | null): Method | "refused" | null {
  if (written === null) return null;
  const folded = written.normalize("NFKC").replace(/\s/gu, "");
  const exact = PAYMENT_METHODS.find((one) => one === folded);
  if (exact !== undefined) return exact;
  if (CARD_READER.test(folded)) return "refused";
  const named = SPELLINGS.filter(([, spelling]) => spelling.test(folded)).map(([method]) => method);
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  if (TRANSFER.test(folded)) return PAYMENT_METHOD.transfer;
  if (SCAN.test(folded)) return PAYMENT_METHOD.scan;
  return CARD.test(folded) ? "refused" : null;
}

/** What can be counted of a payment, or why it cannot. `method` is `null` when it is not known how the money came. */
type Counted =
  | { readonly cents: Cents; readonly method: Method | typeof CARRIED | null }
  | { readonly refusal: "pos" | "amount" };

/** What the year before left, with which no money came. */
export function isCarried({ method }: Pick<Payment, "method">): boolean {
  return textOf(method) === CARRIED;
}

/** Money that came is always booked: only POS is refused, and what is no amount cannot be added up. */
export const countedOf = kept((payment: Payment): Counted => {
  const method = isCarried(payment) ? CARRIED : readMethod(payment.method);
  if (method === "refused") return { refusal: "pos" };
  const cents = readAmount(payment.amount);
  return cents === null ? { refusal: "amount" } : { cents, method };
});
