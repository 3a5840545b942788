import { maskId, maskText } from "../people/masks";
import { operationTitles } from "./operations";
import { whoIs } from "./roster";
import { ruleTable } from "./rule-table";

/** Sentences about fees and payments. Amounts arrive in yuan. */

export const feesRules = /* @__PURE__ */ ruleTable({
  F01: { title: "不收POS机刷卡", severity: "阻断", advice: "请改收现金或扫码（微信、支付宝），并更正这一行。" },
  F02: { title: "金额看不懂", severity: "警告", advice: "请填数字，单位为元，最多两位小数，退款填负数。" },
  F03: { title: "付款方式看不懂", severity: "警告", advice: "请填现金、微信、支付宝、扫码或转账。" },
  F04: { title: "分摊到的人或单位找不到", severity: "警告", advice: "请写名册的报名编号、姓名或单位全称，多个用顿号隔开。" },
  F05: { title: "分摊合计与金额不符", severity: "警告" },
  F06: { title: "分摊中同一人写了两次", severity: "提示", advice: "请每人只写一次。" },
  F07: { title: "有余款未分摊", severity: "警告", advice: "请在“分摊到”里写明是谁的，必要时写成 编号=金额。" },
  F08: { title: "换证收费未规定", severity: "提示", advice: "请向中心确认换证怎样收费，填在“议定费用”。" },
  F09: { title: "已过期却按再培训收费", severity: "提示", advice: "请确认是否改为新的初培报名。" },
  F10: {
    title: "应缴与申报类型不符",
    severity: "提示",
    advice: "已预约或已报到的不再改动，请核对；要按现在的收费就清空“应缴”，另有约定的填“议定费用”。",
  },
  F11: { title: "分摊金额看不懂", severity: "警告", advice: "请写成 编号=金额，金额为数字。" },
  F12: {
    title: "报到过没有缴清",
    severity: "警告",
    whose: "学员",
    advice: `请点“${operationTitles.pay}”；约定少收或不收的，把数填在“议定费用”。`,
  },
  F13: { title: "没有参加或不再参加，交的钱要处理", severity: "警告" },
  F14: { title: "退款还没有办", severity: "警告" },
  F15: { title: "余款留作下次", severity: "提示", advice: "下次报名时自动抵缴；不再来的请改选退款或不退。" },
  F16: {
    title: "交的钱归哪次报名不清楚",
    severity: "警告",
    advice: "请把不办的报名改为取消；或在缴费的“分摊到”里写明报名编号。",
  },
  F17: { title: "收了转账", severity: "警告", advice: "请确认款已到账。" },
  F18: { title: "分摊按姓名、单位认出", severity: "提示", advice: "不对的请改写成报名编号；人员会变动的，也请写报名编号。" },
  F19: { title: "分摊到谁不清楚", severity: "警告", advice: "请改写成报名编号。" },
  F20: { title: "按议定费用收", severity: "提示", advice: "不对的请清空“议定费用”。" },
  F21: { title: "议定费用看不懂", severity: "警告", advice: "请填数字，单位为元；不收费的填0。" },
  F22: { title: "通知里的收费与设置不同", severity: "警告" },
  F23: { title: "退的比交的多", severity: "警告", advice: "请核对退款写的是谁、多少。" },
  F24: {
    title: "填了余款处理，人还要来",
    severity: "提示",
    advice: "不来的请把“报名状态”改为取消，或填“未报到”；还来的请清空“余款处理”。",
  },
});

export type FeesCode = keyof typeof feesRules;

export const byKindReason = "按申报类型";
export const byAgreementReason = "按议定费用";
export const owesNothingReason = "报到前已退出，或余款已定，不欠费";
export const byPaymentsReason = "按缴费表";
export const unsharedReason = "没有分摊到人的钱";
export const movedOnReason = (to: string): string => `费用随人转到${to}`;
export const movedInReason = (from: readonly string[]): string => `按缴费表，${from.join("、")}交的钱转到这里`;
/** Money that came, and nobody wrote down how. */
export const unknownMethod = "方式不明";

type Person = Parameters<typeof whoIs>[0];

