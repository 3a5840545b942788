import { addDays } from "../../../apps-script/domain/days/civil-day";

/** The month that the centre lives through: 劳动节 lies in it, with the two days that are worked for it. */
export const FIRST_DAY = "2024-04-22";
export const LAST_DAY = "2024-05-24";

const OFF: ReadonlySet<string> = new Set(["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04", "2024-05-05"]);
const MADE_UP: ReadonlySet<string> = new Set(["2024-04-28", "2024-05-11"]);

/** By the notice of the holidays and the calendar on the wall, not by the product. */
export function isWorked(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return MADE_UP.has(day) || (weekday !== 0 && weekday !== 6 && !OFF.has(day));
}

export function workedDays(first = FIRST_DAY, last = LAST_DAY): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorked(day)) days.push(day);
  return days;
}

/** The day on which something is typed that happened on a day: that day, or the next on which somebody works. */
export function typedOn(day: string): string {
  let found = day;
  while (!isWorked(found)) found = addDays(found, 1);
  return found;
}

/** So many working days earlier. */
export function workedEarlier(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, -1);
    if (isWorked(found)) left--;
  }
  return found;
}

/** So many working days later. */
export function workedLater(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, 1);
    if (isWorked(found)) left--;
  }
  return found;
}
