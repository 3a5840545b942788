import { UTCDate } from "@date-fns/utc";
import { differenceInCalendarDays, addDays as fnsAddDays, addMonths as fnsAddMonths, format, getDay } from "date-fns";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  anniversaryIn,
  dayOf,
  daysBetween,
  isDay,
  partsOf,
  weekdayOf,
} from "../../../apps-script/domain/days/civil-day";

const utc = (day: string) => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return new UTCDate(year, month - 1, dayOfMonth);
};
const written = (date: Date) => format(date, "yyyy-MM-dd");
/** Days of 1905 to 2095, so that what is added stays inside the years that exist. */
const anyDay = fc.integer({ min: -23741, max: 45656 }).map((n) => addDays("1970-01-01", n));

describe("what is a day", () => {
  test.each<[unknown, boolean]>([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2024-04-31", false],
    ["2024-13-01", false],
    ["2024-00-10", false],
    ["2024-01-00", false],
    ["1900-01-01", true],
    ["2100-12-31", true],
    ["1899-12-31", false],
    ["2101-01-01", false],
    ["2024-2-9", false],
    [" 2024-02-09", false],
    ["", false],
    [20240209, false],
    [null, false],
    [undefined, false],
  ])("%p: %p", (value, expected) => expect(isDay(value)).toBe(expected));

  test.each<[number, number, number, string | null]>([
    [2024, 2, 29, "2024-02-29"],
    [2025, 2, 29, null],
    [2024, 3, 5, "2024-03-05"],
    [2024, 6, 31, null],
    [2024, 1.5, 1, null],
    [24, 1, 1, null],
  ])("%i-%i-%i is %p", (year, month, day, expected) => expect(dayOf(year, month, day)).toBe(expected));
});

test.each<[string, number, string]>([
  ["2023-08-31", 6, "2024-02-29"],
  ["2024-08-31", 6, "2025-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2024-12-15", 1, "2025-01-15"],
  ["2024-03-31", -1, "2024-02-29"],
  ["2024-01-10", -1, "2023-12-10"],
  ["2024-01-10", 0, "2024-01-10"],
])("%s and %i months is %s", (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

test.each<[string, number, string]>([
  ["2024-02-29", 2025, "2025-02-28"],
  ["2024-02-29", 2028, "2028-02-29"],
  ["2027-06-30", 2024, "2024-06-30"],
])("the anniversary of %s in %i is %s", (day, year, expected) => expect(anniversaryIn(day, year)).toBe(expected));

describe("agrees with date-fns on UTC dates", () => {
  test("adding days, and the way back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1500, max: 1500 }), (day, n) => {
        expect(addDays(day, n)).toBe(written(fnsAddDays(utc(day), n)));
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });
  test("days between and weekdays", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(daysBetween(from, to)).toBe(differenceInCalendarDays(utc(to), utc(from)));
        expect(weekdayOf(from)).toBe(getDay(utc(from)));
      }),
    );
  });
  test("adding months is clamped to the month", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
        const later = addMonths(day, n);
        expect(later).toBe(written(fnsAddMonths(utc(day), n)));
        expect(partsOf(later).day).toBeLessThanOrEqual(partsOf(day).day);
      }),
    );
  });
  test("the parts make the day again", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = partsOf(day);
        expect(isDay(day)).toBe(true);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });
});
