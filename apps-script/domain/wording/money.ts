import type { Cents } from "../rules/money/payment-amounts";
import { dayWords } from "./desk";

/** What is said of money that is taken and given back. */

export const yuan = (cents: Cents): string => String(cents / 100);

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

export const REFUND_TITLE = "退款";
export const refundAbout = "退还一笔收款的全部或一部分";
export const refundReason = "退款";
export const paymentTitle = "退哪一笔";
export const paymentNote = "流水号或票据号；这个人只交过一笔的可以不写";
export const refundPeopleNote = "退给谁；一笔是几个人的，要写";
export const refundAmountNote = "不写就是这笔里他的全部";
export const refundMethodNote = "不写就照原来的方式";
export const noSuchPayment = "“缴费”里没有这一笔";
export const severalPayments = "有几笔，请写明退哪一笔";
export const nothingPaid = "没有可以退的收款";
export const paymentOrPeople = "请写退哪一笔，或退给谁";
export const severalPayers = "这一笔是几个人的，请写退给谁";
export const notInPayment = (who: string): string => `${who}不在这一笔里`;
export const moreThanLeft = (left: Cents): string => `这一笔能退的只有${yuan(left)}`;
/** `F00001（2024-03-12 微信600）`. */
export const paymentNamed = (key: string, day: string | null, method: string | null, amount: unknown): string =>
  `${key}（${[day, `${method ?? ""}${String(amount ?? "")}`].filter((part) => part !== null).join(" ")}）`;
export const refundNote = (payment: string, reason: string): string => `退${payment}：${reason}`;
export const refunded = (method: string, cents: Cents, payment: string): string => `退${method}${yuan(cents)}（${payment}）`;
export const leftPaid = (cents: Cents): string => `已缴${yuan(cents)}`;
export const refundSaid = (payment: string, said: string): string => `${payment} ${said}`;

export const invoiceWithout = "写了发票号，“已开票”就不是“否”";
export const INVOICE_TITLE = "登记开票";
export const invoiceAbout = "记下哪几笔收款开了发票";
export const invoicePaymentsNote = "流水号或票据号";
export const noInvoiceForRefund = "退款不开发票";
export const invoicedOtherwise = (numbers: readonly string[]): string =>
  `已经开过${[...new Set(numbers)].join("、")}，换了发票的请先改“缴费”里的发票号`;
export const invoiceDayNote = "不写就是今天；已经记了日期的不变";
export const invoicedSaid = (payments: readonly string[], number: string | null, days: readonly string[]): string =>
  `${payments.join("、")}${days.map(dayWords).join("、")}已开票${number === null ? "" : `，发票号${number}`}`;
