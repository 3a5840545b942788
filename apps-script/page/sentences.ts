import { Refusal } from "../domain/refusal";
import { CallFailed } from "../domain/serving/answer";
import { OutdatedPage } from "./book/book";
import { NoAnswer } from "./server";
import { type Home, wordsOf } from "./wording/home";
import * as say from "./wording/page";

/** What the person in front of the page is told of an error. */
export function sentenceOf(error: unknown, home: Home): string {
  if (error instanceof Refusal || error instanceof CallFailed) return withWayOut(error, home);
  if (error instanceof NoAnswer) return wordsOf(home).noAnswer;
  if (error instanceof OutdatedPage) return wordsOf(home).programIsNewer;
  if (error instanceof Told) return error.message;
  return say.unexpected(error instanceof Error ? error.message : String(error));
}

/** Something to say that is no fault of the program. */
export class Told extends Error {}

/** Where a tab or the whole workbook is missing, each home has its own way out. */
function withWayOut({ code, message }: Pick<Refusal | CallFailed, "code" | "message">, home: Home): string {
  const words = wordsOf(home);
  if (code === "not-a-workbook") return words.notAWorkbook(message);
  if (code === "newer-schema") return words.newerSchema(message);
  return code === "missing-tab" ? words.tabMissing(message) : message;
}
