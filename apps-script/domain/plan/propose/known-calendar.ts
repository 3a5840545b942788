import { type Day, partsOf } from "../../days/civil-day";
import { holidaySeed } from "../../days/holiday-seed";
import { calendarOf, type WorkCalendar } from "../../days/working-days";

/** The calendar of a workbook, and for years that it does not hold what the program knows: 节假日 of a new year comes with its book. */
export function knownCalendar(typed: WorkCalendar, year: number): WorkCalendar {
  const seeded = calendarOf(holidaySeed(year - 1));
  const of = (one: number): WorkCalendar => (typed.covers(one) || !seeded.covers(one) ? typed : seeded);
  return {
    covers: (one) => of(one).covers(one),
    missing: (one) => of(one).missing(one),
    isWorkingDay: (day: Day) => of(partsOf(day).year).isWorkingDay(day),
  };
}
