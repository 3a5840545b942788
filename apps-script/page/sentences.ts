import { Refusal } from "../domain/refusal";
import { CallFailed } from "../domain/serving/answer";
import { menuTitles } from "../domain/wording/actions";
import { OutdatedPage } from "./book/book";
import { NoAnswer } from "./server";
import * as say from "./wording/page";

/** What the person in front of the page is told of an error. Where a tab or the whole workbook is missing, the menu can help. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof CallFailed) return withWayOut(error);
  if (error instanceof NoAnswer || error instanceof OutdatedPage || error instanceof Told) return error.message;
  return say.unexpected(error instanceof Error ? error.message : String(error));
}

/** Something to say that is no fault of the program. */
export class Told extends Error {}

function withWayOut({ code, message }: Pick<Refusal | CallFailed, "code" | "message">): string {
  if (code === "not-a-workbook") return say.notAWorkbookYet(menuTitles.init);
  if (code === "newer-schema") return message + say.updateScript();
  return code === "missing-tab" ? say.tabMissing(menuTitles.init) : message;
}
