import { DAY_KIND, type DayKind } from "../schema/allowed";
import type { Day } from "./civil-day";
import { addDays, isDay, partsOf, weekdayOf } from "./civil-day";
import { missingHolidays, type StatutoryHoliday } from "./statutory-days";

/** One special day of the calendar: 休 a day off, 班 a weekend day that is worked to make up for one. */
export interface Holiday {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: string;
}

/** The working days of the years whose arrangement is known. */
export interface WorkCalendar {
  /** True when the year's arrangement is known: every statutory holiday stands in it. */
  covers(year: number): boolean;
  /** What of a year that was begun is not there yet; none of a covered year, null of one without any entry. */
  missing(year: number): readonly StatutoryHoliday[] | null;
  /** null = unknown: the year is not covered (never a Monday-to-Friday guess), or two entries contradict each other. */
  isWorkingDay(day: Day): boolean | null;
}

/**
 * A year is covered when all its statutory holidays stand there; its other days follow the week. One that was typed half
 * would silently take the rest for working days.
 */
export function calendarOf(holidays: readonly Holiday[]): WorkCalendar {
  const begun = new Set<number>();
  const off = new Set<Day>();
  const worked = new Map<Day, boolean | null>();
  for (const { day, kind } of holidays) {
    if (!isDay(day)) continue;
    const works = kind === DAY_KIND.work;
    begun.add(partsOf(day).year);
    if (!works) off.add(day);
    worked.set(day, worked.has(day) && worked.get(day) !== works ? null : works);
  }
  const missing = rememberedByYear((year) => (begun.has(year) ? missingHolidays(year, (day) => off.has(day)) : null));
  const covers = (year: number) => missing(year)?.length === 0;
  return {
    covers,
    missing,
    isWorkingDay: (day) => {
      if (!covers(partsOf(day).year)) return null;
      const special = worked.get(day);
      if (special !== undefined) return special;
      const weekday = weekdayOf(day);
      return weekday !== 0 && weekday !== 6;
    },
  };
}

function rememberedByYear<T>(answer: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>();
  return (year) => {
    const found = known.get(year);
    if (found !== undefined) return found;
    const made = answer(year);
    known.set(year, made);
    return made;
  };
}

/** The `n`-th working day after `day`, `day` itself not counted; null when a day on the way is unknown. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, n: number): Day | null {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    const works = calendar.isWorkingDay(at);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return at;
}

/**
 * The latest booking day whose review, `reviewDays` working days later, ends before the report-in day; null when unknown.
 *
 * Counted back from the day before report-in: the booking must lie before the `reviewDays`-th working day met.
 */
export function lastDayReviewedBefore(calendar: WorkCalendar, reportDay: Day, reviewDays: number): Day | null {
  let at = addDays(reportDay, -1);
  for (let left = reviewDays; left > 0; at = addDays(at, -1)) {
    const works = calendar.isWorkingDay(at);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return at;
}
