import { DAY_KIND } from "../schema/allowed";
import type { Holiday } from "./working-days";

/**
 * Holidays as one text, for a program that is to carry them without the package that knows them: a year, then its names, each
 * with the days of a kind.
 *
 * @example packHolidays([{ day: "2024-01-01", kind: "休", name: "元旦" }]) // "2024 元旦-0101"
 */
export function packHolidays(holidays: readonly Holiday[]): string {
  const years = new Map<string, Map<string, string>>();
  for (const { day, kind, name } of holidays) {
    const [year = "", month = "", date = ""] = day.split("-");
    const names = years.get(year) ?? new Map<string, string>();
    years.set(year, names);
    const named = `${name}${kind === DAY_KIND.work ? "+" : "-"}`;
    names.set(named, `${names.get(named) ?? ""}${month}${date}`);
  }
  return [...years].map(([year, names]) => [year, ...[...names].map(([named, days]) => named + days)].join(" ")).join(";");
}

/** What `packHolidays` has packed, by day; from the year `from` on. */
export function holidaysFrom(packed: string, from: number): readonly Holiday[] {
  const holidays = packed.split(";").flatMap((line) => {
    const [year = "", ...names] = line.split(" ");
    return Number(year) < from ? [] : names.flatMap((named) => daysIn(year, named));
  });
  return holidays.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function daysIn(year: string, named: string): Holiday[] {
  const [, name = "", sign, days = ""] = /^(.*)([-+])((?:\d{4})+)$/u.exec(named) ?? [];
  const kind = sign === "+" ? DAY_KIND.work : DAY_KIND.off;
  return (days.match(/\d{4}/gu) ?? []).map((at) => ({ day: `${year}-${at.slice(0, 2)}-${at.slice(2)}`, kind, name }));
}
