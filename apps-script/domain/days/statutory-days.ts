import type { Day } from "./civil-day";
import { addDays, weekdayOf } from "./civil-day";
import { daysOfMoonMonths, FIRST_MOON_YEAR, LAST_MOON_YEAR } from "./moon-years";

/** A holiday with the days of one year on which it is off by law; what is moved around them differs from year to year. */
export interface StatutoryHoliday {
  readonly name: string;
  readonly days: readonly Day[];
}

/** The years for which the moon's calendar and the day of 清明 are known here; others are never covered. */
const [FIRST_YEAR, LAST_YEAR] = [FIRST_MOON_YEAR, LAST_MOON_YEAR];
/** The first day of the moon's year 2000. */
const NEW_YEAR_2000 = "2000-02-05";

/**
 * The statutory holidays of a year: 全国年节及纪念日放假办法 as of 1999, 2007, 2013 and 2024. Null for a year too far away.
 *
 * @example statutoryHolidays(2025)?.[1] // { name: "春节", days: ["2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"] }
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] | null {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const since2008 = [
    { name: "清明节", days: [clearBrightness(year)] },
    { name: "端午节", days: [byTheMoon(year, 5, 5)] },
    { name: "中秋节", days: [byTheMoon(year, 8, 15)] },
  ];
  const [may, october] = [`${year}-05-01`, `${year}-10-01`];
  return [
    { name: "元旦", days: [`${year}-01-01`] },
    { name: "春节", days: springFestival(year) },
    { name: "劳动节", days: row(may, year < 2008 ? 3 : year < 2025 ? 1 : 2) },
    { name: "国庆节", days: row(october, 3) },
    ...(year < 2008 ? [] : since2008),
  ].sort((a, b) => ((a.days[0] ?? "") < (b.days[0] ?? "") ? -1 : 1));
}

/** Three days, from 2008 to 2013 with 除夕 as the first of them, since 2025 with 除夕 before them. */
function springFestival(year: number): Day[] {
  const first = byTheMoon(year, 1, 1);
  if (year >= 2008 && year <= 2013) return row(addDays(first, -1), 3);
  return year < 2025 ? row(first, 3) : row(addDays(first, -1), 4);
}

/** A day of the moon's calendar; of two months with one number the first. Counted from the lengths of the months. */
function byTheMoon(year: number, month: number, day: number): Day {
  let at = NEW_YEAR_2000;
  for (let before = FIRST_YEAR; before < year; before++) at = addDays(at, daysOfMoonMonths(before, 12));
  return addDays(at, daysOfMoonMonths(year, month - 1) + day - 1);
}

/** 清明, the sun's fifth term, by the rule of thumb that holds for all of this century. */
function clearBrightness(year: number): Day {
  const place = year - FIRST_YEAR;
  return `${year}-04-0${Math.floor(place * 0.2422 + 4.81) - Math.floor(place / 4)}`;
}

function row(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, n) => addDays(first, n));
}

/** Days around a weekend's holiday among which the day off in its place lies. */
const NEAR = [-3, -2, -1, 0, 1, 2, 3];

/**
 * The statutory holidays of a year that a table of days off does not hold, with the days that should stand there. Names in
 * the table do not count: staff write what they like. A holiday on a weekend may be left out where a day near it is off.
 */
export function missingHolidays(year: number, isOff: (day: Day) => boolean): readonly StatutoryHoliday[] | null {
  const holidays = statutoryHolidays(year);
  if (holidays === null) return null;
  return holidays.flatMap(({ name, days }) => {
    const missing = days.filter((day) => !isOff(day) && !(isWeekend(day) && NEAR.some((n) => isOff(addDays(day, n)))));
    return missing.length === 0 ? [] : [{ name, days: missing }];
  });
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0;
}
