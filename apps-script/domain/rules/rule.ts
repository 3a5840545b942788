import type { Outcome } from "../changes/outcome";
import type { Snapshot } from "../snapshot/snapshot";
import type { Context } from "./context";

/** An operation's decision: pure, deterministic, independent of the order of rows. */
export type Rule = (snapshot: Snapshot, context: Context) => Outcome;

/**
 * The same rule, remembering what it decided about a snapshot. A context is made from the snapshot and the day, so the
 * two name the answer; what 待办 asks again after the actions then costs nothing where they changed nothing.
 */
export function remembered(rule: Rule): Rule {
  const decided = new WeakMap<Snapshot, { readonly today: string; readonly outcome: Outcome }>();
  return (snapshot, context) => {
    const known = decided.get(snapshot);
    if (known?.today === context.today) return known.outcome;
    const outcome = rule(snapshot, context);
    decided.set(snapshot, { today: context.today, outcome });
    return outcome;
  };
}
