import { addDays, type Day, daysBetween, weekdayOf } from "../../days/civil-day";
import { addWorkingDays, type WorkCalendar } from "../../days/working-days";

/** The days of a class as they follow from its first one. */
export interface ClassDays {
  readonly reportIn: Day;
  readonly studyFrom: Day;
  readonly studyTo: Day;
  readonly bookingFrom: Day;
  readonly bookingTo: Day;
}

/** How the days of a class lie to each other, in days; taken from last year's. */
export interface ClassShape {
  /** From report-in to the first day of study */
  readonly before: number;
  /** From the first day of study to the last */
  readonly study: number;
  /** From the first day of booking to the last */
  readonly booking: number;
}

export function shapeOf({ reportIn, studyFrom, studyTo, bookingFrom, bookingTo }: ClassDays): ClassShape {
  return {
    before: daysBetween(reportIn, studyFrom),
    study: daysBetween(studyFrom, studyTo),
    booking: daysBetween(bookingFrom, bookingTo),
  };
}

/**
 * The days of a class that reports in on a day: its booking ends on the last day whose review, `reviewDays` working days later,
 * is done by then.
 *
 * @returns null where a day of the week falls on a holiday, or where the calendar ends
 */
export function daysFrom(reportIn: Day, shape: ClassShape, calendar: WorkCalendar, reviewDays: number): ClassDays | null {
  const studyFrom = addDays(reportIn, shape.before);
  const studyTo = addDays(studyFrom, shape.study);
  if (calendar.isWorkingDay(reportIn) !== true || !isUndisturbed(studyFrom, studyTo, calendar)) return null;
  const bookingTo = lastBookingDay(reportIn, calendar, reviewDays);
  if (bookingTo === null) return null;
  return { reportIn, studyFrom, studyTo, bookingFrom: addDays(bookingTo, -shape.booking), bookingTo };
}

/** Monday to Friday are worked, and no weekend day is a holiday's: a long class goes on over ordinary weekends. */
function isUndisturbed(from: Day, to: Day, calendar: WorkCalendar): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isWeekend = [0, 6].includes(weekdayOf(day));
    if (!isWeekend && calendar.isWorkingDay(day) !== true) return false;
  }
  return true;
}

function lastBookingDay(reportIn: Day, calendar: WorkCalendar, reviewDays: number): Day | null {
  for (let day = addDays(reportIn, -1); ; day = addDays(day, -1)) {
    const works = calendar.isWorkingDay(day);
    if (works === null) return null;
    if (!works) continue;
    const due = addWorkingDays(calendar, day, reviewDays);
    if (due === null) return null;
    if (due <= reportIn) return day;
  }
}
