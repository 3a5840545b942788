import type { Day } from "../days/civil-day";
import { partsOf } from "../days/civil-day";

/** What is said of a plan that is proposed for the next year. */
export const proposedTitle = (year: number): string => `${year}年金属非金属矿山单位培训计划表`;
export const proposedColumns = [
  "班级名称",
  "证件“有效期限”月份",
  "中心网站报名截止时间",
  "省厅系统预约培训时间",
  "报到时间",
  "学习时间",
  "容量",
  "说明",
] as const;
/** `4月8日` */
export const monthAndDay = (day: Day): string => `${partsOf(day).month}月${partsOf(day).day}日`;
export const fromTo = (from: Day, to: Day): string => `${monthAndDay(from)}-${monthAndDay(to)}`;
/** `3-4月`, `12月`, `3、5月` */
export function monthsText(months: readonly number[]): string {
  const [first = 0, last = first] = [months[0], months[months.length - 1]];
  const isRun = months.length > 1 && last - first === months.length - 1;
  return `${isRun ? `${first}-${last}` : months.join("、")}月`;
}
/** `9:00-11:00`, as notices write it */
export const hoursText = (hours: string): string => hours.replace(/\b0(?=\d:)/g, "");
export const newClassName = (term: string): string => `再培训班第${term}期`;

export const sameWeekday = (was: Day, is: Day): string =>
  `${partsOf(was).year}年${monthAndDay(was)}报到，移到星期相同的${monthAndDay(is)}`;
export const movedOffHoliday = (was: Day, is: Day): string =>
  `${monthAndDay(was)}起的学习日里有节假日，改为${monthAndDay(is)}报到`;
export const movedOffClass = (was: Day, is: Day): string =>
  `${monthAndDay(was)}同类的前一个班还没有学完，改为${monthAndDay(is)}报到`;
export const movedOffExpiry = (studyTo: Day, first: Day, is: Day): string =>
  `那样${monthAndDay(studyTo)}才学完，离${monthAndDay(first)}太近，改为${monthAndDay(is)}报到`;
export const reviewFits = (bookingTo: Day, days: number): string =>
  `${monthAndDay(bookingTo)}预约的${days}个工作日审完，赶得上报到`;
export const deadlineKept = (deadline: Day): string => `报名截止仍是${monthAndDay(deadline)}`;
export const deadlineBeforeBookingEnds = "报名截止在预约截止的前一天";
export const endsBefore = (studyTo: Day, margin: number, first: Day): string =>
  `${monthAndDay(studyTo)}学完，离${monthAndDay(first)}还有${margin}天以上`;
export const endsLate = (studyTo: Day, first: Day): string =>
  `${monthAndDay(studyTo)}学完，离${monthAndDay(first)}太近，前面没有排得下的日子，请人工安排`;
export const forNextYear = (year: number, months: readonly number[]): string =>
  `${monthsText(months)}没有班级，给证件${year + 1}年${monthsText(months)}到期的人加一个班`;
export const seatsByHolders = (months: readonly number[], holders: number, classes: number): string =>
  `证件${monthsText(months)}到期的有${holders}人${classes > 1 ? "，与别的班分" : ""}`;
export const seatsKept = (seats: number): string => `容量照去年的${seats}人`;

export const noLastPlan = (year: number): string => `工作簿里没有${year}年的培训计划，提不出下一年的。请先读入${year}年的计划。`;
export const unreadClass = (name: string): string =>
  `${name}的报到、学习或预约时间读不出来，没有排进去，请先在“培训计划”里改好。`;
export const noRoom = (name: string): string => `${name}前后12周都排不下，请人工安排。`;
export const monthsLeft = (months: readonly number[]): string =>
  `${months.map((month) => `${month}月`).join("、")}没有班级，去年也没有，请人工安排。`;

export const proposedFor = (year: number, classes: number): string => `${year}年的培训计划（提议，${classes}个班）：`;
export const reasonLine = (name: string, reasons: readonly string[]): string => `  ${name}：${reasons.join("；")}。`;
export const toArrange = "还要人工安排的：";
