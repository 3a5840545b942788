import { withChanges } from "../changes/advance";
import type { Snapshot } from "../snapshot/snapshot";
import { ACTIONS } from "./actions";
import type { Context } from "./context";

/** The workbook with 待办 as 整理待办 would write it now: who did something since its last run is in it no more. */
export function todoNow(snapshot: Snapshot, context: Context): Snapshot {
  const todo = ACTIONS.find(({ id }) => id === "todo");
  return todo === undefined ? snapshot : withChanges(snapshot, todo.rule(snapshot, context));
}
