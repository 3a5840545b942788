import type { Day } from "../days/civil-day";
import { maskText } from "../people/masks";
import type { Cents } from "../rules/money/payment-amounts";
import { actionTitles } from "./actions";
import { DONE } from "./done";
import { yuan } from "./money";
import { operationTitles } from "./operations";
import { ruleTable } from "./rule-table";

/** Sentences of what the day asks for. Those that may reach people by telephone or message end with {@link DONE}. */

const hurry = "请提醒本人和单位抓紧培训、约考。";
const review = `请到省厅系统审核，审好的读入名单，或点“${operationTitles.booking}”。`;
export const todoRules = /* @__PURE__ */ ruleTable({
  T01: { title: "已预报名未预约，请致电", severity: "警告", whose: "学员" },
  T02: { title: "预约待审已超期", severity: "警告", advice: review },
  T03: { title: "须在90天内考试合格", severity: "提示", whose: "学员", advice: hurry },
  T04: { title: "须在60天内考试合格", severity: "警告", whose: "学员", advice: hurry },
  T05: { title: "须在30天内考试合格", severity: "警告", whose: "学员", advice: hurry },
  T06: { title: "中心网站报名将截止", severity: "提示", whose: "单位" },
  T07: { title: "中心网站报名已截止，请补报", severity: "警告", whose: "单位" },
  T08: {
    title: "培训已完成，未约考",
    severity: "警告",
    whose: "学员",
    advice: `请提醒本人在省厅系统预约考试，约好的点“${operationTitles["book-exam"]}”。`,
  },
  T09: {
    title: "考试没有通过，可以补考",
    severity: "警告",
    whose: "学员",
    advice: "请提醒本人在省厅系统预约补考，补考只有一次。",
  },
  T13: { title: "考试已过，成绩还没有登记", severity: "警告", advice: `请读入最新成绩名单，或点“${operationTitles.exam}”。` },
  T14: {
    title: "补考也没有通过",
    severity: "警告",
    whose: "学员",
    advice: `请与本人确认，点“${operationTitles.enrol}”另建一条“初培”报名。`,
  },
  T11: { title: "没有预报名也没有预约成功，请致电", severity: "警告", whose: "学员" },
  T12: { title: "预约今天要审核", severity: "警告", advice: review },
  T10: { title: "培训计划的提示", severity: "提示", advice: "看过没有问题的，在“处理”里选“已确认”。" },
  T15: { title: "须在15天内考试合格", severity: "警告", whose: "学员", advice: hurry },
  T16: { title: "省厅预约将开始", severity: "提示", whose: "学员", advice: "请提醒本人准备好账号和照片，一开始就预约。" },
  T17: { title: "预约被退回，请重新预约", severity: "警告", whose: "学员" },
  T18: {
    title: "申报资料不齐，不能预约",
    severity: "提示",
    whose: "学员",
    advice: `请提醒单位和本人补齐，补好的点“${operationTitles.papers}”。`,
  },
  T19: {
    title: "报到资料不齐",
    severity: "提示",
    whose: "学员",
    advice: `请提醒报到时带齐，收到的点“${operationTitles.papers}”。`,
  },
  T20: {
    title: "已报到，费用没有缴清",
    severity: "警告",
    whose: "学员",
    advice: `请点“${operationTitles.pay}”；约定少收或不收的，把数填在“议定费用”。`,
  },
  T21: { title: "预约通过，还没有模拟卡", severity: "提示", advice: `请点“${actionTitles.cards}”；卡不够的请补充。` },
  T22: {
    title: "模拟卡领了14天没有绑定",
    severity: "提示",
    whose: "学员",
    advice: `请提醒本人用微信绑定；绑定过的点“${operationTitles.card}”记“绑定”。`,
  },
  T23: { title: "模拟卡在考试前到期", severity: "提示", whose: "学员", advice: "请提醒本人抓紧练习，中心不补发免费卡。" },
  T24: {
    title: "合格后10个工作日还没有证书",
    severity: "警告",
    advice: `请到省厅系统查看证书审批；已发证的点“${operationTitles.issue}”。`,
  },
  T25: {
    title: "单位文件还没有收回",
    severity: "提示",
    whose: "单位",
    advice: "请提醒单位填好发回；没有要改的，在“处理”里选“已确认”。",
  },
});

export const listDay = (list: string, listed: Day | null): string =>
  listed === null ? `还没有读入过${list}名单` : `${list}名单截至${listed}`;
export const readNewest = (list: string): string => `请先读入最新${list}名单。`;

/** The booking window, and the days that are left of it. */
interface Window {
  readonly from: Day;
  readonly to: Day;
  readonly left: number;
}
export const notBooked = (who: string, beginning: string, name: string, { from, to, left }: Window, list: string): string =>
  `${who}${beginning}，${name}的预约时间是${from}至${to}，${left === 0 ? "今天截止" : `还剩${left}天`}（${list}）。${DONE}`;
