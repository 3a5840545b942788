import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import type { Host } from "../../apps-script/domain/operations/host";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import type { Lab, LabCell, LabTab } from "./lab";

/** A workbook file in a folder of its own. Staff's hands write it with exceljs and read it with SheetJS. */
export async function xlsxLab(hostOf: (path: string) => Host = (path) => new XlsxHost(path)): Promise<Lab> {
  const path = join(await mkdtemp(join(tmpdir(), "anpei-")), `${randomUUID()}.xlsx`);
  return {
    host: hostOf(path),
    load: (tabs) => writeTabs(path, tabs),
    dump: async () => readTabs(await readFile(path)),
  };
}

/** Many tests begin with the same workbook. */
const made = new Map<string, Promise<Buffer>>();

async function writeTabs(path: string, tabs: readonly LabTab[]): Promise<void> {
  const content = JSON.stringify(tabs);
  const bytes = made.get(content) ?? bookOf(tabs);
  made.set(content, bytes);
  await writeFile(path, await bytes);
}

async function bookOf(tabs: readonly LabTab[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const tab of tabs) {
    const sheet = book.addWorksheet(tab.title);
    tab.cells.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell !== null) sheet.getCell(row + 1, column + 1).value = typeof cell === "object" ? formulaOf(cell) : cell;
      });
    });
    for (const row of tab.hiddenRows ?? []) sheet.getRow(row + 1).hidden = true;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function formulaOf({ formula, result }: Exclude<LabCell, string | number | null>): ExcelJS.CellFormulaValue {
  return { formula, ...(result === null ? {} : { result }) };
}

function readTabs(bytes: Buffer): LabTab[] {
  const book = XLSX.read(bytes, { cellStyles: true });
  return book.SheetNames.map((title) => {
    const sheet = book.Sheets[title] ?? {};
    const range = XLSX.utils.decode_range(sheet["!ref"] ?? "A1");
    const cells: LabCell[][] = [];
    for (let row = 0; row <= range.e.r; row++) {
      const line: LabCell[] = [];
      for (let column = 0; column <= range.e.c; column++) {
        const cell = sheet[XLSX.utils.encode_cell({ r: row, c: column })] as XLSX.CellObject | undefined;
        line.push(cellOf(cell));
      }
      cells.push(line);
    }
    const hiddenRows = (sheet["!rows"] ?? []).flatMap((row, index) => (row?.hidden ? [index] : []));
    return { title, cells, ...(hiddenRows.length > 0 ? { hiddenRows } : {}) };
  });
}

function cellOf(cell: XLSX.CellObject | undefined): LabCell {
  if (!cell) return null;
  const value = cell.v === undefined || cell.v === "" ? null : (cell.v as string | number);
  return cell.f === undefined ? value : { formula: cell.f, result: value };
}
