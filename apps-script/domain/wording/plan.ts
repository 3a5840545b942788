import type { Day } from "../days/civil-day";
import type { StatutoryHoliday } from "../days/statutory-days";
import { CLASS_STATE } from "../schema/allowed";
import { quoted } from "./days";
import { ruleTable } from "./rule-table";

/** Sentences about reading and checking the class plan. */

/** Titles of the plan's six stated columns in the tab 培训计划. */
export const planColumnTitles = {
  name: "班级名称",
  months: "证件有效期限月份",
  deadline: "中心网站报名截止",
  booking: "省厅系统预约培训时间",
  reportIn: "报到时间",
  study: "学习时间",
} as const;

/** Finding code to short rule title. */
export const planRules = /* @__PURE__ */ ruleTable({
  P01: { title: "报名截止缺少或看不懂", severity: "阻断", advice: "请在“中心网站报名截止”里写明日期，如 4月5日。" },
  P02: { title: "预约时间缺少或看不懂", severity: "阻断", advice: "请写明起止两天，如 3月7日-4月6日。" },
  P03: { title: "报到时间缺少或看不懂", severity: "阻断", advice: "请写明日期和钟点，如 4月8日9:00-11:00。" },
  P04: { title: "学习时间缺少或看不懂", severity: "阻断", advice: "请写明起止两天，如 4月8日-4月17日。" },
  P05: { title: "月份缺少或看不懂", severity: "阻断", advice: "请写明月份，如 3-4月。" },
  P06: { title: "班级名称看不出类别", severity: "警告", advice: "请在班级名称里写明“培训班”或“再培训班”。" },
  P07: { title: "预约结束早于开始", severity: "阻断", advice: "请核对预约起止日。" },
  P08: { title: "学习结束早于开始", severity: "阻断", advice: "请核对学习起止日。" },
  P09: { title: "班级名称重复", severity: "阻断", advice: `请改名，或把不办的班级设为${CLASS_STATE.stopped}。` },
  P10: { title: "报名截止早于预约开始", severity: "提示", advice: "按原计划保留；催办预约要等预约开放后再做。" },
  P11: { title: "预约截止后来不及审核", severity: ["警告", "提示"], advice: "请提前预约截止，或推迟报到。" },
  P12: { title: "预约截止晚于报到", severity: "警告", advice: "请核对预约截止和报到日。" },
  P13: { title: "报名截止晚于报到", severity: "警告", advice: "请核对报名截止和报到日。" },
  P14: { title: "学习早于报到", severity: "警告", advice: "请核对学习时间和报到日。" },
  P15: { title: "报名截止遇休息日", severity: "提示", advice: "当天无人值班时，请提前提醒单位报名。" },
  P16: { title: "预约截止遇休息日", severity: "提示", advice: "当天无法审核，请提醒学员尽早预约。" },
  P17: { title: "月份对应多个班级", severity: "提示", advice: "分班按“重叠月份”设置处理，请确认。" },
  P18: { title: "月份没有对应班级", severity: "提示", advice: "请确认这些月份的学员怎么安排。" },
  P19: { title: "结业距证件到期太近", severity: "警告", advice: "请提醒这些学员尽早参加前一班，或尽快安排考试。" },
  P20: { title: "同类班级学习时间重叠", severity: "警告", advice: "请确认场地和师资能否同时开班。" },
  P21: { title: "容量看不懂", severity: "阻断", advice: "请填一个整数，不限人数就空着。" },
  P22: { title: "开班状态看不懂", severity: "阻断", advice: "请从下拉里选一个。" },
  P24: {
    title: "计划表没有列出的班级",
    severity: "提示",
    advice: "不用处理；通知写明停办的，在培训计划的“开班状态”里选“停办”。",
  },
  P25: { title: "班级安排有变更", severity: ["警告", "提示"], advice: "请通知这些单位和学员，并重新分班、发出单位文件。" },
  P26: {
    title: `${CLASS_STATE.stopped}的班级又列在计划表里`,
    severity: "提示",
    advice: `确已恢复的，把培训计划的“开班状态”改为“${CLASS_STATE.open}”。`,
  },
  P27: { title: "计划表里班级重复", severity: "警告", advice: "请核对通知里是哪一行，改好后再读入一次。" },
  P28: { title: "计划表里的内容不全", severity: "警告", advice: "请照通知补齐、改好这几格，再读入一次。" },
  P29: { title: "像是已有的班级", severity: ["警告", "提示"], advice: "请核对是不是同一个班。" },
  P30: {
    title: "停办的班级找不到",
    severity: "警告",
    advice: "请核对班级名称；确有这个班的，在“培训计划”的“开班状态”里选停办。",
  },
  P32: { title: "计划表里有看不懂的地方", severity: "阻断", advice: "请照说明改好这一处，再读入一次；其他班级照常读入。" },
  P33: { title: "计划表里没有读入的列", severity: "提示", advice: "不用处理；这几列要用的，请在“培训计划”里手工填。" },
  P34: { title: "地点或容量与工作簿不同", severity: "警告", advice: "请核对，要改的在“培训计划”里改。" },
  P31: { title: "年份与计划年度不同", severity: "警告", advice: "请核对这一格的年份，写错了的改好再用。" },
  P23: {
    title: "节假日没有登记全",
    severity: ["警告", "提示"],
    advice: "请照国务院的放假通知，在“节假日”里把这一年的休息日和调休上班日都补上。",
  },
});

