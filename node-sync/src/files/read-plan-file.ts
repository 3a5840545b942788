import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import {
  type PlanReading,
  readPlanCells,
  readPlanDocument,
  readPlanSheet,
  readPlanText,
} from "../../../apps-script/domain/plan/read-plan";
import { planOfSheets } from "../../../apps-script/domain/plan/several-sheets";
import { sheetOf } from "../../../apps-script/domain/wording/plan";
import { withMergedCells } from "./merged-cells";
import { readTableFile } from "./read-table-file";
import { readWordFile } from "./read-word-file";
import { decodeText } from "./text-encoding";

/**
 * Reads a class plan: a notice or a table as text (.txt, .csv, .tsv), a document of Word (.docx), or the sheets of a workbook that
 * hold one.
 */
export async function readPlanFile(path: string): Promise<{ readonly file: string; readonly reading: PlanReading }> {
  const file = basename(path);
  return { file, reading: await readingOf(path, file) };
}

async function readingOf(path: string, file: string): Promise<PlanReading> {
  const extension = extname(path).toLowerCase();
  if (extension === ".docx") return readPlanDocument(await readWordFile(path), file);
  if (/^\.(txt|csv|tsv|md)$/.test(extension)) return readPlanText(await decodeText(await readFile(path), file), file);
  const { sheets } = await readTableFile(path);
  const readings = sheets.flatMap((sheet) => {
    const name = sheetOf(file, sheet.name);
    return sheet.hidden ? [] : [{ sheet: name, reading: readPlanSheet(withMergedCells(sheet), name) }];
  });
  return planOfSheets(readings) ?? readPlanCells([]);
}
