import type { Day } from "./civil-day";
import { daysBetween, partsOf } from "./civil-day";
import type { WrittenDate } from "./date-text";

/** What days without a year go by. */
export interface PlanYear {
  /** The plan's year */
  readonly year?: number | undefined;
  /** The day that the days come before: deadline and booking end by the report-in, which for a class in January may be in the year before. */
  readonly until?: Day | null;
}

/** First and last day, both included. `otherYear`: a year is written that the plan's year would not have given. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly otherYear?: true;
}

/** How long before report-in the days may end that are taken to be of the year before the plan's. */
const LONGEST_BEFORE = 92;

type Failure = { readonly kind: "unreadable"; readonly message: string };
type Placing = (dates: readonly WrittenDate[], year: number | undefined) => Span | Failure;

/** Places dates in the plan's year: where none has a year and they would end after `until`, in the year before if that ends close before it. */
export function inPlanYear(dates: readonly WrittenDate[], { year, until = null }: PlanYear, placing: Placing): Span | Failure {
  const placed = dates.every((date) => date.year === null) ? unwritten(dates, { year, until }, placing) : placing(dates, year);
  if ("kind" in placed || year === undefined || dates.every((date) => date.year === null)) return placed;
  const bare = dates.map((date) => ({ ...date, year: null }));
  const expected = unwritten(bare, { year, until }, placing);
  const isOther =
    "kind" in expected ? partsOf(placed.from).year !== year : expected.from !== placed.from || expected.to !== placed.to;
  return isOther ? { ...placed, otherYear: true } : placed;
}

function unwritten(dates: readonly WrittenDate[], { year, until = null }: PlanYear, placing: Placing): Span | Failure {
  const placed = placing(dates, year);
  if (until === null || year === undefined || "kind" in placed || placed.to <= until) return placed;
  const before = placing(dates, year - 1);
  const isClose = !("kind" in before) && before.to <= until && daysBetween(before.to, until) <= LONGEST_BEFORE;
  return isClose ? before : placed;
}
