import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type PlanReading, readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { readTableFile } from "./read-table-file";
import { decodeText } from "./text-encoding";

/**
 * Reads a class plan: a notice or a table as text (.txt, .csv, .tsv), or the first sheet of a workbook that holds
 * one. A plan whose table is not understood is refused, with what is wrong.
 */
export async function readPlanFile(path: string): Promise<{ readonly file: string; readonly reading: PlanReading }> {
  const file = basename(path);
  const reading = /^\.(txt|csv|tsv|md)$/i.test(extname(path))
    ? readPlanText(await decodeText(await readFile(path), file))
    : await readPlanSheets(path);
  return { file, reading };
}

async function readPlanSheets(path: string): Promise<PlanReading> {
  const { sheets } = await readTableFile(path);
  const readings = sheets.map((sheet) => readPlanCells(sheet.rows.map((row) => row.cells)));
  const found = readings.find((reading) => reading.classes.length > 0) ?? readings[0];
  return found ?? readPlanCells([]);
}
