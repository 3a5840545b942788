import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { addDays, daysBetween } from "../../../apps-script/domain/days/civil-day";
import { holidaySeed } from "../../../apps-script/domain/days/holiday-seed";
import type { Holiday } from "../../../apps-script/domain/days/working-days";
import { addWorkingDays, calendarOf, lastDayReviewedBefore } from "../../../apps-script/domain/days/working-days";

const seed = holidaySeed();
const calendar = calendarOf(seed);
const yearsOf = (holidays: readonly Holiday[]) => [...new Set(holidays.map(({ day }) => Number(day.slice(0, 4))))];

test.each<[string, boolean | null]>([
  ["2024-02-09", true],
  ["2024-02-10", false],
  ["2024-02-18", true],
  ["2024-04-05", false],
  ["2024-04-06", false],
  ["2024-04-07", true],
  ["2024-04-08", true],
  ["2024-04-13", false],
  ["2024-10-12", true],
  ["2025-01-28", false],
  ["2025-05-02", false],
  ["2026-02-14", true],
  ["2027-03-01", null],
  ["2003-12-31", null],
])("%s is a working day: %p", (day, expected) => expect(calendar.isWorkingDay(day)).toBe(expected));

test("a year whose holidays do not all stand there is unknown, not Monday to Friday", () => {
  expect([2003, 2004, 2024, 2026, 2027].map((year) => calendar.covers(year))).toEqual([false, true, true, true, false]);
  expect(addWorkingDays(calendar, "2026-12-30", 1)).toBe("2026-12-31");
  expect(addWorkingDays(calendar, "2026-12-30", 2)).toBeNull();
  expect(lastDayReviewedBefore(calendar, "2027-01-04", 2)).toBeNull();
  expect(calendarOf([]).isWorkingDay("2024-04-08")).toBeNull();
  expect(calendarOf([{ day: "2024-01-01", kind: "休", name: "元旦" }]).isWorkingDay("2024-04-08")).toBeNull();
});

test("a day entered both off and worked is unknown", () => {
  const both = calendarOf([...seed, { day: "2024-04-07", kind: "休", name: "清明" }]);
  expect(both.isWorkingDay("2024-04-07")).toBeNull();
  expect(both.isWorkingDay("2024-04-08")).toBe(true);
});

test.each([
  ["2024-04-06", 2, "2024-04-08"],
  ["2024-02-08", 2, "2024-02-18"],
  ["2024-02-09", 2, "2024-02-19"],
  ["2024-05-10", 1, "2024-05-11"],
  ["2024-05-10", 0, "2024-05-10"],
])("%s and %i working days is %s", (day, n, expected) => expect(addWorkingDays(calendar, day, n)).toBe(expected));

/** Last booking day whose review surely ends the day before report-in, for the eleven classes of 2024. */
test.each([
  ["培1", "2024-04-08", "2024-04-02"],
  ["培2", "2024-07-08", "2024-07-03"],
  ["培3", "2024-10-28", "2024-10-23"],
  ["再1", "2024-02-26", "2024-02-21"],
  ["再2", "2024-03-26", "2024-03-21"],
  ["再3", "2024-05-14", "2024-05-10"],
  ["再4", "2024-06-04", "2024-05-30"],
  ["再5", "2024-07-02", "2024-06-27"],
  ["再6", "2024-08-27", "2024-08-22"],
  ["再7", "2024-09-24", "2024-09-19"],
  ["再8", "2024-10-22", "2024-10-17"],
])("%s, report-in %s: book by %s", (_, reportDay, expected) =>
  expect(lastDayReviewedBefore(calendar, reportDay, 2)).toBe(expected),
);

test("the last reviewed day is reviewed in time and the day after is not", () => {
  const day = fc.integer({ min: 40, max: daysBetween("2004-01-01", "2026-12-31") - 40 }).map((n) => addDays("2004-01-01", n));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 5 }), (reportDay, reviewDays) => {
      const last = lastDayReviewedBefore(calendar, reportDay, reviewDays) ?? "";
      expect((addWorkingDays(calendar, last, reviewDays) ?? "9") < reportDay).toBe(true);
      expect((addWorkingDays(calendar, addDays(last, 1), reviewDays) ?? "") >= reportDay).toBe(true);
    }),
  );
});

describe("the seed", () => {
  test("covers 2004 to 2026, in order, each day once", () => {
    expect(yearsOf(seed)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(seed.map(({ day }) => day)).toEqual([...new Set(seed.map(({ day }) => day))].sort());
  });
  test.each([
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])("%i has %i days off and %i make-up workdays", (year, off, worked) => {
    const entries = seed.filter(({ day }) => day.startsWith(String(year)));
    expect(entries.filter(({ kind }) => kind === "休")).toHaveLength(off);
    expect(entries.filter(({ kind }) => kind === "班")).toHaveLength(worked);
    expect(entries.every(({ name }) => /^\p{Script=Han}+/u.test(name))).toBe(true);
  });
});

/**
 * Days on which the two sources disagree whether people work; none after 2018. "Ours" is what chinese-days says, whose
 * source quotes the State Council's arrangement of each year. 2005-12-31 is the one day where that quotation (公休日调至
 * 1月2日, so worked) goes against chinese-days itself; it lies too far back to matter here.
 */
const knownDifferences: Record<string, string> = {
  "2004-01-02": "ours: worked, only 1 January was off",
  "2004-04-25": "ours: off, an ordinary Sunday",
  "2004-05-09": "ours: worked for 6-7 May",
  "2004-09-26": "ours: off, an ordinary Sunday",
  "2004-10-10": "ours: worked for National Day",
  "2005-12-31": "ours: off, wrongly; worked for 2-3 January 2006",
  "2007-12-29": "ours: worked for 31 December",
  "2007-12-31": "ours: off, New Year of 2008",
  "2008-05-04": "ours: worked for 2 May",
  "2008-06-07": "ours: off, Dragon Boat Festival",
  "2008-09-13": "ours: off, Mid-autumn",
  "2009-01-04": "ours: worked for 2 January",
  "2009-09-27": "ours: worked for National Day",
  "2011-12-31": "ours: worked for 3 January 2012",
  "2015-01-04": "ours: worked for 2 January",
  "2016-04-02": "ours: off, Qingming together with the weekend",
  "2018-06-16": "ours: off, Dragon Boat Festival together with the weekend",
  "2018-09-22": "ours: off, Mid-autumn together with the weekend",
};

test("works on the same days as holiday-calendar, except where named", () => {
  const folder = join(dirname(require.resolve("holiday-calendar")), "../data/CN");
  const other = calendarOf(
    yearsOf(seed).flatMap((year) => {
      const file = join(folder, `${year}.json`);
      return existsSync(file) ? holidaysIn(readFileSync(file, "utf8")) : [];
    }),
  );
  const differences: string[] = [];
  for (let day = "2004-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day) !== other.isWorkingDay(day)) differences.push(day);
  }
  expect(differences).toEqual(Object.keys(knownDifferences));
});

function holidaysIn(json: string): Holiday[] {
  const { dates } = JSON.parse(json) as { dates: { date: string; name: string; type: string }[] };
  return dates.map(({ date, name, type }) => ({ day: date, kind: type === "transfer_workday" ? "班" : "休", name }));
}
