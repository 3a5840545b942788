import { withChanges } from "../changes/advance";
import { combine } from "../changes/combine";
import type { Outcome } from "../changes/outcome";
import type { Snapshot } from "../snapshot/snapshot";
import { assignRows } from "./assign/assign";
import { followCards } from "./cards";
import { type Context, contextOf } from "./context";
import { fees } from "./money/fees";
import { papers } from "./papers";
import { progress } from "./progress";
import type { Touched } from "./touched";

type RowRule = (snapshot: Snapshot, context: Context, only: Touched) => Outcome;

/** In the order of `all`. */
const ROW_RULES: readonly RowRule[] = [
  assignRows,
  papers,
  fees,
  followCards,
  (snapshot, context, { roster = new Set() }) => progress(snapshot, context, roster),
];

/**
 * What the rules say of these rows alone: papers, money, card, light, 进度, as `all` would write them. What hangs on everybody is
 * left to `all`: who seeks a class gets no seat, who waits for a card none, 已分配 and 待办 stay. A light that hangs on whether
 * others of the class have reported in (待核) goes by what is typed now.
 */
export function recomputeRows(snapshot: Snapshot, { today, leftOut }: Context, only: Touched): Outcome {
  let now = snapshot;
  const outcomes = ROW_RULES.map((rule) => {
    const outcome = rule(now, contextOf(now, today, leftOut), only);
    now = withChanges(now, outcome);
    return outcome;
  });
  return combine(outcomes, {});
}
