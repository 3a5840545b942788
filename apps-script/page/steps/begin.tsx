import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import { propose, proposeUndo } from "../book/proposal";
import { ruleOperation } from "../book/rule-operation";
import type { Desk } from "../desk";
import { filledFromSheet, fillIn } from "./fill-in";
import { initialise } from "./initialise";
import { loadPlan } from "./load-plan";
import { type Origin, preview } from "./preview";

/** What goes before the id of an operation with an input, in the ids of the menu. */
const DO = "do-";

/** Begins what an item of the menu is about; the ids are those of the command line. */
export function beginAction(desk: Desk, action: string): void {
  const clerks = CLERK_OPERATIONS.find(({ id }) => action === DO + id);
  const none: Origin = { back: null };
  if (clerks) fillIn(desk, clerks, filledFromSheet(desk, clerks));
  else if (action === "plan") loadPlan(desk);
  else if (action === "init") initialise(desk);
  else if (action === "log") desk.showScreen("runs");
  else if (action === "undo") preview(desk, () => proposeUndo(desk.book, null), none);
  else preview(desk, () => propose(desk.book, ruleOperation(action)), none);
}