/** A payment as it is named in a sentence: its number and who paid. */
export interface PaymentName {
  readonly key: string;
  readonly payer: string | null;
}

const payment = ({ key, payer }: PaymentName): string => {
  const number = key.startsWith("@") ? `缴费第${key.slice(1)}行` : `缴费 ${maskText(key)}`;
  return payer === null ? number : `${number}（${maskText(payer)}）`;
};
const quote = (written: string | number): string => `“${maskText(String(written))}”`;
/** 300 and not 300.00; -0.5 stays. */
const yuan = (amount: number): string => `${Number(amount.toFixed(2))}元`;
const MOST_NAMED = 5;

/** The first few of many; a sentence about a whole unit names no more. */
const someOf = <T>(all: readonly T[], called: (one: T) => string): string => {
  const named = all.slice(0, MOST_NAMED).map(called).join("、");
  return all.length > MOST_NAMED ? `${named}等${all.length}人` : named;
};

export const posRefused = (which: PaymentName, method: string): string =>
  `${payment(which)}的“方式”是${quote(method)}，按通知不支持POS机刷卡，未计入。`;
export const amountUnreadable = (which: PaymentName, written: string | number | null): string =>
  written === null
    ? `${payment(which)}没有填“金额”，未计入。`
    : `${payment(which)}的“金额”写的是${quote(written)}，不是能用的数，未计入。`;
export const methodUnreadable = (which: PaymentName, written: string | null): string =>
  written === null
    ? `${payment(which)}没有填“方式”，钱已记账，算作“${unknownMethod}”。`
    : `${payment(which)}的“方式”写的是${quote(written)}，钱已记账，算作“${unknownMethod}”。`;
export const byTransfer = (which: PaymentName, written: string): string =>
  `${payment(which)}的“方式”是${quote(written)}，通知只说现金或扫码，已按转账记账。`;

// 分摊到
export const inShares = (which: PaymentName, sentences: readonly string[]): string =>
  `${payment(which)}的“分摊到”：${sentences.join("；")}。`;
export const unknownNames = (which: PaymentName, written: readonly string[]): string =>
  `${payment(which)}的“分摊到”里${written.map(quote).join("、")}不是名册中的报名编号、姓名或单位，或编号重复。`;
export const takenFor = (written: string, who: string): string => `${quote(written)}是${who}`;
export const takenForPeople = (written: string, unit: string | null, people: readonly Person[]): string => {
  const whose = unit === null || unit === written ? quote(written) : `${quote(written)}是${unit}，`;
  return people.length === 0 ? `${whose}现在没有人欠费` : `${whose}欠费的${people.length}人：${someOf(people, whoIs)}`;
};
/** `王某（B2024-00001，甲矿，证件****0012）` */
const candidate = (one: Person & { readonly unit: string | null; readonly idNumber: string | number | null }): string => {
  const unit = one.unit === null ? "" : `，${maskText(one.unit)}`;
  const id = one.idNumber === null ? "" : `，证件${maskId(String(one.idNumber)).slice(-4).padStart(8, "*")}`;
  return `${whoIs(one).replace(/）$/u, "")}${unit}${id}）`;
};
export const severalOfName = (written: string, candidates: readonly Parameters<typeof candidate>[0][]): string =>
  `${quote(written)}有${candidates.length}个：${someOf(candidates, candidate)}，没有分摊`;
export const likeUnits = (written: string, near: readonly string[]): string =>
  `${quote(written)}是不是${near.map((unit) => `“${unit}”`).join("或")}，没有分摊`;
export const refundOfGroup = (written: string): string => `${quote(written)}是几个人，退款要写明退给谁，没有分摊`;
export const sharesMismatch = (which: PaymentName, shares: number, amount: number): string =>
  `${payment(which)}的“分摊到”合计${yuan(shares)}，“金额”是${yuan(amount)}。`;
export const sharesMismatchAdvice = (isSpread: boolean): string =>
  isSpread ? "已按写明的数分摊，请核对。" : "这一笔暂不分摊，请改正后再运行。";
export const listedTwice = (which: PaymentName, ids: readonly string[]): string =>
  `${payment(which)}的“分摊到”里${ids.join("、")}写了不止一次，已合并。`;
