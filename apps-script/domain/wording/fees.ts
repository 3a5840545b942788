import { maskText } from "../people/masks";
import { ruleTable } from "./rule-table";

/** Sentences about fees and payments. Amounts arrive in yuan. */

export const feesRules = ruleTable({
  F01: { title: "不收POS机刷卡", severity: "阻断", advice: "请改收现金或扫码（微信、支付宝），并更正这一行。" },
  F02: { title: "金额看不懂", severity: "警告", advice: "请填数字，单位为元，最多两位小数，退款填负数。" },
  F03: { title: "付款方式看不懂", severity: "警告", advice: "请填现金、微信、支付宝或扫码。" },
  F04: { title: "分摊的报名编号不存在", severity: "警告", advice: "请照名册的“报名编号”填写，多个用顿号隔开。" },
  F05: { title: "分摊合计与金额不符", severity: "警告" },
  F06: { title: "分摊中同一人写了两次", severity: "提示", advice: "请每人只写一次。" },
  F07: { title: "有余款未分摊", severity: "警告", advice: "请在“分摊到”里写明报名编号，必要时写成 编号=金额。" },
  F08: { title: "换证收费未规定", severity: "提示", advice: "请向中心确认换证怎样收费。" },
  F09: { title: "已过期却按再培训收费", severity: "提示", advice: "请确认是否改为新的初培报名。" },
  F10: { title: "应缴与申报类型不符", severity: "提示", advice: "已预约或已报到的不再改动，请核对。" },
  F11: { title: "分摊金额看不懂", severity: "警告", advice: "请写成 编号=金额，金额为数字。" },
});

export const byKindReason = "按申报类型";
export const byPaymentsReason = "按缴费表";

const payment = (key: string): string => (key.startsWith("@") ? `缴费第${key.slice(1)}行` : `缴费 ${maskText(key)}`);
const quote = (written: string | number): string => `“${maskText(String(written))}”`;
/** 300 and not 300.00; -0.5 stays. */
const yuan = (amount: number): string => `${Number(amount.toFixed(2))}元`;

export const posRefused = (key: string, method: string): string =>
  `${payment(key)}的“方式”是${quote(method)}，按通知不支持POS机刷卡，未计入。`;
export const amountUnreadable = (key: string, written: string | number | null): string =>
  written === null
    ? `${payment(key)}没有填“金额”，未计入。`
    : `${payment(key)}的“金额”写的是${quote(written)}，不是能用的数，未计入。`;
export const methodUnreadable = (key: string, written: string | null): string =>
  written === null ? `${payment(key)}没有填“方式”，未计入。` : `${payment(key)}的“方式”写的是${quote(written)}，未计入。`;
export const unknownEnrolments = (key: string, written: readonly string[]): string =>
  `${payment(key)}的“分摊到”里${written.map(quote).join("、")}不是名册中的报名编号，或编号重复。`;
export const sharesMismatch = (key: string, shares: number, amount: number): string =>
  `${payment(key)}的“分摊到”合计${yuan(shares)}，“金额”是${yuan(amount)}。`;
export const sharesMismatchAdvice = (isSpread: boolean): string =>
  isSpread ? "已按写明的数分摊，请核对。" : "这一笔暂不分摊，请改正后再运行。";
export const listedTwice = (key: string, ids: readonly string[]): string =>
  `${payment(key)}的“分摊到”里${ids.join("、")}写了不止一次，已合并。`;
export const leftover = (key: string, amount: number, total: number): string =>
  `${payment(key)}的${yuan(total)}中有${yuan(amount)}没有分摊到人。`;
export const shareUnreadable = (key: string, written: readonly string[]): string =>
  `${payment(key)}的“分摊到”里${written.map(quote).join("、")}的金额看不懂，这一笔暂不分摊。`;

export const renewalUnset = (who: string): string => `${who}的“申报类型”是“换证”，收费未规定，“应缴”空着。`;
export const lapsedAtLowFee = (who: string, validUntil: string, low: number, full: number): string =>
  `${who}的“证件有效期”${validUntil}已过，仍按再培训收${yuan(low)}；过期作废的要按初培收${yuan(full)}。`;
export const frozenFeeDiffers = (who: string, due: number, fee: number): string =>
  `${who}的“应缴”已定为${yuan(due)}，按现在的申报类型和收费应为${yuan(fee)}。`;
