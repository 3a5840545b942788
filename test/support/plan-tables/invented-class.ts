import fc from "fast-check";
import { addDays, type Day } from "../../../apps-script/domain/days/civil-day";

/** A class as a centre planned it, before anybody wrote it down. */
export interface InventedClass {
  readonly isRetraining: boolean;
  readonly term: number;
  readonly months: readonly number[];
  readonly deadline: Day;
  readonly booking: readonly [Day, Day];
  readonly reportIn: Day;
  readonly study: readonly [Day, Day];
}

/** Classes of a year in which each kind has its numbers from 1 on; a class of January has its window in the year before. */
export function inventedClasses(year: number): fc.Arbitrary<InventedClass[]> {
  const one = fc.record({
    isRetraining: fc.boolean(),
    reportAt: fc.integer({ min: 0, max: 350 }),
    length: fc.integer({ min: 1, max: 14 }),
    reviewDays: fc.integer({ min: 1, max: 5 }),
    window: fc.integer({ min: 3, max: 40 }),
    first: fc.integer({ min: 1, max: 12 }),
    several: fc.integer({ min: 1, max: 3 }),
  });
  return fc.array(one, { minLength: 1, maxLength: 5 }).map((ones) =>
    ones.map(({ isRetraining, reportAt, length, reviewDays, window, first, several }, at): InventedClass => {
      const reportIn = addDays(`${year}-01-01`, reportAt);
      const end = addDays(reportIn, -reviewDays);
      return {
        isRetraining,
        term: ones.slice(0, at + 1).filter((other) => other.isRetraining === isRetraining).length,
        months: isRetraining ? Array.from({ length: several }, (_, step) => ((first - 1 + step) % 12) + 1) : [],
        deadline: addDays(end, -1),
        booking: [addDays(end, -window), end],
        reportIn,
        study: [reportIn, addDays(reportIn, length - 1)],
      };
    }),
  );
}
