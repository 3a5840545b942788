import { withChanges } from "../changes/advance";
import type { Outcome } from "../changes/outcome";
import type { Day } from "../days/civil-day";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import { ruleOf } from "./actions";
import type { Context } from "./context";

/** What 整理待办 would write now. */
export function todoOutcome(snapshot: Snapshot, context: Context): Outcome {
  return ruleOf("todo")(snapshot, context);
}

/** What of it 待办 is brought up to now with. */
export type TodoChanges = Pick<Outcome, "cells" | "rows">;

/**
 * The workbook with 待办 brought up to now: who did something since its last run is in it no more. Worked out once; as it is written
 * where that is left to somebody else.
 */
export function todoNow(snapshot: Snapshot, context: Context): Snapshot {
  const states = statesOf(snapshot);
  const state = states.get(context.today);
  if (state === "left" || state === "wanted") {
    states.set(context.today, "wanted");
    return snapshot;
  }
  const now = state ?? withChanges(snapshot, todoOutcome(snapshot, context));
  states.set(context.today, now);
  return now;
}

/** All rules are asked for 待办, which takes long in a large workbook: somebody else works it out, once it is wanted. */
export function leaveTodo(snapshot: Snapshot, { today }: Context): void {
  statesOf(snapshot).set(today, "left");
}

/** Whether 待办 was asked for that is left to somebody else. */
export function isTodoWanted(snapshot: Snapshot, { today }: Context): boolean {
  return statesOf(snapshot).get(today) === "wanted";
}

/** What somebody else has worked out of the same reading on the same day; null of one who could not. */
export function bringTodo(snapshot: Snapshot, { today }: Context, changes: TodoChanges | null): void {
  if (changes === null) statesOf(snapshot).delete(today);
  else statesOf(snapshot).set(today, withChanges(snapshot, changes));
}

const statesOf = kept((_: Snapshot) => new Map<Day, Snapshot | "left" | "wanted">());
