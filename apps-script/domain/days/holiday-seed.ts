import { getDayDetail } from "chinese-days";
import { DAY_KIND } from "../schema/allowed";
import type { Day } from "./civil-day";
import { addDays } from "./civil-day";
import type { Holiday } from "./working-days";

const FIRST_YEAR = 2004;

/** By the first year: the package is asked for each day only once, which takes longer than all else in a new workbook. */
const found = new Map<number, readonly Holiday[]>();

/**
 * The statutory days off (those on weekends too) and make-up workdays that the chinese-days package knows, 2004 to 2026,
 * by day; from the year `from` on.
 *
 * Past its last year the package silently answers Monday to Friday, so the seed stops at the first year without a
 * National Day (1 October): such a year is unknown, also if a neighbour's arrangement reaches into it.
 */
export function holidaySeed(from = FIRST_YEAR): readonly Holiday[] {
  const known = found.get(from) ?? seedFrom(from);
  found.set(from, known);
  return known;
}

function seedFrom(from: number): readonly Holiday[] {
  const seed: Holiday[] = [];
  for (let year = Math.max(from, FIRST_YEAR); specialDay(`${year}-10-01`) !== null; year += 1) {
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      const holiday = specialDay(day);
      if (holiday !== null) seed.push(holiday);
    }
  }
  return seed;
}

/** Special days are named `Spring Festival,春节,3`, ordinary ones by an English weekday that depends on the time zone. */
function specialDay(day: Day): Holiday | null {
  const { work, name } = getDayDetail(day);
  const chineseName = name.split(",")[1];
  return chineseName === undefined ? null : { day, kind: work ? DAY_KIND.work : DAY_KIND.off, name: chineseName };
}