export const leftover = (which: PaymentName, amount: number, total: number): string =>
  `${payment(which)}的${yuan(total)}中有${yuan(amount)}没有分摊到人。`;
export const shareUnreadable = (which: PaymentName, written: readonly string[]): string =>
  `${payment(which)}的“分摊到”里${written.map(quote).join("、")}的金额看不懂，这一笔暂不分摊。`;

// What an enrolment costs
export const renewalUnset = (who: string): string => `${who}的“申报类型”是“换证”，收费未规定，“应缴”空着。`;
export const lapsedAtLowFee = (who: string, validUntil: string, low: number, full: number): string =>
  `${who}的“证件有效期”${validUntil}已过，仍按再培训收${yuan(low)}；过期作废的要按初培收${yuan(full)}。`;
export const frozenFeeDiffers = (who: string, due: number, fee: number): string =>
  `${who}的“应缴”已定为${yuan(due)}，按现在的申报类型和收费应为${yuan(fee)}。`;
export const agreedDiffers = (who: string, agreed: number, fee: number): string =>
  `${who}按“议定费用”收${yuan(agreed)}，申报类型的收费是${yuan(fee)}。`;
export const agreedUnreadable = (who: string, written: string | number): string =>
  `${who}的“议定费用”写的是${quote(written)}，不是能用的数，未采用。`;

// What is owed, and money of somebody who does not come
export const unpaidAtEnd = (who: string, state: string, due: number, paid: number): string =>
  `${who}${state}，应缴${yuan(due)}，已缴${yuan(paid)}，还欠${yuan(due - paid)}。`;
export const hasPassedWords = "已经合格";
export const hasFailedTwiceWords = "考试和补考都没有通过";
export const hasLapsed = (validUntil: string): string => `的“证件有效期”${maskText(validUntil)}已过`;
export const didNotCome = "没有来参加培训";
export const dutyIs = (answer: string): string => `的“年度再培训核实”是“${answer}”`;
export const stateIs = (state: string): string => `的“报名状态”是“${state}”`;
export const moneyOfAbsent = (who: string, why: string, paid: number): string => `${who}${why}，已缴${yuan(paid)}还没有处理。`;
export const moneyAdvice = "请在“余款处理”里选退款、留作下次或不退。";
export const moneyOfMovedAdvice = "请登记新班的报名，钱会跟过去；不再来的，请在“余款处理”里选退款、留作下次或不退。";
/** Who came after all is to be entered as such. */
export const moneyOfAbsentAdvice = `请在“余款处理”里选退款、留作下次或不退；其实来过的，请点“${operationTitles["check-in"]}”。`;
export const moneyOfLapsedAdvice = `${moneyAdvice.slice(0, -1)}；已另建或要另建“初培”报名的选留作下次，钱会转过去。`;
export const refundExpected = (who: string, paid: number): string => `${who}的“余款处理”是“退款”，${yuan(paid)}还没有退款记录。`;
export const refundAdvice = (key: string, paid: number): string =>
  `退了以后请在“缴费”加一行：“金额”填-${Number(paid.toFixed(2))}，“分摊到”填${key}。`;
export const creditKept = (who: string, paid: number): string => `${who}有${yuan(paid)}留作下次，还没有用。`;
export const unclearMove = (who: string, paid: number, candidates: readonly Person[]): string =>
  `${who}${paid > 0 ? `交的${yuan(paid)}` : "欠的费"}要随人转走，新的报名有${candidates.length}个：${someOf(candidates, whoIs)}，暂不转。`;
export const refundedTooMuch = (who: string, over: number): string => `${who}退的钱比交的多${yuan(over)}。`;
export const answerWithoutAbsence = (who: string, answer: string, paid: number): string =>
  `${who}的“余款处理”填了“${answer}”，但报名还有效，${yuan(paid)}照常算已缴。`;

// The notice
export const statedFeeDiffers = (item: string, stated: readonly number[], set: number): string =>
  `通知里写的${item}是${stated.map(yuan).join("、")}，“设置”里是${yuan(set)}，应缴按“设置”算。`;
export const statedFeeAdvice = (item: string): string => `请核对；以通知为准的，请改“设置”里的“${item}”。`;
