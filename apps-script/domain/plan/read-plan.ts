import { readReportIn } from "../days/report-in";
import { longestOf } from "../schema/column";
import { PLAN } from "../schema/plan";
import { isLonger, lengthOf } from "../snapshot/text-length";
import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/plan";
import { callsOff, nameOf } from "./called-off";
import { calledOffIn, speaksOfCallingOff } from "./called-off-prose";
import type { PlanRow } from "./plan-rows";
import { delimitedRows, wordRows } from "./plan-rows";
import { STATED_COLUMNS } from "./stated-columns";
import { readStatedFees, type StatedFees } from "./stated-fees";
import { CELLS, numberedClass, type StatedCell, type StatedClass } from "./training-class";

/** A plan as stated. `year` is the title's, null when no title names one; `problems` are sentences for staff. */
export interface PlanReading {
  readonly year: number | null;
  readonly classes: StatedClass[];
  readonly problems: string[];
  /** Absent where the text states none. */
  readonly fees?: StatedFees;
}

/** Column titles by what they mean, without quotes and blanks; the notice's own title comes first. */
const TITLES: Record<StatedCell, readonly string[]> = {
  name: ["班级名称", "班级", "班次"],
  months: ["证件有效期限月份", "有效期限月份", "证件有效期月份", "有效期月份", "适用月份", "月份"],
  deadline: ["中心网站报名截止时间", "中心网站报名截止", "网报截止时间", "网报截止", "报名截止时间", "报名截止"],
  booking: ["省厅系统预约培训时间", "省厅系统预约时间", "省厅预约时间", "预约培训时间", "预约时间"],
  reportIn: ["报到时间"],
  study: ["学习时间", "培训时间"],
};
/** Characters from a title's year to the end of its 培训 or 计划. */
const FARTHEST = 82;
const REMARK = /^(?:注|说明|备注|附件?|合计)[\d:：.、]?/u;

/** The class plan in a text: the whole notice as copied from Word, tab-separated lines, or CSV. */
export function readPlanText(text: string): PlanReading {
  const shapes = [() => wordRows(text), () => delimitedRows(text, "\t"), () => delimitedRows(text, ",")];
  for (const [index, shape] of shapes.entries()) {
    const rows = shape();
    if (rows.some((row) => isHeader(row))) return withFees(readRows(rows, index === 0), text);
  }
  return withFees(readProse(delimitedRows(text, "\t")), text);
}

/** The class plan in the cells of a sheet, rows first. */
export function readPlanCells(cells: readonly (readonly Value[])[]): PlanReading {
  const rows = cells.map((row, index) => ({ line: index + 1, cells: writtenCells(row), isParagraph: false }));
  return withFees(readRows(rows, false), rows.map((row) => row.cells.join("\n")).join("\n"));
}

function withFees(reading: PlanReading, text: string): PlanReading {
  const fees = readStatedFees(text);
  return fees === null ? reading : { ...reading, fees };
}

function readRows(rows: readonly PlanRow[], isWord: boolean): PlanReading {
  const headers = rows.filter((row) => isHeader(row));
  const [header] = headers;
  if (header === undefined) return readProse(rows);
  const at = rows.indexOf(header);
  const year = titleYear(rows.slice(0, at));
  const titles = header.cells.map((cell) => cellOfTitle(cell));
  const repeated = CELLS.filter((cell) => titles.indexOf(cell) !== titles.lastIndexOf(cell));
  if (headers.length > 1 || repeated.length > 0) {
    const several = headers.length > 1 ? [say.severalPlanTables(headers.length)] : [];
    return {
      year,
      classes: [],
      problems: [...several, ...repeated.map((cell) => say.repeatedPlanColumn(say.planColumnTitles[cell]))],
    };
  }
  const missing = CELLS.filter((cell) => !titles.includes(cell)).map((cell) => say.planColumnTitles[cell]);
  const problems: string[] = missing.length > 0 ? [say.missingPlanColumns(missing)] : [];
  const classes: StatedClass[] = [];
  for (const row of rows.slice(at + 1)) {
    const outcome = readClass(row, titles, isWord);
    if (typeof outcome === "string") problems.push(outcome);
    else if (outcome !== null) classes.push(outcome);
  }
  const lines = rows.filter((row, place) => place < at || row.isParagraph).map((row) => row.cells.join(""));
  const alone = lines.flatMap((line) => calledOffAlone(line) ?? []);
  const { classes: stopped, unclear } = calledOffIn(lines.filter((line) => calledOffAlone(line) === null).join("\n"));
  problems.push(...unclear);
  for (const one of [...alone, ...stopped]) addStopped(classes, one);
  return { year, classes, problems: classes.length === 0 ? [...problems, say.planHasNoClass()] : problems };
}

