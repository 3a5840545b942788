import type { RunHead } from "../domain/changes/write-plan";
import { type Operation, operationOf } from "../domain/operations/operation";
import type { Terms } from "../domain/operations/run";
import { undoOperation } from "../domain/operations/undo";
import { Refusal } from "../domain/refusal";
import { ACTIONS, ALL_TITLE, ruleOf } from "../domain/rules/actions";
import { savedClerk } from "./clerk";
import { planOperation } from "./dialogs/plan-source";
import type { Wish } from "./dialogs/view";
import { GoogleSheetHost } from "./google-sheet-host";
import { badRequest, noClerk } from "./wording-menu";

const ZONE = "Asia/Shanghai";

/** The operation behind a wish; the ids are those of the command line. */
export function operationFor(wish: Wish): Operation {
  const { action } = wish;
  if (action === "plan") return planOperation(wish, SpreadsheetApp.getActiveSpreadsheet());
  if (action === "undo") return undoOperation(wish.run ?? undefined);
  if (action === "all") return operationOf(action, ALL_TITLE, ruleOf(action));
  const known = ACTIONS.find(({ id }) => id === action);
  if (!known) throw new Refusal("bad-request", badRequest());
  return operationOf(known.id, known.title, ruleOf(known.id));
}

export function hostHere(): GoogleSheetHost {
  return new GoogleSheetHost({ SpreadsheetApp, LockService, Utilities });
}

/** The day in Yantai, and who runs this from the menu at what moment. */
export function termsNow(): Terms {
  const now = new Date();
  return { today: Utilities.formatDate(now, ZONE, "yyyy-MM-dd"), head: headAt(now) };
}

function headAt(now: Date): Omit<RunHead, "title"> {
  const clerk = savedClerk();
  if (clerk === null) throw new Refusal("no-clerk", noClerk());
  return { time: Utilities.formatDate(now, ZONE, "yyyy-MM-dd'T'HH:mm:ssXXX"), clerk, source: "菜单" };
}
