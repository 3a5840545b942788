import { classFinder } from "../rules/class-finder";
import type { Context } from "../rules/context";
import { hasPassed } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { moneyLeftIn } from "./carried-money";
import { stillToCome } from "./year-end";

/** What of a year is not done yet, by enrolment. */
export interface StillOpen {
  readonly unfinished: readonly Enrolment[];
  /** Passed, and neither the day of issue nor 新有效期 is known. */
  readonly uncertified: readonly Enrolment[];
  /** What is owed, in 分. */
  readonly owing: readonly { readonly row: Enrolment; readonly debt: number }[];
  readonly undecided: readonly { readonly row: Enrolment; readonly paid: number }[];
}

export function stillOpenIn(snapshot: Snapshot, context: Context): StillOpen {
  const { roster } = snapshot;
  const turn = { context, classes: classFinder(snapshot), year: context.settings.planYear + 1 };
  const money = moneyLeftIn(snapshot, context);
  const left = roster.flatMap((row) => {
    const one = money.get(row.key);
    return one === undefined ? [] : [{ row, one }];
  });
  return {
    unfinished: roster.filter((row) => stillToCome(row, turn) !== null),
    uncertified: roster.filter((row) => hasPassed(row) && row.issuedOn === null && row.newValidUntil === null),
    owing: left.flatMap(({ row, one: { debt } }) => (debt > 0 ? [{ row, debt }] : [])),
    undecided: left.flatMap(({ row, one: { undecided } }) => (undecided > 0 ? [{ row, paid: undecided }] : [])),
  };
}