export const windowSoon = (who: string, name: string, from: Day, to: Day): string =>
  `${who}已预报名，${name}的预约时间是${from}至${to}。${DONE}`;
export const signedUpOn = (day: string | null): string => `${day ?? ""}已预报名，还没有在省厅系统预约培训`;
export const refusedFor = (reason: string | null): string =>
  `省厅预约被退回${reason === null ? "" : `（${reason}）`}，还没有重新预约`;
export const notSignedUp = (deadline: Day | null): string =>
  `没有预报名${deadline === null ? "" : `（中心网站${deadline}截止，过后按补报办理）`}，也没有在省厅系统预约培训`;
export function callAdvice(lastSafe: Day | null, isOver: boolean): string {
  if (lastSafe === null) return "请致电提醒尽快预约。";
  return isOver
    ? `请马上致电：建议最迟预约日${lastSafe}已过，审核可能来不及。`
    : `请致电提醒，最迟在${lastSafe}前（含当天）预约。`;
}

export const reviewBy = (who: string, bookedOn: string | null, due: Day, today: Day): string =>
  `${who}的预约${bookedOn === null ? "" : `（${bookedOn}）`}${
    due === today ? "今天要审核完" : `应在${due}前审核完`
  }，“省厅预约状态”仍是“待审”。`;

/** Not pre-registered for the class: its deadline, and the day on which that is said. */
interface Unsigned {
  readonly deadline: Day | null;
  readonly today: Day;
}
export const expiresSoon = (who: string, dutyDay: Day, days: number, name: string | null, unsigned: Unsigned | null): string =>
  `${who}须在${dutyDay}前培训完并考试合格，不足${days}天，${name === null ? "还没有班级" : `班级是${name}`}，还没有约上${unsignedAs(unsigned)}。`;
function unsignedAs(unsigned: Unsigned | null): string {
  if (unsigned === null) return "";
  const { deadline, today } = unsigned;
  return `，也没有预报名${deadline === null ? "" : `（中心网站${deadline}${today > deadline ? "已截止，请补报" : "截止"}）`}`;
}
export const examUnderReview = (who: string, dutyDay: Day, days: number): string =>
  `${who}须在${dutyDay}前考试合格，不足${days}天，考试预约还在考试点审核。`;

const namesAs = (people: readonly string[]): string =>
  `${people.slice(0, 10).map(maskText).join("、")}${people.length > 10 ? "等" : ""}`;
export const notSignedUpYet = (
  name: string,
  deadline: Day,
  unit: string,
  people: readonly string[],
  isLate: boolean,
  list: string,
): string =>
  `${name}的中心网站报名${isLate ? `已于${deadline}截止` : `${deadline}截止`}，${unit || "没有填写单位的"}还有${
    people.length
  }人没有预报名：${namesAs(people)}（${list}）。${DONE}`;
export const signUpNow = "请通知单位在截止以前预报名。";
export const signUpLate = "请通知单位按补报办理。";

const by = (due: Day | null): string => (due === null ? "" : `，最晚要在${due}考试合格`);
export const examToBook = (who: string, due: Day | null): string => `${who}培训已完成，还没有预约考试${by(due)}。${DONE}`;
export const examAgain = (who: string, exam: string, due: Day | null): string =>
  `${who}考试${exam}，可以补考一次${by(due)}。${DONE}`;
export const retakeMissed = (who: string, due: Day | null): string => `${who}补考缺考${by(due)}。${DONE}`;
export const retakeMissedAdvice = "请向省厅核实还能不能再考，能考的请提醒本人预约。";
export const resultMissing = (who: string, examOn: Day): string => `${who}${examOn}参加考试，成绩还没有登记。`;
export const beginAnew = (who: string): string => `${who}考试和补考都没有通过，要重新参加初培。`;

export const uploadsShort = (who: string, name: string, stages: readonly string[]): string =>
  `${who}要预约${name}，${stages.join("；")}。${DONE}`;
export const deskPapersShort = (who: string, name: string, reportIn: Day, stages: readonly string[]): string =>
  `${who}${reportIn}到${name}报到，${stages.join("；")}。${DONE}`;
export const feeOpen = (who: string, owed: Cents): string => `${who}已经报到，还欠${yuan(owed)}元。${DONE}`;
export const cardMissing = (who: string): string => `${who}预约已通过，还没有模拟卡。`;
export const cardUnbound = (who: string, takenOn: Day): string => `${who}${takenOn}领的模拟卡还没有绑定。${DONE}`;
export const cardTooShort = (who: string, validUntil: Day, examOn: Day | null): string =>
  `${who}的模拟卡${validUntil}到期，${examOn === null ? "考试还没有考" : `考试在${examOn}`}。`;
export const certificateMissing = (who: string, examOn: Day | null): string =>
  `${who}${examOn === null ? "" : examOn}考试合格，还没有登记发证。`;
export const fileOut = (unit: string, sentOn: Day): string => `${unit}的文件${sentOn}发出，还没有收回。${DONE}`;
