import type { Operation } from "../../domain/operations/operation";
import { operationOf } from "../../domain/operations/operation";
import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import { Refusal } from "../../domain/refusal";
import { ACTIONS, ALL_TITLE, ruleOf } from "../../domain/rules/actions";
import { propose, proposeUndo } from "../book/proposal";
import type { Desk } from "../desk";
import { unknownAction } from "../wording/page";
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

/** @throws {Refusal} `no-action` */
function ruleOperation(action: string): Operation {
  if (action === "all") return operationOf(action, ALL_TITLE, ruleOf(action));
  const known = ACTIONS.find(({ id }) => id === action);
  if (!known) throw new Refusal("no-action", unknownAction(action));
  return operationOf(known.id, known.title, ruleOf(known.id));
}