export type PlanCode = keyof typeof planRules;

const monthList = (months: readonly number[]): string => `${months.join("、")}月`;

// Reading
export const kindUnclear = (name: string): string => `班级名称${quoted(name)}看不出是培训还是再培训。`;
export const noPlanTable = (): string =>
  "没有找到培训计划表：表头应有“班级名称”，以及报名截止、预约时间、报到时间、学习时间等列。";
export const calledOffUnclear = (sentence: string): string =>
  `通知里${quoted(sentence)}说到停办，看不准是哪个班，没有读入；请在“培训计划”里把停办的班的“开班状态”改为“${CLASS_STATE.stopped}”。`;
export const calledOffNowhere = (): string =>
  `通知说到停办，没有写明是哪一期；请在“培训计划”里把停办的班的“开班状态”改为“${CLASS_STATE.stopped}”。`;
export const repeatedPlanColumn = (title: string): string => `计划表里“${title}”出现了不止一列，请只保留一列。`;
export const missingPlanColumns = (titles: readonly string[]): string => `计划表缺少列：${titles.join("、")}。`;
export const planHasNoClass = (): string => "计划表里没有班级。";
/** `计划.xlsx 第 5 行`; a text has no other name than its line. */
export const rowOf = (source: string, line: number): string => `${inSource(source)}第 ${line} 行`;
const inSource = (source: string): string => (/[\da-z]$/iu.test(source) ? `${source} ` : source);
/** `通知.docx 第 1 张表第 5 行` */
export const rowOfTable = (source: string, table: number, row: number): string =>
  `${inSource(source)}第 ${table} 张表第 ${row} 行`;
/** `计划.xlsx“表1”` */
export const sheetOf = (file: string, sheet: string): string => (sheet === "" ? file : `${file}“${sheet}”`);
/** `学习时间（F 列）`, counted from 0. */
export const columnOf = (title: string, at: number): string => `${title}（${letterOf(at)} 列）`;
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
export const tradeTable = (title: string): string =>
  `计划表里有“${title}”一列，是按工种（作业类别）安排的，这里不管理；这里只读主要负责人和安管人员的培训、再培训班，请删去这张表再读入。`;
export const rowWithoutName = (row: string): string => `${row}没有班级名称，未读入。`;
export const kindsDisagree = (row: string, name: string, kind: string): string =>
  `${row}的班级是${quoted(name)}，类别却是${quoted(kind)}，未读入。`;
export const cellTooLong = (row: string, column: string, length: number, most: number): string =>
  `${row}的“${column}”有 ${length} 个字，最多 ${most} 个字，未读入。`;
export const rowNotAClass = (row: string, text: string): string => `${row}${quoted(text)}不像班级，未读入。`;
export const rowOfWrongLength = (row: string, cells: number, expected: number): string =>
  `${row}有 ${cells} 格，表头有 ${expected} 格，对不上，未读入。`;

// Checking: every sentence starts with the class
const cellOf = (stated: string | null): string => (stated === null ? "" : `（原文${quoted(stated)}）`);

export const cellMissing = (name: string, title: string): string => `${name}没有填“${title}”。`;
export const cellNotReadable = (name: string, title: string, stated: string | null, reason: string | null): string =>
  `${name}的“${title}”看不懂${reason === null ? cellOf(stated) : `：${reason}`}。`;
