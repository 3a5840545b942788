import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { partsOf } from "../../../../apps-script/domain/days/civil-day";
import { readBook } from "../../copy/read-book";
import { readSheet } from "../../copy/read-sheet";
import { asCopy, differences, planYearOf, type Source } from "../../copy/source";
import { createFile } from "../../files/create-file";
import { isThere } from "../../files/is-there";
import { buildTabs, refuseOurTabs } from "../../google/build-tabs";
import { openSheet } from "../../google/open-sheet";
import { tryStep } from "../../half-way";
import { refusal, UsageError } from "../../refusal";
import { alreadyThere } from "../../wording/cli";
import * as say from "../../wording/copy";
import { copyNotChecked, tabsUnderWay } from "../../wording/half-way";
import { filledWorkbook } from "../../workbook/new-workbook";
import { lettersOf } from "../../xlsx/cell-reference";
import type { Common, Report, Run } from "../command";
import { bookOf } from "../session";

/** Takes a workbook over: from the file into an empty Sheet, or with `--back` from the Sheet into a new file. */
export const run: Run = async (common, _args, options) => {
  const { sheet } = common;
  if (sheet === null || common.book === null) throw new UsageError(say.bothNeeded);
  return options.back === true ? toBook(common, sheet) : toSheet(common, sheet);
};

async function toSheet(common: Common, sheet: string): Promise<Report> {
  const book = bookOf(common);
  const original = await readBook(await readFile(book), basename(book));
  planYearOf(original, partsOf(common.today).year);
  const source = asCopy(original, sheet);
  const open = await openSheet(sheet);
  const way = { from: book, to: sheet, isToSheet: true, dryRun: common.dryRun };
  if (common.dryRun) {
    await refuseOurTabs(open.client);
    return reportOf(source, source, way);
  }
  const stopped = await buildTabs(open, source.tabs);
  if (stopped !== null) return { ...reportOf({ ...source, tabs: [] }, null, way, false), text: tabsUnderWay, stopped };
  return checked(source, way, () => readSheet(open.client));
}

/** The copy is there by now: that it could not be held against its source is told beside that. */
async function checked(source: Source, way: Way, readArrived: () => Promise<Source>): Promise<Report> {
  let report = reportOf(source, null, way);
  const stopped = await tryStep("check", async () => {
    report = reportOf(source, await readArrived(), way);
  });
  return stopped === null ? report : { ...report, stopped, afterStop: copyNotChecked };
}

/** The file is held against the Sheet before it is there. */
async function toBook(common: Common, sheet: string): Promise<Report> {
  const book = bookOf(common);
  if (await isThere(book)) throw refusal("exists", alreadyThere(book));
  const original = await readSheet((await openSheet(sheet)).client);
  const year = planYearOf(original, partsOf(common.today).year);
  const source = asCopy(original, "");
  const [tooLong] = longTexts(source);
  if (tooLong !== undefined) throw refusal("too-long", tooLong);
  const bytes = await filledWorkbook(year, source.tabs);
  const arrived = await readBook(bytes, basename(book));
  const lost = placesOf(source, arrived);
  if (lost.length > 0) throw refusal("differs", say.notWritten(lost));
  if (!common.dryRun) await createFile(book, bytes);
  return reportOf(source, arrived, { from: sheet, to: book, isToSheet: false, dryRun: common.dryRun });
}

const EXCEL_TEXT = 32_767;

function longTexts({ tabs }: Source): string[] {
  return tabs.flatMap(({ table, rows }) =>
    rows.flatMap(({ at, cells }) =>
      cells.flatMap((cell, column) =>
        cell?.kind === "text" && cell.text.length > EXCEL_TEXT ? [say.tooLong(table.title, `${lettersOf(column)}${at}`)] : [],
      ),
    ),
  );
}

/** Cells that did not arrive as they were, as people name them. */
function placesOf(source: Source, arrived: Source): string[] {
  return differences(source, arrived).map(({ tab, row, column }) => `${tab}!${lettersOf(column)}${row}`);
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly isToSheet: boolean;
  readonly dryRun: boolean;
}

/** @param arrived the copy; `null` when it is not known */
function reportOf(source: Source, arrived: Source | null, way: Way, applied = !way.dryRun): Report {
  const lost = arrived === null ? [] : placesOf(source, arrived);
  const tabs = source.tabs.map(({ table, rows }) => ({
    tab: table.title,
    rows: Math.max(0, rows.length - 1),
    cells: rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0),
  }));
  const { others, formulas } = source;
  const { from, to } = way;
  return {
    json: { from, to, applied, tabs, notCopied: others, formulas: Object.fromEntries(formulas), differences: lost },
    text: say.copied(way, tabs, { others, formulas, lost }),
    needsPerson: lost.length > 0,
  };
}
