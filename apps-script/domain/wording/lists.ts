import type { Day } from "../days/civil-day";
import { dayWords } from "./desk";

/** What is said of what comes by lists: sign-ups, bookings, exams, certificates. */

export const PRE_REGISTER_TITLE = "登记预报名";
export const preRegisterAbout = "记下在中心网站预报名的人、班级和日期";
export const preRegisterDayNote = "不写就是今天；这个班已经记了日期的不变";
export const preRegistered = (name: string, day: Day): string => `${dayWords(day)}预报名“${name}”`;
export const afterDeadline = (deadline: Day): string => `已过报名截止${dayWords(deadline)}`;
export const instead = (name: string): string => `原来是“${name}”`;
export const manyPreRegistered = (people: number, name: string): string => `${people}人预报名“${name}”`;

export const BOOKING_TITLE = "登记省厅预约";
export const bookingAbout = "记下省厅系统里的预约状态，或一个班的预约已经核对";
export const bookingDayNote = "预约那一天；新预约的不写就是今天，审核结果不写就不改";
export const bookingClassNote = "不写就是各人自己的班";
export const refusalNote = "退回的写原因";
export const refusalNeedsReason = "退回要写原因";
export const reasonWithoutRefusal = "只有退回的才写原因";
export const checkedTitle = "预约已核对的班";
export const checkedNote = "在省厅系统核对过全班预约的班级";
export const peopleOrChecked = "请写学员和状态，或写预约已核对的班";
export const stateNeedsPeople = "写了学员要写状态，写了状态要写学员";
export const classWanted = "还没有班级，请写省厅预约的班级";
export const bookedAs = (state: string, name: string | null): string => `省厅预约${state}${name === null ? "" : `“${name}”`}`;
export const bookAgainBy = (day: Day): string => `请在${dayWords(day)}前（含当天）重新预约`;
export const windowOver = (day: Day): string => `预约已于${dayWords(day)}截止`;
export const outsideWindow = (from: Day, to: Day): string => `不在预约时间${dayWords(from)}至${dayWords(to)}内`;
export const manyBooked = (people: number, state: string): string => `${people}人省厅预约${state}`;
export const listChecked = (name: string, day: Day): string => `${dayWords(day)}核对了“${name}”的预约`;

export const COMPLETE_TITLE = "结业";
export const completeAbout = "一个班结束了，来上课的人都记培训完成";
export const absentTitle = "缺课没有完成的人";
export const completeDayNote = "不写就是学习结束那一天";
export const classNotOver = (name: string, end: Day): string => `“${name}”${dayWords(end)}才结束`;
export const classWithoutEnd = "培训计划里没有写学习时间";
export const nobodyIn = "这个班没有人报到";
export const notInClass = (people: readonly string[]): string => `${people.join("、")}不在这个班`;
export const didNotCome = (who: string): string => `${who}没有报到日期，没有记培训完成。`;
export const completed = (day: Day): string => `${dayWords(day)}培训完成`;
export const manyCompleted = (name: string, people: number, absent: number): string =>
  `“${name}”${people}人培训完成${absent === 0 ? "" : `，${absent}人没有完成`}`;

export const BOOK_EXAM_TITLE = "登记约考";
export const bookExamAbout = "记下约好的考试日期和地点";
export const bookExamStateNote = "不写就是待考；已经约过的不变";
export const notTrained = (who: string): string => `${who}的“培训完成”没有填，不能约考。`;
export const failedTwice = (who: string): string => `${who}已经考了两次都没有合格，不能再约考。`;
export const examBooked = (state: string, day: Day, place: string | null): string =>
  `${dayWords(day)}考试${place === null ? "" : `，${place}`}，${state}`;
export const manyExams = (people: number, day: Day): string => `${people}人${dayWords(day)}考试`;
export const retake = "补考";
/** Stands for the day of a sitting that nobody wrote down. */
export const dayUnknown = "日期不详";

