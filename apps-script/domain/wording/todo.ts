import { LIGHT } from "../schema/allowed";

/** Words of 待办 and 进度. */

/** Remarks about the plan, told as one. */
export const planRemarks = (count: number): string => `培训计划有${count}条提示，逐条写在“培训计划”表的“计划检查”里。`;

export const todoReason = "按规则整理";
export const againReason = "还没有办，或事情有变化，重新提醒";
/** 现状 of a thing that was gone when the rules last ran; empty while it is there. */
export const goneState = "已消除";

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
  noShow: LIGHT.noShow,
  reportedIn: "已报到",
  trained: "培训完成",
  examUnderReview: "考试待审",
  examAhead: "待考",
  failed: "不合格待补考",
  absent: "缺考待补考",
  failedAgain: "补考不合格",
  absentAgain: "补考缺考",
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
