import type { Day } from "../days/civil-day";
import type { Question, Unfinished, WhyNot } from "../next-year/year-end";
import { maskText } from "../people/masks";
import type { Value } from "../snapshot/value";
import { ruleTable } from "./rule-table";

/** What is said of a year that begins, and of the one that ends. Amounts arrive in yuan. */

export const nextYearRules = /* @__PURE__ */ ruleTable({
  Y01: { title: "上年又有改动，本年度已另填", severity: "警告", advice: "请核对，以哪个为准就填哪个。" },
  Y02: { title: "上年的欠费或余款又有变化", severity: "警告", advice: "请核对缴费表里方式是“上年结转”的那一行。" },
  Y03: { title: "上年已不再持证", severity: "警告", advice: "请核实；不再参加的请取消报名，要重新取证的请另建“初培”报名。" },
  Y04: { title: "人员编号已是别人的", severity: "警告", advice: "请核对两人的证件号；本来是同一个人的，用“合并人员”并成一个。" },
  Y05: { title: "同一张模拟卡发了两次", severity: "阻断", advice: "请核对卡在谁手里，给另一人换发一张。" },
});

export type NextYearCode = keyof typeof nextYearRules;

export const CARRY_TITLE = "结转到下一年度";
export const CLASS_DAYS = "学习时间";
export const classDays = (from: Day, to: Day): string => `${from}至${to}`;

/** What stands in 状态备注 of somebody who has to be looked at. */
const QUESTIONS: Readonly<Record<Question, (year: number) => string>> = {
  failedTwice: (year) => `${year}年度补考也没有通过，请到省厅系统核实证书是否还有效`,
  notRetrained: (year) => `${year}年度没有在这里再培训，请到省厅系统核实证书是否还有效`,
  cancelled: (year) => `${year}年度取消了报名，请核实是否还参加`,
  newDayMissing: (year) => `${year}年度已合格，新证的有效期还没有登记`,
  dayMissing: () => "证件有效期没有填",
  dayUnreadable: () => "证件有效期看不懂，照原文带过来",
};

const UNFINISHED: Readonly<Record<Unfinished, string>> = {
  class: "上年再培训未结束",
  exam: "上年考试未结束",
  retake: "上年补考未结束",
};

export function noteOfCarried(year: number, question: Question | null, unfinished: Unfinished | null): string | null {
  const parts = [
    ...(unfinished === null ? [] : [`${UNFINISHED[unfinished]}，在${year}年度的工作簿里继续办`]),
    ...(question === null ? [] : [QUESTIONS[question](year)]),
  ];
  return parts.length === 0 ? null : parts.join("；");
}

export const WHY_NOT: Readonly<Record<WhyNot, string>> = {
  left: "已离职",
  lapsed: "证书已过期或失效，要继续从业的请新增报名（初培）",
  awaitsResult: "培训或考试还没有结束，有结果后再结转一次",
  notCertified: "初培没有取得证书",
};

/** 结果 of an enrolment that came to nothing in its year. */
export const notTrained = "未参加";
export function carriedMoney(year: number, yuan: number): string {
  if (yuan === 0) return `${year}年度已结清`;
  return yuan < 0 ? `${year}年度欠费${-yuan}元` : `${year}年度余款${yuan}元`;
}
export const carriedSummary = (year: number, people: number): string => `从${year}年度结转${people}人`;
export const about = (who: string, said: string): string => `${who}：${said}`;
export const debtStays = (year: number, yuan: number): string => `欠费${yuan}元没有结转，在${year}年度的工作簿里继续收`;
export const creditStays = (year: number, yuan: number): string => `余款${yuan}元没有结转，留在${year}年度的工作簿里`;
export const moneyStays = (year: number, yuan: number): string => `交过的${yuan}元还没有定下怎样处理，留在${year}年度的工作簿里`;
export const leftOne = (who: string, unit: string | null, validUntil: string | null): string =>
  [who, ...(unit === null ? [] : [unit]), ...(validUntil === null ? [] : [`证件有效期${validUntil}`])].join("，");

export const notTheNextYear = (planYear: number, year: number): string =>
  `原来的工作簿是${planYear}年度的，只能结转到${planYear + 1}年度，不能结转到${year}年度。`;
export const noWorkbookNumber = "原来的工作簿没有工作簿编号，请先在里面执行一次“全部执行”，再导出一次单位文件。";
export const runCutOff = "原来的工作簿里有一次操作没有写完，请先在里面执行一次“全部执行”，再结转。";
export const unnumbered = (count: number): string =>
  `名册里有${count}行还没有编号，请先在原来的工作簿里执行一次“全部执行”，再结转。`;
export const repeatedNumbers = (keys: readonly string[]): string =>
  `名册里报名编号有重复（${keys.slice(0, 5).join("、")}${keys.length > 5 ? "等" : ""}），请先改正，再结转。`;

export const olderForm = "原来的工作簿还是以前的格式，请先在里面执行一次“全部执行”，再结转。";
export const noCopy =
  "这张表格不是复制出来的，或者已经定下了用途，不能在这里结转。请打开上年的表格，用谷歌“文件”菜单里的“制作副本”另做一份，在副本里第一次打开程序时选“结转到下一年度”。";
export const carriedOnce = "这本工作簿已经结转过。要重新结转，先在“标记已结转”里取消结转，再制作副本。";
export const turnRestless = "写入时一直有人在改这张表格，还没有写完。请大家先停一停，再打开一次程序，会接着写完。";
export const sharedNumber = (person: string, one: string, other: string): string =>
  `${one}和${other}是两个人，人员编号却都是${person}，请把写错的那一格清空，执行一次“全部执行”，再结转。`;

export const MARK_TITLE = "标记已结转";
export const UNMARK_TITLE = "取消结转";
const shown = (value: Value): string => (value === null ? "空" : `“${maskText(String(value))}”`);
export const keptOurs = (who: string, column: string, ours: Value, theirs: Value): string =>
  `${who}的${column}，上年的工作簿里现在是${shown(theirs)}，本年度填的是${shown(ours)}，没有改动。`;
export const keptMoney = (who: string, year: number, yuan: number): string =>
  `${who}现在是${carriedMoney(year, yuan)}，缴费表里结转的那一行已经改过或删掉，没有改动。`;
export const holdsNoMore = (who: string, year: number): string => `${who}在${year}年度的工作簿里已不再持证，本年度的报名还在。`;
export const otherPerson = (who: string, taken: string, given: string): string =>
  `${who}在上年的人员编号${taken}，本年度已经是别人的，改编为${given}。`;
export const issuedTwice = (card: string): string => `模拟卡${card}上年的工作簿里已经发出，本年度又发给了别人。`;

/** Why a new book is somebody's work by now. */
export const hasRuns = (count: number): string => `有${count}次操作`;
export const tabChanged = (title: string): string => `${title}改过`;
export const notKnownAsCarried = "看不出结转以后有没有改过";