export const cellsOfOtherYear = (name: string, year: number, remarks: readonly StatedAs[]): string => {
  const each = remarks.map(({ cell, stated }) => `“${planColumnTitles[cell]}”${quoted(stated)}`);
  return `${name}的${each.join("、")}写的年份与${year}年的计划不同。`;
};
interface StatedAs {
  readonly cell: keyof typeof planColumnTitles;
  readonly stated: string;
}
export const retrainingWithoutMonths = (name: string): string => `${name}是再培训班，却没有写证件有效期限月份，无法按月份分班。`;
export const bookingEndsBeforeStart = (name: string, from: Day, to: Day): string =>
  `${name}的预约结束日 ${to} 早于开始日 ${from}。`;
export const studyEndsBeforeStart = (name: string, from: Day, to: Day): string =>
  `${name}的学习结束日 ${to} 早于开始日 ${from}。`;
export const nameRepeated = (name: string, earlierKey: string): string => `${name}与 ${earlierKey} 的班级名称相同。`;
export const deadlineBeforeBooking = (name: string, deadline: Day, from: Day, days: number, stated: string | null): string =>
  `${name}的中心网站报名截止 ${deadline}${cellOf(stated)}比省厅预约开始日 ${from} 早 ${days} 天。`;
export const reviewEndsLate = (name: string, to: Day, due: Day, reportIn: Day, stated: string | null): string =>
  `${name}的预约截止 ${to}${cellOf(stated)}，审核要到 ${due} 才完，晚于报到日 ${reportIn}。`;
export const reviewUnknown = (name: string, to: Day): string =>
  `${name}预约截止 ${to} 后的工作日未知，请补节假日，审核能否在报到前完成无法判断。`;
export const bookingEndsAfterReport = (name: string, to: Day, reportIn: Day): string =>
  `${name}的预约截止 ${to} 晚于报到日 ${reportIn}。`;
export const deadlineAfterReport = (name: string, deadline: Day, reportIn: Day): string =>
  `${name}的中心网站报名截止 ${deadline} 晚于报到日 ${reportIn}。`;
export const studyBeforeReport = (name: string, from: Day, reportIn: Day): string =>
  `${name}的学习开始日 ${from} 早于报到日 ${reportIn}。`;
export const deadlineOnDayOff = (name: string, day: Day, weekday: number, stated: string | null): string =>
  `${name}的中心网站报名截止 ${day}（星期${weekdayName(weekday)}）${cellOf(stated)}是休息日。`;
export const bookingEndsOnDayOff = (name: string, day: Day, weekday: number, stated: string | null): string =>
  `${name}的预约截止 ${day}（星期${weekdayName(weekday)}）${cellOf(stated)}是休息日。`;
export const monthsInSeveralClasses = (name: string, months: readonly number[], others: readonly string[]): string =>
  `${name}的${monthList(months)}也在${others.join("、")}里。`;
export const monthsInNoClass = (months: readonly number[]): string => `${monthList(months)}到期的证件没有对应的再培训班。`;
export const endsCloseToExpiry = (name: string, to: Day, days: number, first: Day, margin: number): string =>
  days > 0
    ? `${name} ${to} 结业，离最早到期日 ${first} 只有 ${days} 天，少于安全余量 ${margin} 天。`
    : `${name} ${to} 结业时，${first} 起到期的证件已经过期。`;
export const studyOverlaps = (name: string, others: readonly string[]): string => `${name}的学习时间与${others.join("、")}重叠。`;

const weekdayName = (weekday: number): string => "日一二三四五六".charAt(weekday);

/** Instead of the usual suggestion of P11 when the holiday arrangement of the year is not known. */
export const addHolidays = (year: number, missing: readonly StatutoryHoliday[]): string =>
  `请在“节假日”里补上 ${year} 年的放假安排${missing.length === 0 ? "" : `，${stillMissing(missing)}`}。`;
export const halfTypedYear = (year: number, missing: readonly StatutoryHoliday[]): string =>
  `${year}年的节假日只登记了一部分，${stillMissing(missing)}，补齐之前这一年的工作日按未知处理。`;
/** `还缺清明节（4月4日）`: the days that are off by law; the ones moved around them stand in the State Council's notice. */
const stillMissing = (missing: readonly StatutoryHoliday[]): string =>
  `还缺${missing.map(({ name, days }) => `${name}（${days.map(monthAndDay).join("、")}）`).join("、")}`;
const monthAndDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

export const badClassState = (name: string, written: string): string =>
  `${name}的“开班状态”写的是“${written}”，看不懂，暂按照常开班处理。`;
export const badCapacity = (name: string, written: string): string =>
  `${name}的“容量”写的是“${written}”，不是座位数，暂按不限人数处理。`;
