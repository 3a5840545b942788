/**
 * Civil days: calendar days without clock or time zone, written `YYYY-MM-DD`.
 *
 * The arithmetic is on whole days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant's days_from_civil,
 * http://howardhinnant.github.io/date_algorithms.html) and not through date-fns: a run over ten thousand people asks
 * some hundred thousand times, a Date and a format call each time take seconds in Apps Script, and integers know no
 * time zone at all. The tests compare every function with date-fns on UTC dates.
 */

/** A real calendar day, `YYYY-MM-DD`. */
export type Day = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Days in a month, 1 = January; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** True for the text of a day that exists, in the years 1900 to 2100. */
export function isDay(v: unknown): v is Day {
  if (typeof v !== "string" || v.length !== 10 || v[4] !== "-" || v[7] !== "-") return false;
  return exists(digitsIn(v, 0, 4), digitsIn(v, 5, 7), digitsIn(v, 8, 10));
}

/** The day, or null when the calendar has no such day or the year is outside 1900 to 2100. Never rolls over. */
export function dayOf(year: number, month: number, day: number): Day | null {
  return exists(year, month, day) ? written(year, month, day) : null;
}

function exists(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return false;
  return Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that some characters of a text write; NaN unless each is one of 0 to 9. */
function digitsIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: digitsIn(day, 0, 4), month: digitsIn(day, 5, 7), day: digitsIn(day, 8, 10) };
}

/** `n` days later; earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(numberOf(day) + n);
}

/** Days from one day to another: `to` − `from`, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** `n` months later, on the month's last day where the day of the month is missing: 31 August + 6 is 28 or 29 February. */
export function addMonths(day: Day, n: number): Day {
  const from = partsOf(day);
  const months = from.year * 12 + (from.month - 1) + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return written(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday; the remainder is made positive for days before it.
  return (((numberOf(day) + 4) % 7) + 7) % 7;
}

/** The same month and day in another year; 29 February becomes 28 February in common years. */
export function anniversaryIn(day: Day, year: number): Day {
  const { month, day: dayOfMonth } = partsOf(day);
  return written(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

function numberOf(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function dayOfNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

function written(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}
