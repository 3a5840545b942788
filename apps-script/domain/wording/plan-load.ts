import type { TouchedUnit } from "../plan/touched-people";
import type { StatedClass } from "../plan/training-class";
import { CLASS_STATE } from "../schema/allowed";
import { forStaff, type StaffSentence } from "./audience";
import { quoted } from "./days";
import { planColumnTitles } from "./plan";

/** Sentences about loading a class plan. */
export const LOAD_PLAN_TITLE = "读入培训计划";
export const planReason = "读入培训计划";
export const replacedReason = (version: number) => `由第${version}版代替`;
export const calledOffReason = `通知写明${CLASS_STATE.stopped}`;
export const noYear = (file: string) => `${file} 里没有写年度，请用 --year 给出，例如 --year 2024。`;
export const otherYear = (file: string, found: number, book: number) =>
  `${file} 是${found}年的计划，而这本工作簿是${book}年的。一本工作簿只管一个年度，请为${found}年另建一本。`;

export const noClassRead = (): string => "计划表里没有读出班级。";

export const unlistedClasses = (names: readonly string[]): string => `${names.join("、")}未列出，保持不变。`;
export const repeatedClasses = (names: readonly string[]): string => `${names.join("、")}在表里不止一行，写得不一样，没有读入。`;
export const stillStopped = (names: readonly string[]): string =>
  `${names.join("、")}在这张表里与以前写的一样，工作簿里是${CLASS_STATE.stopped}，没有改动。`;

/** Short titles for showing what was read of a class. */
export const shownTitles = {
  statedMonths: "月份",
  statedDeadline: "报名截止",
  statedBooking: "预约",
  statedReportIn: "报到",
  statedStudy: "学习",
  place: "地点",
  capacity: "容量",
} as const;
/** `报名截止 2月21日前 → 2024-02-21（含当天）`; nothing after the arrow is a cell that could not be read. */
export const shownCell = (title: string, stated: string, read: readonly string[]): string => {
  const counted = title === shownTitles.statedDeadline && /前$/u.test(stated) ? "（含当天）" : "";
  return `${title} ${stated} → ${read.length === 0 ? "？" : read.join(" ")}${counted}`;
};
export const classLine = (name: string, cells: readonly string[]): string => `${name}：${cells.join("；")}`;
export const READ_CLASSES = "读出的班级（通知原文 → 读作），请对照通知核对：";

/** `报到时间由“5月14日9:00-11:00”改为“5月21日9:00-11:00”` */
export function changesOf(was: StatedClass, is: StatedClass): string {
  const cells = ["months", "deadline", "booking", "reportIn", "study"] as const;
  return cells
    .filter((cell) => was[cell] !== is[cell])
    .map((cell) => `“${planColumnTitles[cell]}”由${written(was[cell])}改为${written(is[cell])}`)
    .join("，");
}
const written = (cell: string | null): string => (cell === null ? "空" : `“${cell}”`);

export const changedClass = (name: string, changes: string): string =>
  changes === "" ? `${name}重新开班` : `${name}的${changes}`;
export const calledOff = (name: string): string => `${name}${CLASS_STATE.stopped}`;

/** A cell of a table that is empty, or what cannot be read in it. */
interface LostCell {
  readonly cell: keyof typeof planColumnTitles;
  readonly message: string | null;
}

export const cellsLost = (name: string, cells: readonly LostCell[]): string =>
  `${name}没有改动，仍按原来的安排：表里的${cells.map((cell) => lostCell(cell)).join("，")}。`;
/** Titles as the table has them, and where the class stands in it. */
export function classWaits({ name, at }: Pick<StatedClass, "name" | "at">, cells: readonly LostCell[]): string {
  const each = cells.map(({ cell, message }) => lostCell({ cell, message }, at?.titles[cell]));
  return `${at === undefined ? "" : `${at.row}：`}${name}还没有读入：${each.join("，")}。`;
}
export const unreadColumns = (titles: readonly string[]): string =>
  `表里的${titles.map((title) => `“${title}”`).join("、")}没有读入。`;
export const besideDiffers = (name: string, title: string, stated: string, held: string): string =>
  `${name}的${title}在表里是${quoted(stated)}，工作簿里是${quoted(held)}，没有改动。`;
export const yearUnclear = (written: string): string =>
  `标题写的是${quoted(written)}，不止一个年度，看不出是哪一年的计划；请写明年度，跨到另一年的日期请在表里写上四位年份。`;
const lostCell = ({ cell, message }: LostCell, title: string = planColumnTitles[cell]): string =>
  message === null ? `“${title}”空着` : `“${title}”看不懂（${message.replace(/。$/u, "")}）`;
export const isIt = (written: string, name: string): string =>
  `表里的${quoted(written)}是不是${name}？没有读入，${name}仍按原来的安排。`;
export const isItAdvice = (name: string): string =>
  `是的，请把表里的班级名称改为“${name}”再读入；是另一个班的，请换一个不会混的名称，或在“培训计划”里手工加一行。`;
export const addedAlike = (written: string, name: string): string => `${quoted(written)}按新的班读入，${name}另算。`;
export const addedAlikeAdvice = (name: string): string =>
  `其实是同一个班的，请撤销这次读入，把表里的班级名称改为“${name}”再读入。`;
export const unknownCalledOff = (name: string): string =>
  `通知说${quoted(name)}${CLASS_STATE.stopped}，本年度计划里没有这个班，没有改动。`;

/** People of a unit that are named; the others are counted. */
const NAMED = 5;

/** A change and whom it concerns, by unit: `涉及 3 人：甲矿 2 人（张三、李四），乙矿 1 人（王五）。` */
export function withPeople(change: string, units: readonly TouchedUnit[]): string {
  const count = units.reduce((sum, { names }) => sum + names.length, 0);
  if (count === 0) return `${change}，还没有人在这个班。`;
  const each = units.map(({ unit, names }) => {
    const more = names.length > NAMED ? `等` : "";
    return `${unit ?? "没有工作单位的"} ${names.length} 人（${names.slice(0, NAMED).join("、")}${more}）`;
  });
  return `${change}，涉及 ${count} 人：${each.join("，")}。`;
}
export const forTodo = (message: string): StaffSentence => forStaff(message);
