import { withChanges } from "../changes/advance";
import type { Outcome } from "../changes/outcome";
import type { Snapshot } from "../snapshot/snapshot";
import { ruleOf } from "./actions";
import type { Context } from "./context";

/** What 整理待办 would write now. */
export function todoOutcome(snapshot: Snapshot, context: Context): Outcome {
  return ruleOf("todo")(snapshot, context);
}

/** The workbook with 待办 brought up to now: who did something since its last run is in it no more. */
export function todoNow(snapshot: Snapshot, context: Context): Snapshot {
  return withChanges(snapshot, todoOutcome(snapshot, context));
}
