import { getYearLeapMonth, monthDays } from "chinese-days";
import { daysOfMoonMonths, FIRST_MOON_YEAR, LAST_MOON_YEAR } from "../../../apps-script/domain/days/moon-years";

/** The months of the moon's years are as the package chinese-days has them. */

const MONTHS = Array.from({ length: 13 }, (_, month) => month);

function byThePackage(year: number): number[] {
  const { leapMonth, days } = getYearLeapMonth(year);
  return MONTHS.map((upTo) => {
    const plain = MONTHS.slice(1, upTo + 1).reduce((sum, month) => sum + monthDays(year, month), 0);
    return leapMonth !== undefined && leapMonth <= upTo ? plain + (days ?? 0) : plain;
  });
}

test("each year of the century, month by month", () => {
  for (let year = FIRST_MOON_YEAR; year <= LAST_MOON_YEAR; year++) {
    const months = MONTHS.map((month) => daysOfMoonMonths(year, month));
    expect([year, ...months]).toEqual([year, ...byThePackage(year)]);
  }
});
