import type { Day } from "../days/civil-day";
import type { Cents } from "../rules/money/payment-amounts";
import { yuan } from "./money";
import { daysOf, fullDay, nameOf } from "./printed";

/** What stands on receipts and lists of money. */

/** The law lets a centre charge for training and never for an exam. */
export const items = { initial: "培训费", retraining: "再培训费", ahead: "预收培训费" } as const;

export const runOfNumbers = (first: string, last: string): string => `${first}至${last}`;
export const notCounted = (payment: string): string => `${payment}没有计入：金额看不懂，或是刷卡`;

const SHOWN = 6;

export const receipt = {
  title: "收据",
  about: "每笔收款一张，一联存根，一联给交款人；都不写就是今天的收款",
  paymentsNote: "流水号或票据号",
  copies: ["收据（存根）", "收据（交款人）"],
  payer: "交款人",
  item: "收费项目",
  people: "学员",
  inWords: "金额大写",
  inFigures: "金额小写",
  payee: "收款单位（盖章）",
  nameOf: (of: string | null, first: Day | null, last: Day | null): string =>
    [of, first === null && last === null ? null : daysWord(first, last), "收据"].filter((part) => part !== null).join("-"),
  isRefund: (payment: string): string => `${payment}是退款，没有收据`,
  /** `再培训费600` */
  itemPart: (item: string, cents: Cents): string => `${item}${yuan(cents)}`,
  /** `赵一、钱二等30人` */
  someOf: (names: readonly string[]): string =>
    names.length <= SHOWN ? names.join("、") : `${names.slice(0, SHOWN).join("、")}等${names.length}人`,
} as const;

export const total = "合计";
export const from = "从哪天";
export const to = "到哪天";
export const repeatedPayment = (payment: string): string => `${payment}没有列入：流水号有重复`;

export const takings = {
  title: "收费汇总",
  about: "按天、按方式汇总收款，带票据号；可以只要几天的",
  count: "笔数",
  amount: "金额",
  withoutReceipt: "没有票据号的",
  unknownDay: "日期不明",
  ofDay: "当天小计",
  byDay: "按天明细",
  below: ["制表人", "复核人", "出纳"],
  noDay: (payment: string, written: string): string =>
    `${payment}没有列入：日期${written === "" ? "空着" : `“${written}”看不懂`}`,
  nameOf: (from: Day | null, to: Day | null): string => nameOf(daysWord(from, to), "收费汇总"),
  range: daysWord,
} as const;

function daysWord(from: Day | null, to: Day | null): string {
  if (from === null && to === null) return "全部收款";
  if (from === null) return `到${fullDay(to)}`;
  return to === null ? `${fullDay(from)}起` : (daysOf(from, to) ?? "");
}

export const invoices = {
  title: "开票清单",
  about: "还没有开票的收款：抬头、税号、金额、邮箱和人员",
  heading: "抬头",
  taxNumber: "税号",
  item: "项目",
  count: "人数",
  people: "开票清单（人员明细）",
  peopleSheet: "人员明细",
  below: (payments: number): string => `${payments}笔，见人员明细`,
  nobodys: "没有分到人",
  nameOf: (of: readonly (string | null)[]): string => [...of.filter((one) => one !== null), "开票清单"].join("-"),
} as const;
