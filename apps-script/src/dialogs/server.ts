import { Refusal } from "../../domain/refusal";
import { hostHere, operationFor, termsNow } from "../actions";
import { saveClerk, savedClerk } from "../clerk";
import { isCopyToSettle, settleCopy } from "../copied";
import { freshKey } from "../fresh-key";
import { entryOf } from "../menu";
import { apply, preview } from "../perform";
import { badRequest, changedSincePreview } from "../wording-menu";
import { answer } from "./answer";
import { clerkApply, clerkOperation, clerkPreview, formOf } from "./clerk-dialog";
import { initialiseApply, initialisePreview, isNewWorkbook } from "./initialise-view";
import { foreignTabs } from "./plan-source";
import { outlookOf, previewOf, resultOf } from "./report";
import { runsIn } from "./runs";
import type { Answer, Opening, Report, RunList } from "./view";
import { readAction, readCopyAnswer, readWish } from "./wish";

const WIDTH = 560;
const HEIGHT = 560;
const PAGE = "dialog";

/** Opens the dialog of a menu item. The page learns from one word of ours which one it is; nothing else is put into it. */
export function showDialog(given: unknown): void {
  const action = readAction(given);
  const page = HtmlService.createHtmlOutputFromFile(PAGE);
  page.setContent(page.getContent().replace('data-action="ACTION"', `data-action="${action}"`));
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(WIDTH).setHeight(HEIGHT), titleOf(action));
}

export function openingOf(given: unknown): Answer<Opening> {
  return answer(() => {
    const action = readAction(given);
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const clerks = clerkOperation(action);
    const kind = clerks ? "form" : kindOf(action, book);
    const tabs = kind === "plan" ? foreignTabs(book) : [];
    const form = clerks && formOf(clerks, book);
    return { title: titleOf(action), kind, clerk: savedClerk(), isCopy: isCopyToSettle(hostHere()), tabs, form };
  });
}

export function settleFromDialog(given: unknown): Answer<null> {
  return answer(() => {
    settleCopy(hostHere(), readCopyAnswer(given), freshKey);
    return null;
  });
}

export function saveClerkFromDialog(name: unknown): Answer<string> {
  return answer(() => saveClerk(name));
}

export function previewForDialog(given: unknown): Answer<Report> {
  return answer(() => {
    const wish = readWish(given);
    if (wish.action === "init") return initialisePreview(wish);
    const clerks = clerkOperation(wish.action);
    if (clerks) return clerkPreview(clerks, wish);
    return previewOf(outlookOf(preview(hostHere(), operationFor(wish), termsNow())));
  });
}

/** Applies what was previewed. When the workbook says something else by now, the answer is a new preview that says so. */
export function applyFromDialog(given: unknown, hash: unknown): Answer<Report> {
  return answer(() => {
    if (typeof hash !== "string" || hash === "") throw new Refusal("bad-request", badRequest());
    const wish = readWish(given);
    if (wish.action === "init") return initialiseApply(wish, hash);
    const clerks = clerkOperation(wish.action);
    if (clerks) return clerkApply(clerks, wish, hash);
    const receipt = apply(hostHere(), operationFor(wish), termsNow(), hash);
    return receipt.applied ? resultOf(outlookOf(receipt)) : previewOf(outlookOf(receipt), changedSincePreview());
  });
}

export function runsForDialog(): Answer<RunList> {
  return answer(() => runsIn(hostHere()));
}

const titleOf = (action: string): string => entryOf(action)?.title ?? action;

function kindOf(action: string, book: GoogleAppsScript.Spreadsheet.Spreadsheet): Opening["kind"] {
  if (action === "plan" || action === "log") return action;
  return action === "init" && isNewWorkbook(book) ? "year" : "action";
}
