import { DAY_KIND, type DayKind } from "../schema/allowed";
import type { Day } from "./civil-day";
import { addDays, isDay, partsOf, weekdayOf } from "./civil-day";

/** One special day of the calendar: 休 a day off, 班 a weekend day that is worked to make up for one. */
export interface Holiday {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: string;
}

/** The working days of the years whose arrangement is known. */
export interface WorkCalendar {
  /** True when the year's arrangement is known. */
  covers(year: number): boolean;
  /** null = unknown: the year is not covered (never a Monday-to-Friday guess), or two entries contradict each other. */
  isWorkingDay(day: Day): boolean | null;
}

/** A year is covered when it has at least one entry; its other days follow the week. */
export function calendarOf(holidays: readonly Holiday[]): WorkCalendar {
  const years = new Set<number>();
  const worked = new Map<Day, boolean | null>();
  for (const { day, kind } of holidays) {
    if (!isDay(day)) continue;
    const works = kind === DAY_KIND.work;
    years.add(partsOf(day).year);
    worked.set(day, worked.has(day) && worked.get(day) !== works ? null : works);
  }
  return {
    covers: (year) => years.has(year),
    isWorkingDay: (day) => {
      if (!years.has(partsOf(day).year)) return null;
      const special = worked.get(day);
      if (special !== undefined) return special;
      const weekday = weekdayOf(day);
      return weekday !== 0 && weekday !== 6;
    },
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
