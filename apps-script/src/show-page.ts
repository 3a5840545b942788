import { Refusal } from "../domain/refusal";
import { entryOf, SIDEBAR } from "./menu";
import { noPageAction, SIDEBAR_TITLE } from "./wording-menu";

const WIDTH = 560;
const HEIGHT = 560;
const PAGE = "page";
const MANUAL = "manual";

/**
 * Opens the page at what an item of the menu is about: in a dialog, or all of it beside the Sheet. The page learns from one word
 * of ours which one it is; nothing else is put into it.
 */
export function showPage(given: unknown): void {
  const entry = typeof given === "string" ? entryOf(given) : null;
  if (!entry) throw new Refusal("no-action", noPageAction(String(given)));
  const page = HtmlService.createHtmlOutputFromFile(PAGE);
  page.setContent(page.getContent().replace('data-action=""', `data-action="${entry.id}"`));
  const ui = SpreadsheetApp.getUi();
  if (entry.id === SIDEBAR.id) ui.showSidebar(page.setTitle(SIDEBAR_TITLE));
  else ui.showModalDialog(page.setWidth(WIDTH).setHeight(HEIGHT), entry.title);
}

/** The manual, as the build makes it: a file of its own, as few who open the page open it. */
export const manualText = (): string => HtmlService.createHtmlOutputFromFile(MANUAL).getContent();
