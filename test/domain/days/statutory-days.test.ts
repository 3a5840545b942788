import fc from "fast-check";
import { addDays, weekdayOf } from "../../../apps-script/domain/days/civil-day";
import { holidaySeed } from "../../../apps-script/domain/days/holiday-seed";
import { missingHolidays, statutoryHolidays } from "../../../apps-script/domain/days/statutory-days";
import { calendarOf } from "../../../apps-script/domain/days/working-days";

const seed = holidaySeed();
const years = [...new Set(seed.map(({ day }) => Number(day.slice(0, 4))))];
const offIn = (table: typeof seed) => {
  const off = new Set(table.flatMap(({ day, kind }) => (kind === "休" ? [day] : [])));
  return (day: string) => off.has(day);
};

test.each<[number, string]>([
  [2007, "元旦 01-01|春节 02-18 02-19 02-20|劳动节 05-01 05-02 05-03|国庆节 10-01 10-02 10-03"],
  [2013, "元旦 01-01|春节 02-09 02-10 02-11|清明节 04-04|劳动节 05-01|端午节 06-12|中秋节 09-19|国庆节 10-01 10-02 10-03"],
  [2024, "元旦 01-01|春节 02-10 02-11 02-12|清明节 04-04|劳动节 05-01|端午节 06-10|中秋节 09-17|国庆节 10-01 10-02 10-03"],
  // A leap sixth month before 中秋, which falls into the days of 国庆.
  [
    2025,
    "元旦 01-01|春节 01-28 01-29 01-30 01-31|清明节 04-04|劳动节 05-01 05-02|端午节 05-31|国庆节 10-01 10-02 10-03|中秋节 10-06",
  ],
  [
    2026,
    "元旦 01-01|春节 02-16 02-17 02-18 02-19|清明节 04-05|劳动节 05-01 05-02|端午节 06-19|中秋节 09-25|国庆节 10-01 10-02 10-03",
  ],
  [
    2027,
    "元旦 01-01|春节 02-05 02-06 02-07 02-08|清明节 04-05|劳动节 05-01 05-02|端午节 06-09|中秋节 09-15|国庆节 10-01 10-02 10-03",
  ],
])("the days off by law in %i", (year, expected) => {
  const said = statutoryHolidays(year)?.map(({ name, days }) => [name, ...days.map((day) => day.slice(5))].join(" "));
  expect(said?.join("|")).toBe(expected);
});

test("years too far away are not known", () => {
  expect([1999, 2100, 9999, 2024.5].map(statutoryHolidays)).toEqual([null, null, null, null]);
});

test("every year of the seed holds all of them", () => {
  expect(years.filter((year) => missingHolidays(year, offIn(seed))?.length !== 0)).toEqual([]);
});

test("law: a year with any one statutory holiday taken out is not covered, and that one is named", () => {
  const one = fc.constantFrom(...years).chain((year) => {
    const holidays = statutoryHolidays(year) ?? [];
    return fc.record({ year: fc.constant(year), holiday: fc.constantFrom(...holidays) });
  });
  fc.assert(
    fc.property(one, ({ year, holiday }) => {
      const near = holiday.days.flatMap((day) => [-3, -2, -1, 0, 1, 2, 3].map((n) => addDays(day, n)));
      const left = calendarOf(seed.filter(({ day }) => !near.includes(day)));
      expect(left.covers(year)).toBe(false);
      expect(left.isWorkingDay(`${year}-07-10`)).toBeNull();
      expect(left.missing(year)?.map(({ name }) => name)).toContain(holiday.name);
    }),
  );
});

test("law: a working day of the week that is off by law and left out uncovers the year", () => {
  const day = fc.constantFrom(
    ...years
      .flatMap((year) => (statutoryHolidays(year) ?? []).flatMap(({ days }) => days))
      .filter((one) => weekdayOf(one) % 6 !== 0),
  );
  fc.assert(
    fc.property(day, (without) => {
      expect(calendarOf(seed.filter((one) => one.day !== without)).covers(Number(without.slice(0, 4)))).toBe(false);
    }),
  );
});

describe("as staff type it", () => {
  const typed = (...days: string[]) => calendarOf(days.map((day) => ({ day: `2027-${day}`, kind: "休" as const, name: "放假" })));
  const whole = [
    "01-01",
    "02-05",
    "02-06",
    "02-07",
    "02-08",
    "04-05",
    "05-01",
    "05-02",
    "06-09",
    "09-15",
    "10-01",
    "10-02",
    "10-03",
  ];
  const without = (...days: string[]) => typed(...whole.filter((day) => !days.includes(day)));

  test("whatever they call the days", () => {
    expect(typed(...whole).covers(2027)).toBe(true);
    expect(typed(...whole).missing(2027)).toEqual([]);
  });
  test("half a year, and what is missing", () => {
    expect(
      typed("01-01", "02-05", "02-08")
        .missing(2027)
        ?.map(({ name, days }) => `${name} ${days.length}`),
    ).toEqual(["清明节 1", "劳动节 2", "端午节 1", "中秋节 1", "国庆节 3"]);
  });
  test("weekends are off anyway, where the day in their place stands beside them", () => {
    // 2027: 6 and 7 February, 1 and 2 May, 2 and 3 October are weekends.
    expect(without("02-06", "02-07", "10-02", "10-03").covers(2027)).toBe(true);
    expect(without("05-01", "05-02").missing(2027)).toEqual([{ name: "劳动节", days: ["2027-05-01", "2027-05-02"] }]);
    expect(typed(...whole, "05-03").covers(2027)).toBe(true);
  });
  test("the eve and 2 May since 2025 only", () => {
    const of2024 = seed.filter(({ day }) => day.startsWith("2024") && !["2024-05-02", "2024-02-09"].includes(day));
    expect(calendarOf(of2024).covers(2024)).toBe(true);
    expect(without("02-05").covers(2027)).toBe(false);
  });
  test("no entry at all is no begun year", () => {
    expect(typed(...whole).missing(2028)).toBeNull();
    expect(typed(...whole).covers(2028)).toBe(false);
  });
});
