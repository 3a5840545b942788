import type { Cents } from "../rules/payment-amounts";

/** What is said of money that is taken and given back. */

const yuan = (cents: Cents): string => String(cents / 100);

export const posRefused = "不收POS机刷卡，只收现金或扫码";
export const moneyNeedsMethod = "收了钱要写方式";
export const oneReceiptEach = "各人一笔时不能用同一个票据号";

export const PAY_TITLE = "收款";
export const payAbout = "记一笔收款，按各人还欠的分";
export const amountNote = "一共收到的钱";
export const unitTitle = "单位";
export const unitNote = "这家单位还欠费的人";
export const payReason = "收款";
export const forWhom = "请写学员、单位或付款方";
export const peopleOrUnit = "学员和单位只写一个";

/** `现金300`. */
export const taken = (method: string, cents: Cents): string => `${method}${yuan(cents)}`;
export const share = (cents: Cents): string => (cents === 0 ? "这笔没有分到" : `分到${yuan(cents)}`);
const OPEN = "还欠";
export const isStillOpen = (part: string): boolean => part.startsWith(OPEN);
export const stillOpen = (cents: Cents): string => `${OPEN}${yuan(cents)}`;
const overpaid = (cents: Cents): string => `多收${yuan(cents)}`;
/** What there is to say of where somebody stands. */
export function standOf({
  price,
  paid,
  open,
}: {
  readonly price: Cents | null;
  readonly paid: Cents;
  readonly open: Cents;
}): string[] {
  if (price !== null && paid > price) return [overpaid(paid - price)];
  return open > 0 ? [stillOpen(open)] : [];
}
export const leftOver = (cents: Cents): string => `未分摊${yuan(cents)}`;
export const paidSaid = (payment: string, method: string, cents: Cents, people: number): string =>
  `${payment} ${taken(method, cents)}，分给${people}人`;
