import { LEASE_TITLE } from "../../domain/operations/lease";
import { Refusal } from "../../domain/refusal";
import { SETTINGS, tableTitled } from "../../domain/schema/index";
import type { AskOf, ValueOf } from "../../domain/serving/calls";
import { committedOf } from "../../domain/serving/committed";
import { PASSWORD_TABLES, passwordsOf, readFor, readingOf } from "../../domain/serving/reading";
import type { Serving } from "../../domain/serving/serve";
import { holdsSecrets } from "../../domain/serving/staff-tab";
import { BUILD } from "../build";
import { saveClerk, savedClerk } from "../clerk";
import { isCopyToSettle, settleCopy } from "../copied";
import { freshKey } from "../fresh-key";
import { hostHere, momentNow, termsNow, todayHere } from "../here";
import { commit, exclusively } from "../perform";
import { selectedRows } from "../selected-rows";
import { noSuchTab, ownTab } from "../wording-menu";
import { initialiseSheet } from "./initialise-call";
import { jumpTo } from "./jump";
import { sentenceOf } from "./sentence";
import { turnSheet } from "./turn-call";

/** The Google Sheet that the script belongs to, as its page asks about it. Its own calls are few: the page works out the rest. */
export const sheetServing: Serving = {
  open,
  read,
  passwords,
  commit: write,
  turn: turnSheet,
  init: initialiseSheet,
  tabText,
  jump: jumpTo,
};

function open({ clerk, copy }: AskOf<"open">): ValueOf<"open"> {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  if (copy !== null) settleCopy(hostHere(), copy, freshKey);
  const titles = book.getSheets().map((sheet) => sheet.getName());
  return {
    build: BUILD,
    home: "sheet",
    document: book.getName(),
    clerk: clerk === null ? savedClerk() : saveClerk(clerk),
    isWorkbook: titles.includes(SETTINGS.title),
    isCopy: isCopyToSettle(hostHere()),
    tabs: titles.filter(isOfStaff),
    selected: selectedRows(book),
  };
}

function read(ask: AskOf<"read">): ValueOf<"read"> {
  const host = hostHere();
  const { tables, sparing } = readFor(ask);
  const grids = ask.isSettled ? exclusively(host, () => host.read(tables, sparing)) : host.read(tables, sparing);
  return readingOf(grids, ask, {
    build: BUILD,
    document: SpreadsheetApp.getActiveSpreadsheet().getName(),
    clerk: savedClerk(),
    today: todayHere(),
    moment: momentNow(),
    closed: host.closed(),
  });
}

/** For slips that are printed now; Google shows the same tab to whoever may call. */
function passwords(): ValueOf<"passwords"> {
  return passwordsOf(hostHere().read(PASSWORD_TABLES));
}

function write({ decision }: AskOf<"commit">): ValueOf<"commit"> {
  return committedOf(commit(hostHere(), decision, termsNow(), BUILD), sentenceOf);
}

/**
 * As people see the cells: `4月5日` is what the notice says, whatever Sheets made of it inside. Of staff's own tabs alone: what the
 * program's hold that is secret leaves the Sheet by no call.
 */
function tabText({ title }: AskOf<"tabText">): ValueOf<"tabText"> {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) throw new Refusal("no-tab", noSuchTab(title));
  const cells = isOfStaff(sheet.getName()) ? sheet.getDataRange().getDisplayValues() : null;
  if (cells === null || holdsSecrets(cells)) throw new Refusal("no-tab", ownTab(title));
  return cells;
}

function isOfStaff(title: string): boolean {
  return tableTitled(title) === null && title !== LEASE_TITLE;
}
