import { addDays, anniversaryIn, type Day, daysBetween, partsOf } from "../../days/civil-day";
import type { WorkCalendar } from "../../days/working-days";
import { type ClassDays, type ClassShape, daysFrom } from "./class-days";

/** How far a class is moved, in weeks. */
const WEEKS = 12;

interface Room {
  readonly calendar: WorkCalendar;
  readonly reviewDays: number;
  /** The last day of study of the class of this kind before it */
  readonly after: Day | null;
  /** The class has to end on this day at the latest; null for one that goes by no month */
  readonly by: Day | null;
}

/** The day of the same weekday in another year that is nearest to the anniversary. */
export function sameWeekdayIn(day: Day, year: number): Day {
  const days = daysBetween(day, anniversaryIn(day, year));
  return addDays(day, Math.round(days / 7) * 7);
}

/** Where a class goes: the nearest week with the same weekday, the earlier of two; else the nearest day. */
export function placeClass(wished: Day, shape: ClassShape, room: Room): ClassDays | null {
  const weeks = stepsFrom(wished, WEEKS, 7);
  const days = stepsFrom(wished, WEEKS * 7, 1);
  for (const reportIn of [...weeks, ...days]) {
    const found = daysFrom(reportIn, shape, room.calendar, room.reviewDays);
    if (found !== null && fits(found, room)) return found;
  }
  return null;
}

function fits({ reportIn, studyTo }: ClassDays, { after, by }: Room): boolean {
  return (after === null || reportIn > after) && (by === null || studyTo <= by);
}

/** The day, then by turns the days before and behind it, all of its year. */
function stepsFrom(day: Day, steps: number, length: number): Day[] {
  const { year } = partsOf(day);
  const found = [day];
  for (let step = 1; step <= steps; step += 1) found.push(addDays(day, -step * length), addDays(day, step * length));
  return found.filter((one) => partsOf(one).year === year);
}
