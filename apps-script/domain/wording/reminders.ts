import type { Day } from "../days/civil-day";
import { maskText } from "../people/masks";
import { ruleTable } from "./rule-table";

/** Sentences of what the day asks for. Those that may reach people by telephone or message end with {@link DONE}. */

const hurry = "请提醒本人和单位抓紧培训、约考。";
const review = "请到省厅系统审核，或更新“省厅预约状态”。";
export const todoRules = /* @__PURE__ */ ruleTable({
  T01: { title: "已预报名未预约，请致电", severity: "警告" },
  T02: { title: "预约待审已超期", severity: "警告", advice: review },
  T03: { title: "须在90天内考试合格", severity: "提示", advice: hurry },
  T04: { title: "须在60天内考试合格", severity: "警告", advice: hurry },
  T05: { title: "须在30天内考试合格", severity: "警告", advice: hurry },
  T06: { title: "中心网站报名将截止", severity: "提示" },
  T07: { title: "中心网站报名已截止，请补报", severity: "警告" },
  T08: { title: "培训已完成，未约考", severity: "警告", advice: "请提醒本人在省厅系统预约考试。" },
  T09: { title: "考试没有通过，可以补考", severity: "警告", advice: "请提醒本人在省厅系统预约补考，补考只有一次。" },
  T13: { title: "考试已过，成绩还没有登记", severity: "警告", advice: "请读入最新成绩名单，或填写“考试状态”。" },
  T14: { title: "补考也没有通过", severity: "警告", advice: "请与本人确认，另建一条“初培”报名。" },
  T11: { title: "没有预报名也没有预约成功，请致电", severity: "警告" },
  T12: { title: "预约今天要审核", severity: "警告", advice: review },
  T10: { title: "培训计划的提示", severity: "提示", advice: "看过没有问题的，在“处理”里选“已确认”。" },
});

export type TodoCode = keyof typeof todoRules;

const DONE = "如已办理请忽略。";

export const listDay = (list: string, listed: Day | null): string =>
  listed === null ? `还没有读入过${list}名单` : `${list}名单截至${listed}`;
export const readNewest = (list: string): string => `请先读入最新${list}名单。`;

export const notBooked = (who: string, beginning: string, name: string, from: Day, to: Day, list: string): string =>
  `${who}${beginning}，${name}的预约时间是${from}至${to}（${list}）。${DONE}`;
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

export const expiresSoon = (who: string, dutyDay: Day, days: number, name: string | null): string =>
  `${who}须在${dutyDay}前培训完并考试合格，不足${days}天，${name === null ? "还没有班级" : `班级是${name}`}。`;

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
