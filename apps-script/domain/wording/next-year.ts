import type { Day } from "../days/civil-day";
import type { Question, Unfinished, WhyNot } from "../next-year/year-end";

/** What is said of a year that begins, and of the one that ends. Amounts arrive in yuan. */

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
export const carriedMoney = (year: number, yuan: number): string =>
  yuan < 0 ? `${year}年度欠费${-yuan}元` : `${year}年度余款${yuan}元`;
export const carriedSummary = (year: number, people: number): string => `从${year}年度结转${people}人`;
export const about = (who: string, said: string): string => `${who}：${said}`;
export const debtStays = (year: number, yuan: number): string => `欠费${yuan}元没有结转，在${year}年度的工作簿里继续收`;
export const moneyStays = (year: number, yuan: number): string => `交过的${yuan}元还没有定下怎样处理，留在${year}年度的工作簿里`;
export const earlyHolder = (who: string, unit: string, day: Day): string =>
  `${who}${unit === "" ? "" : `，${unit}`}，证件有效期${day}`;

export const notTheNextYear = (planYear: number, year: number): string =>
  `原来的工作簿是${planYear}年度的，只能结转到${planYear + 1}年度，不能结转到${year}年度。`;
export const noWorkbookNumber = "原来的工作簿没有工作簿编号，请先在里面执行一次“全部执行”，再导出一次单位文件。";
export const runCutOff = "原来的工作簿里有一次操作没有写完，请先在里面执行一次“全部执行”，再结转。";
export const unnumbered = (count: number): string =>
  `名册里有${count}行还没有编号，请先在原来的工作簿里执行一次“全部执行”，再结转。`;
export const repeatedNumbers = (keys: readonly string[]): string =>
  `名册里报名编号有重复（${keys.slice(0, 5).join("、")}${keys.length > 5 ? "等" : ""}），请先改正，再结转。`;
