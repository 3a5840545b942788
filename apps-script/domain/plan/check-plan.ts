import type { Finding } from "../changes/finding";
import type { Day } from "../days/civil-day";
import { addDays, dayOf, daysBetween, partsOf, weekdayOf } from "../days/civil-day";
import type { WorkCalendar } from "../days/working-days";
import { addWorkingDays } from "../days/working-days";
import { CLASS_KIND } from "../schema/allowed";
import * as say from "../wording/plan";
import { adviceOf, severityOf } from "../wording/rules";
import type { PlanFault } from "./check-together";
import { checkTogether } from "./check-together";
import { STATED_COLUMNS } from "./stated-columns";
import type { StatedCell, StatedClass, TrainingClass } from "./training-class";
import { classKind, normaliseClass } from "./training-class";

interface PlanCheckOptions {
  /** Working days the centre takes for a booking (审核工作日) */
  readonly reviewDays: number;
  /** Days between class end and expiry that exam booking, review and exam need (安全余量) */
  readonly safetyMargin: number;
  /** The six cells of a class as written, for quoting; null when they are not known */
  readonly statedOf?: ((key: string) => StatedClass | null | undefined) | undefined;
}

/**
 * Checks a plan by itself: each class first, then the classes with each other. Classes called off are left out.
 * One finding per code and class, in the order of the classes; the one about uncovered months (row null) comes last.
 */
export function checkClasses(classes: readonly TrainingClass[], calendar: WorkCalendar, options: PlanCheckOptions): Finding[] {
  const open = classes.filter((one) => one.open);
  const together = checkTogether(open);
  const findings = open.flatMap((one) => {
    const stated = options.statedOf?.(one.key) ?? null;
    const faults = [
      ...cellFaults(one, stated),
      ...orderFaults(one, stated),
      ...reviewFaults(one, calendar, options.reviewDays, stated),
      ...dayOffFaults(one, calendar, stated),
      ...expiryFaults(one, options.safetyMargin),
      ...(together.byKey.get(one.key) ?? []),
    ];
    return faults.sort((a, b) => (a.code < b.code ? -1 : 1)).map((fault) => findingOf(fault, one.key));
  });
  return [...findings, ...together.wholePlan.map((fault) => findingOf(fault, null))];
}

function findingOf(fault: PlanFault, row: string | null): Finding {
  return {
    code: fault.code,
    severity: severityOf(fault),
    table: "plan",
    row,
    column: STATED_COLUMNS[fault.cell],
    message: fault.message,
    suggestion: fault.suggestion ?? adviceOf(fault.code),
  };
}

/** Codes that matter the same in every case. */
type SettledCode = Extract<PlanFault, { readonly severity?: undefined }>["code"];

function cellFaults(one: TrainingClass, stated: StatedClass | null): PlanFault[] {
  const read = stated === null ? null : normaliseClass(stated, one.year);
  const reasons = read?.problems ?? [];
  const faults: PlanFault[] = [];
  const needs = (code: SettledCode, cell: StatedCell, present: boolean) => {
    if (present) return;
    const title = say.planColumnTitles[cell];
    const written = stated?.[cell] ?? null;
    const reason = reasons.find((problem) => problem.cell === cell)?.message ?? null;
    const message = written === null ? say.cellMissing(one.name, title) : say.cellNotReadable(one.name, title, written, reason);
    faults.push({ code, cell, message });
  };
  const [remark] = read?.otherYear ?? [];
  if (remark)
    faults.push({ code: "P31", cell: remark.cell, message: say.cellsOfOtherYear(one.name, one.year, read?.otherYear ?? []) });
  needs("P01", "deadline", one.deadline !== null);
  needs("P02", "booking", one.bookingFrom !== null && one.bookingTo !== null);
  needs("P03", "reportIn", one.reportIn !== null);
  needs("P04", "study", one.studyFrom !== null && one.studyTo !== null);
  if (one.months.length === 0 && (stated?.months ?? null) !== null) needs("P05", "months", false);
  else if (one.months.length === 0 && one.kind === CLASS_KIND.retraining) {
    faults.push({ code: "P05", cell: "months", message: say.retrainingWithoutMonths(one.name) });
  }
  if (classKind(one.name) === null) {
    faults.push({ code: "P06", cell: "name", message: say.kindUnclear(one.name) });
  }
  return faults;
}