export const EXAM_TITLE = "登记成绩";
export const examAbout = "记下考试结果，每一次都留着";
export const resultNote = "写了成绩可以不写，按合格分数算";
export const resultWanted = "请写结果或成绩";
export const resultAgainstScore = (score: number, mark: number): string => `与成绩${score}不符，合格分数是${mark}`;
export const absentHasNoScore = "缺考没有成绩";
export const scoreWords = (score: number): string => `${score}分`;
export const resultWords = (result: string, score: number | null): string =>
  `${result}${score === null ? "" : `，${scoreWords(score)}`}`;
export const examined = (day: Day, result: string, score: number | null): string =>
  `${dayWords(day)}考试${resultWords(result, score)}`;
export const examDayNote = "不写就是约考的那一天；没有约的是今天";
export const dayBooked = "按约考的日期";
export const dayToday = "没有写日期，按今天";
export const wasBookedFor = (day: Day): string => `原来约的是${dayWords(day)}`;
export const wrongDayTitle = "改正哪一天的成绩";
export const wrongDayNote = "日期记错了才写：原来记的那一天";
export const resultWas = (day: Day, result: string, score: number | null): string => `原来记的是${examined(day, result, score)}`;
export const whichSitting = (who: string, day: Day | null, stands: string): string => {
  const correct = day === null ? "" : `改正的请写考试日期${dayWords(day)}，`;
  return `${who}${day === null ? "" : dayWords(day)}已有成绩：${stands}。${correct}补考的请写补考那一天。`;
};
export const noSitting = (who: string, day: Day): string => `${who}${dayWords(day)}没有成绩，没有改动。`;
export const otherSitting = (who: string, day: Day): string => `${who}${dayWords(day)}另有一次成绩，没有改动。`;
export const issuedAlready = (who: string, day: Day | null, until: Day | null, result: string): string => {
  const facts = [day === null ? [] : dayWords(day), until === null ? [] : `有效期至${until}`].flat().join("，");
  return `${who}已登记发证（${facts}），成绩却改成了${result}。`;
};
export const nthSitting = (count: number): string => `第${count}次`;
export const mayRetake = "可以补考一次";
export const noMoreRetake = "补考也没有合格";
export const manyExamined = (people: number, days: readonly Day[]): string => `${people}人${days.map(dayWords).join("、")}的成绩`;
export const alreadyPassed = (who: string, day: Day | null): string => {
  if (day === null) return `${who}已经合格，没有改动成绩。`;
  const on = dayWords(day);
  return `${who}${on}已经合格，没有改动成绩。改正的请写考试日期${on}；日期记错的，在“${wrongDayTitle}”写${on}。`;
};

export const ISSUE_TITLE = "登记发证";
export const issueAbout = "记下发证日期和新证上的有效期";
export const untilNote = "照新证写；没有变的在“有效期不变”写是";
export const sameTitle = "有效期不变";
export const oneOfUntil = "请照新证写“新有效期”，或者写“有效期不变”，两个只写一个";
export const notPassed = (who: string): string => `${who}的考试还没有合格，不能发证。`;
export const noOldUntil = (who: string): string => `${who}没有“证件有效期”，不知道不变的是哪一天。`;
export const endsSoon = (who: string, until: Day, left: number, isUnchanged: boolean): string => {
  const time = left < 0 ? "已经过了" : `离今天还有${left}天`;
  return `${who}登记发证，有效期${isUnchanged ? "仍是" : "至"}${until}，${time}。`;
};
export const issued = (day: Day, until: string): string => `${dayWords(day)}发证，有效期至${until}`;
export const issueDayNote = "不写就是今天；已经记了日期的不变";
export const wasValidUntil = (until: string): string => `原来记的是有效期至${until}`;
export const manyIssued = (people: number, days: readonly Day[]): string => `${days.map(dayWords).join("、")}给${people}人发证`;
