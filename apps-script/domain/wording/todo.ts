import { ruleTable } from "./rule-table";

/** Words of 待办 and 进度. */

const hurry = "请提醒本人和单位抓紧培训、约考。";
export const todoRules = ruleTable({
  T01: { title: "已预报名未预约，请致电", severity: "警告" },
  T02: { title: "预约待审已超期", severity: "警告", advice: "请到省厅系统审核，或更新“省厅预约状态”。" },
  T03: { title: "证件90天内到期", severity: "提示", advice: hurry },
  T04: { title: "证件60天内到期", severity: "警告", advice: hurry },
  T05: { title: "证件30天内到期", severity: "警告", advice: hurry },
});

export const todoReason = "按规则整理";
/** 现状 of a thing that was gone when the rules last ran; empty while it is there. */
export const goneState = "已消除";

export const notBooked = (
  who: string,
  preRegistered: string,
  name: string,
  from: string,
  to: string,
  refusal: string | null,
): string =>
  `${who}${preRegistered}，${refusal === null ? "还没有在省厅系统预约培训" : `省厅预约被退回${refusal}`}，${name}的预约时间是${from}至${to}。`;
export const preRegisteredOn = (day: string | null): string => (day === null ? "已预报名" : `${day}已预报名`);
export const refusedFor = (reason: string | null): string => (reason === null ? "" : `（${reason}）`);
export function callAdvice(lastSafe: string | null, isOver: boolean): string {
  if (lastSafe === null) return "请致电提醒尽快预约。";
  return isOver
    ? `请马上致电：建议最迟预约日${lastSafe}已过，审核可能来不及。`
    : `请致电提醒，最迟在${lastSafe}前（含当天）预约。`;
}
export const reviewLate = (who: string, bookedOn: string | null, due: string): string =>
  `${who}的预约${bookedOn === null ? "" : `（${bookedOn}）`}应在${due}前审核完，“省厅预约状态”仍是“待审”。`;
export const expiresSoon = (who: string, dutyDay: string, days: number, name: string | null): string =>
  `${who}须在${dutyDay}前培训完并考试合格，不足${days}天，${name === null ? "还没有班级" : `班级是${name}`}。`;

/** The words of 进度, in the order of the life cycle. */
export const progressWords = {
  imported: "已导入",
  preRegistered: "已预报名",
  windowAhead: "已预报名·待开窗",
  bookable: "可预约",
  windowOver: "已预报名·窗口已过",
  underReview: "待审",
  refused: "预约退回",
  booked: "预约通过",
  reportedIn: "已报到",
  trained: "培训完成",
  examUnderReview: "考试待审",
  examAhead: "待考",
  failed: "不合格待补考",
  absent: "缺考待补考",
  passed: "已合格",
  done: "已完成",
  issued: "已发证",
  lapsed: "已过期",
  cancelled: "取消",
  left: "离职",
  moved: "转班",
  void: "已失效",
} as const;
export const progressReason = "按各列状态";