/** A sentence beside the table calls off a class of the table, or another one. */
function addStopped(classes: StatedClass[], one: StatedClass): void {
  const at = classes.findIndex(({ name }) => name === one.name || numberedClass(name) === numberedClass(one.name));
  const [listed = one] = classes.splice(at < 0 ? classes.length : at, at < 0 ? 0 : 1);
  classes.push({ ...listed, stopped: true });
}

/** A notice without a table may call classes off in a sentence. */
function readProse(rows: readonly PlanRow[]): PlanReading {
  const { classes, unclear } = calledOffIn(rows.map((row) => row.cells.join("")).join("\n"));
  const isSaid = rows.some((row) => row.cells.some((cell) => cell.split("。").some(speaksOfCallingOff)));
  const nothing = [say.noPlanTable(), ...(isSaid ? [say.calledOffNowhere()] : [])];
  const problems = classes.length > 0 || unclear.length > 0 ? unclear : nothing;
  return { year: titleYear(rows), classes: [...classes], problems: [...problems] };
}

/** The class in a row, a sentence about a row that should be one, or null for a remark or a paragraph. */
function readClass(row: PlanRow, titles: readonly (StatedCell | null)[], isWord: boolean): StatedClass | string | null {
  if (row.isParagraph) return null;
  if (isWord && row.cells.length !== titles.length) {
    return say.rowOfWrongLength(row.line, row.cells.length, titles.length);
  }
  const stated = (cell: StatedCell) => statedCell(row.cells[titles.indexOf(cell)]);
  const tooLong = CELLS.find((cell) => isLonger(stated(cell) ?? "", longestOf(PLAN.columns[STATED_COLUMNS[cell]])));
  if (tooLong !== undefined) {
    const length = lengthOf(stated(tooLong) ?? "");
    return say.cellTooLong(row.line, say.planColumnTitles[tooLong], length, longestOf(PLAN.columns[STATED_COLUMNS[tooLong]]));
  }
  const written = stated("name");
  const name = written === null ? null : nameOf(written);
  const one: StatedClass = {
    name: name ?? "",
    months: stated("months"),
    deadline: stated("deadline"),
    booking: stated("booking"),
    reportIn: stated("reportIn"),
    study: stated("study"),
    ...(row.cells.some(callsOff) ? { stopped: true } : {}),
  };
  const filled = CELLS.filter((cell) => (one[cell] ?? "") !== "");
  if (filled.length === 0) return null;
  if (name === null) return say.rowWithoutName(row.line);
  if (filled.length > 1) return one;
  if (REMARK.test(name)) return null;
  return /[班期]$/u.test(name) ? one : say.rowNotAClass(row.line, name);
}

const NOTHING_STATED = { months: null, deadline: null, booking: null, reportIn: null, study: null } as const;

/** A line under the table that says nothing but that a class is called off ("再培训班第三期停办"). */
function calledOffAlone(line: string): StatedClass | null {
  const name = callsOff(line) ? nameOf(line) : "";
  return /^[^,，。:：]{0,20}班第[^,，。:：]{1,3}期$/u.test(name) ? { name, ...NOTHING_STATED, stopped: true } : null;
}

/** A row that names the class and at least two more of the plan's columns. */
function isHeader(row: PlanRow): boolean {
  const known = new Set(row.cells.map((cell) => cellOfTitle(cell)));
  return known.has("name") && known.size - (known.has(null) ? 1 : 0) >= 3;
}

function cellOfTitle(written: string): StatedCell | null {
  const title = written.normalize("NFKC").replace(/[\s"'“”‘’「」『』《》\u200b-\u200d\ufeff]+/gu, "");
  return CELLS.find((cell) => TITLES[cell].includes(title)) ?? null;
}

/** As written, the lines of a cell joined; null for blanks. */
function statedCell(written: string | undefined): string | null {
  const joined = (written ?? "")
    .split("\n")
    .map((part) => part.trim())
    .join("");
  return presentValue(joined) === null ? null : joined;
}

/** A number of 20000 and more is a date cell (Excel serial): written as its day, with the hour if it has one. */
function writtenCells(row: readonly Value[]): string[] {
  return row.map((value) => {
    const moment = typeof value === "number" && value >= 20000 ? readReportIn(value) : null;
    if (moment?.kind !== "report") return textOf(value).replace(/\r\n?/gu, "\n");
    return moment.from === null ? moment.day : `${moment.day} ${moment.from}`;
  });
}

/**
 * The year of the plan's title above the table: the first YYYY年 that is no date (2024年1月2日) and has 培训 or 计划 after
 * it in the same sentence, the title's lines taken together.
 */
function titleYear(above: readonly PlanRow[]): number | null {
  const text = above.map((row) => row.cells.join("")).join("");
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  for (const { 1: year, 0: said, index } of plain.matchAll(/((?:19|20)\d{2})年(?!\d{1,2}月)/gu)) {
    const start = index + said.length;
    const [rest = ""] = plain.slice(start, start + FARTHEST).split("。");
    if (/培训|计划/u.test(rest)) return Number(year);
  }
  return null;
}
