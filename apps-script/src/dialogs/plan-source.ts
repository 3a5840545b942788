import { loadPlanOperation } from "../../domain/operations/load-plan";
import type { Operation } from "../../domain/operations/operation";
import { withStatedFees } from "../../domain/operations/stated-fees";
import { type PlanReading, readPlanCells, readPlanText } from "../../domain/plan/read-plan";
import { Refusal } from "../../domain/refusal";
import { tableTitled } from "../../domain/schema/index";
import { otherYear } from "../../domain/wording/plan-load";
import * as say from "../wording-menu";
import type { Wish } from "./view";

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Loads the plan that the dialog names: the pasted table of the notice, or a tab that holds one. A plan that is not
 * wholly understood, or of another year than the workbook's, is refused, with what is wrong; one that names no year is of
 * the workbook's.
 */
export function planOperation(wish: Wish, book: Book): Operation {
  const source = wish.tab === null ? say.PASTED : say.ofTab(wish.tab);
  const reading = wish.tab === null ? readText(wish.text) : readTab(book, wish.tab);
  if (reading.classes.length === 0 || reading.problems.length > 0) {
    throw new Refusal("no-plan", say.planNotRead(source, reading.problems));
  }
  const year = statedYear(wish.year) ?? reading.year;
  const operation = withStatedFees(loadPlanOperation(reading.classes, year), reading.fees);
  return {
    ...operation,
    decide: (snapshot, context) => {
      const { planYear } = context.settings;
      if (year !== null && planYear !== year) throw new Refusal("other-year", otherYear(source, year, planYear));
      return operation.decide(snapshot, context);
    },
  };
}

/** The tabs that may hold a plan: all that are not the workbook's own. */
export function foreignTabs(book: Book): string[] {
  return book
    .getSheets()
    .map((sheet) => sheet.getName())
    .filter((title) => tableTitled(title) === null);
}

function readText(text: string | null): PlanReading {
  if (text === null) throw new Refusal("no-plan", say.noPlanText());
  return readPlanText(text);
}

/** The cells as staff see them: `4月5日` is what the notice says, whatever Sheets made of it inside. */
function readTab(book: Book, title: string): PlanReading {
  const sheet = book.getSheetByName(title);
  if (!sheet) throw new Refusal("no-tab", say.noSuchTab(title));
  return readPlanCells(sheet.getDataRange().getDisplayValues());
}

/** A year as typed; null when none was. */
export function statedYear(written: string | null): number | null {
  if (written === null) return null;
  const digits = /^(20\d\d)年?度?$/.exec(written.normalize("NFKC").trim())?.[1];
  if (digits === undefined) throw new Refusal("bad-year", say.badYear());
  return Number(digits);
}