function orderFaults(one: TrainingClass, stated: StatedClass | null): PlanFault[] {
  const { name, deadline, bookingFrom, bookingTo, reportIn, studyFrom, studyTo } = one;
  const faults: PlanFault[] = [];
  const add = (code: SettledCode, cell: StatedCell, message: string) => faults.push({ code, cell, message });
  if (bookingFrom !== null && bookingTo !== null && bookingTo < bookingFrom) {
    add("P07", "booking", say.bookingEndsBeforeStart(name, bookingFrom, bookingTo));
  }
  if (studyFrom !== null && studyTo !== null && studyTo < studyFrom) {
    add("P08", "study", say.studyEndsBeforeStart(name, studyFrom, studyTo));
  }
  if (deadline !== null && bookingFrom !== null && deadline < bookingFrom) {
    // The notice of 2024 has this in 再培训班 3 to 8; it is kept as stated.
    const days = daysBetween(deadline, bookingFrom);
    add("P10", "deadline", say.deadlineBeforeBooking(name, deadline, bookingFrom, days, stated?.deadline ?? null));
  }
  if (reportIn === null) return faults;
  if (bookingTo !== null && bookingTo > reportIn) {
    add("P12", "booking", say.bookingEndsAfterReport(name, bookingTo, reportIn));
  }
  if (deadline !== null && deadline > reportIn) {
    add("P13", "deadline", say.deadlineAfterReport(name, deadline, reportIn));
  }
  if (studyFrom !== null && studyFrom < reportIn) {
    add("P14", "study", say.studyBeforeReport(name, studyFrom, reportIn));
  }
  return faults;
}

/** A booking of the window's last day must be reviewed by the report-in day at the latest. */
function reviewFaults(one: TrainingClass, calendar: WorkCalendar, reviewDays: number, stated: StatedClass | null): PlanFault[] {
  const { name, bookingTo, reportIn } = one;
  if (bookingTo === null || reportIn === null) return [];
  const due = addWorkingDays(calendar, bookingTo, reviewDays);
  if (due === null) {
    const message = say.reviewUnknown(name, bookingTo);
    const year = firstUncoveredYear(calendar, bookingTo);
    const suggestion = say.addHolidays(year, calendar.missing(year) ?? []);
    return [{ code: "P11", severity: "提示", cell: "booking", message, suggestion }];
  }
  if (due <= reportIn) return [];
  const message = say.reviewEndsLate(name, bookingTo, due, reportIn, stated?.booking ?? null);
  return [{ code: "P11", severity: "警告", cell: "booking", message }];
}

function firstUncoveredYear(calendar: WorkCalendar, after: Day): number {
  const { year } = partsOf(addDays(after, 1));
  return calendar.covers(year) ? year + 1 : year;
}

function dayOffFaults(one: TrainingClass, calendar: WorkCalendar, stated: StatedClass | null): PlanFault[] {
  const { name, deadline, bookingTo } = one;
  const faults: PlanFault[] = [];
  if (deadline !== null && calendar.isWorkingDay(deadline) === false) {
    const message = say.deadlineOnDayOff(name, deadline, weekdayOf(deadline), stated?.deadline ?? null);
    faults.push({ code: "P15", cell: "deadline", message });
  }
  if (bookingTo !== null && calendar.isWorkingDay(bookingTo) === false) {
    const message = say.bookingEndsOnDayOff(name, bookingTo, weekdayOf(bookingTo), stated?.booking ?? null);
    faults.push({ code: "P16", cell: "booking", message });
  }
  return faults;
}

function expiryFaults(one: TrainingClass, safetyMargin: number): PlanFault[] {
  const first = firstExpiryOf(one);
  if (first === null || one.studyTo === null) return [];
  const days = daysBetween(one.studyTo, first);
  if (days >= safetyMargin) return [];
  const message = say.endsCloseToExpiry(one.name, one.studyTo, days, first, safetyMargin);
  return [{ code: "P19", cell: "months", message }];
}

/**
 * The first day of the first month the class is for. Months have no year: one that lies more than half a year before
 * the class end is next year's (a class in October for 1-2月), a nearer one is this year's and too late.
 */
function firstExpiryOf(one: TrainingClass): Day | null {
  const [month] = one.months;
  if (month === undefined || one.studyTo === null) return null;
  const { year } = partsOf(one.studyTo);
  const thisYear = dayOf(year, month, 1);
  return thisYear !== null && daysBetween(one.studyTo, thisYear) < -183 ? dayOf(year + 1, month, 1) : thisYear;
}
