import { type Day, isDay, partsOf } from "../../days/civil-day";
import { type PersonPost, personPostsOf } from "../../next-year/person-posts";
import { kindIn } from "../../rules/money/debts";
import { isWithdrawn } from "../../rules/standing";
import { KIND } from "../../schema/allowed";
import type { Snapshot } from "../../snapshot/snapshot";
import type { TrainingClass } from "../training-class";

/** How many certificates end in each month, 1 to 12, whatever the year: the yearly duty counts. One a person and post. */
export function holdersByMonth({ roster }: Pick<Snapshot, "roster">): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const group of personPostsOf(roster)) {
    const until = lastDayOf(group);
    if (until === null) continue;
    const { month } = partsOf(until);
    found.set(month, (found.get(month) ?? 0) + 1);
  }
  return found;
}

/** By the newest enrolment that nobody gave up; one for 初培 tells of a certificate only once that is there. */
function lastDayOf({ rows }: PersonPost): Day | null {
  const row = rows.filter((one) => !isWithdrawn(one)).pop();
  if (row === undefined) return null;
  const until = row.newValidUntil ?? (kindIn(row) === KIND.initial ? null : row.validUntil);
  return isDay(until) ? until : null;
}

/** The share of a class in the holders of its months: months of several classes are divided among them. */
export function seatsOf(
  one: Pick<TrainingClass, "months">,
  all: readonly Pick<TrainingClass, "months">[],
  holders: ReadonlyMap<number, number>,
): number {
  const share = (month: number): number => (holders.get(month) ?? 0) / all.filter(({ months }) => months.includes(month)).length;
  return Math.ceil(one.months.reduce((sum, month) => sum + share(month), 0));
}
