import type { Day } from "../days/civil-day";
import { readDeadline } from "../days/deadline";
import { readMonths } from "../days/months";
import { readClassDays, readDayRange } from "../days/ranges";
import { readReportIn } from "../days/report-in";
import { CLASS_KIND, type ClassKind } from "../schema/allowed";
import { kindUnclear } from "../wording/plan";
import { numeralOf } from "./numerals";

/** 培训 is for people without a certificate, 再培训 for holders. */

/** A row of the plan as the notice states it: six cells, null where the cell is empty; a class always has a name. */
export interface StatedClass {
  /** 班级名称 */
  readonly name: string;
  /** 证件“有效期限”月份; empty for 培训, which does not go by the month */
  readonly months: string | null;
  /** 中心网站报名截止时间 */
  readonly deadline: string | null;
  /** 省厅系统预约培训时间 */
  readonly booking: string | null;
  /** 报到时间 */
  readonly reportIn: string | null;
  /** 学习时间 */
  readonly study: string | null;
  /** The notice says that the class is called off. */
  readonly stopped?: true;
  /** Seats, as written */
  readonly capacity?: string;
  /** Several sites are joined by 、 */
  readonly place?: string;
  /** Where in the source it is; absent where it comes from the workbook. */
  readonly at?: ClassSource;
}

/** Where a class stands in what it was read from, in words for staff. */
export interface ClassSource {
  /** `“表1”第 5 行` */
  readonly row: string;
  /** Titles as the table has them, with the letter of the column in a sheet */
  readonly titles: Readonly<Partial<Record<StatedCell, string>>>;
}

export type StatedCell = Exclude<keyof StatedClass, "stopped" | "capacity" | "place" | "at">;

/** The six cells in the notice's order. */
export const CELLS = ["name", "months", "deadline", "booking", "reportIn", "study"] as const satisfies readonly StatedCell[];

/** What can be computed from the six cells. null = the cell is empty or cannot be read. */
export interface ClassTerms {
  readonly kind: ClassKind;
  /** N of 第N期 */
  readonly term: number | null;
  /** Certificate months the class is for, 1 to 12, as stated; empty = not by month */
  readonly months: readonly number[];
  /** Last day of pre-registration on the centre's site */
  readonly deadline: Day | null;
  readonly bookingFrom: Day | null;
  readonly bookingTo: Day | null;
  readonly reportIn: Day | null;
  /** `09:00-11:00`, or `09:00` when only the start is given */
  readonly reportHours: string | null;
  readonly studyFrom: Day | null;
  /** Last day of the class, included */
  readonly studyTo: Day | null;
}

/** One class of one year and version of the plan. `key` is its row; `open` is false for a class that was called off (停办). */
export interface TrainingClass extends ClassTerms {
  readonly key: string;
  readonly year: number;
  readonly version: number;
  readonly name: string;
  /** null = no limit */
  readonly capacity: number | null;
  readonly place: string | null;
  readonly open: boolean;
}

/** A cell that could not be read, with the sentence for staff. */
export interface CellProblem {
  readonly cell: StatedCell;
  readonly message: string;
}

/** A cell that was read and writes a year which the plan's would not have given it. */
interface CellOfOtherYear {
  readonly cell: StatedCell;
  readonly stated: string;
}

export interface NormalisedClass extends ClassTerms {
  readonly problems: readonly CellProblem[];
  readonly otherYear: readonly CellOfOtherYear[];
}

/**
 * Reads the six cells with the plan's year, which none of them names ("2月26日-2月29日" exists in 2024 and not in 2025). A deadline
 * and a booking window without a year come before the report-in, so for a class in January they may lie in the year before.
 * A cell that cannot be read leaves null and a problem; an empty one leaves null.
 */
export function normaliseClass(stated: StatedClass, year: number): NormalisedClass {
  const problems: CellProblem[] = [];
  const otherYear: CellOfOtherYear[] = [];
  const report = <R extends CellReading>(cell: StatedCell, reading: R): R => {
    if (reading.message !== undefined) problems.push({ cell, message: reading.message });
    if (reading.otherYear) otherYear.push({ cell, stated: stated[cell] ?? "" });
    return reading;
  };
  const months = report("months", readMonths(stated.months));
  const reportIn = report("reportIn", readReportIn(stated.reportIn, { year }));
  const study = report("study", readClassDays(stated.study, { year }));
  const studyFrom = study.kind === "range" ? study.from : null;
  const until = reportIn.kind === "report" && !reportIn.otherYear ? reportIn.day : studyFrom;
  const deadline = report("deadline", readDeadline(stated.deadline, { year, until }));
  const booking = report("booking", readDayRange(stated.booking, { year, until }));
  const kind = classKind(stated.name);
  if (kind === null) problems.push({ cell: "name", message: kindUnclear(stated.name) });
  const hasMonths = months.kind === "months";
  const inOrder = (one: { readonly cell: StatedCell }, other: { readonly cell: StatedCell }): number =>
    CELLS.indexOf(one.cell) - CELLS.indexOf(other.cell);
  return {
    kind: kind ?? (hasMonths ? CLASS_KIND.retraining : CLASS_KIND.initial),
    term: termOf(stated.name),
    months: hasMonths ? months.months : [],
    deadline: deadline.kind === "day" ? deadline.to : null,
    bookingFrom: booking.kind === "range" ? booking.from : null,
    bookingTo: booking.kind === "range" ? booking.to : null,
    reportIn: reportIn.kind === "report" ? reportIn.day : null,
    reportHours: reportIn.kind === "report" ? [reportIn.from, reportIn.to].filter((at) => at !== null).join("-") || null : null,
    studyFrom,
    studyTo: study.kind === "range" ? study.to : null,
    problems: problems.sort(inOrder),
    otherYear: otherYear.sort(inOrder),
  };
}

interface CellReading {
  readonly kind: string;
  readonly message?: string;
  readonly otherYear?: true;
}

/** The kind that a class name says, null when it says none. */
export function classKind(name: string): ClassKind | null {
  const plain = name.normalize("NFKC").replace(/\s/gu, "");
  if (/再培训|复训|复审|再教育|继续教育/u.test(plain)) return CLASS_KIND.retraining;
  return /培训|初培|初训|新训|取证/u.test(plain) ? CLASS_KIND.initial : null;
}

/** The name of a class as notices write it, anywhere in a text without blanks. */
export const CLASS_NAME = /(?:再培训|复训|复审|再教育|继续教育|培训|初培|初训|新训|取证)班?第[\d一二三四五六七八九十]{1,3}期/u;

/** `再培训3` for a name that says kind and number and nothing more, however it writes them; else null. */
export function numberedClass(name: string): string | null {
  const plain = name.normalize("NFKC").replace(/\s/gu, "");
  if (CLASS_NAME.exec(plain)?.[0] !== plain) return null;
  const term = termOf(plain);
  return term === null ? null : `${classKind(plain)}${term}`;
}

/** N of 第N期. */
function termOf(name: string): number | null {
  const plain = name.normalize("NFKC").replace(/\s/gu, "");
  const [, number] = /第(\d{1,2}|[一二三四五六七八九十]{1,3})期/u.exec(plain) ?? [];
  return number === undefined ? null : numeralOf(number);
}
