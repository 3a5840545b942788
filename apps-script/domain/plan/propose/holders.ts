import { isDay, partsOf } from "../../days/civil-day";
import { isWithdrawn } from "../../rules/standing";
import { CLASS_KIND } from "../../schema/allowed";
import type { Snapshot } from "../../snapshot/snapshot";
import type { TrainingClass } from "../training-class";

/** How many certificates end in each month, 1 to 12, whatever the year: the yearly duty counts. */
export function holdersByMonth({ roster }: Pick<Snapshot, "roster">): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const row of roster) {
    const until = row.newValidUntil ?? row.validUntil;
    if (row.kind === CLASS_KIND.initial || isWithdrawn(row) || !isDay(until)) continue;
    const { month } = partsOf(until);
    found.set(month, (found.get(month) ?? 0) + 1);
  }
  return found;
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
