import { edit } from "../../domain/operations/cells/edit";
import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import { proposeRule, proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import { proposeNext } from "../year/propose-plan";
import { turnYear } from "../year/turn-year";
import { chooseRow } from "./choose-row";
import { filledFromSheet, fillIn } from "./fill-in";
import { initialise } from "./initialise";
import { loadPlan } from "./load-plan";
import { preview } from "./preview";

/** What goes before the id of an operation with an input, in the ids of the menu. */
const DO = "do-";

/** What the page alone offers: it writes nothing. */
export const PROPOSE_PLAN = "propose-plan";

/** The id of the item of the menu by which the next year begins. */
export const NEXT_YEAR = "next-year";

/** The id of the item of the menu that opens the form of an operation. */
export const idOfForm = (operation: string): string => DO + operation;

/** Begins what an item of the menu is about; the ids are those of the command line. `back` leads to the screen that it began on. */
export function beginAction(desk: Desk, action: string, back: (() => void) | null = null): void {
  const clerks = CLERK_OPERATIONS.find(({ id }) => action === idOfForm(id));
  if (action === idOfForm(edit.id)) chooseRow(desk, back);
  else if (clerks) fillIn(desk, clerks, filledFromSheet(desk, clerks), back);
  else if (action === "plan") loadPlan(desk, back);
  else if (action === "init") initialise(desk, back);
  else if (action === NEXT_YEAR) turnYear(desk, back);
  else if (action === PROPOSE_PLAN) proposeNext(desk, back);
  else if (action === "log") desk.showScreen("runs");
  else if (action === "undo") preview(desk, () => proposeUndo(desk.book, null), { back });
  else preview(desk, () => proposeRule(desk.book, action), { back });
}
