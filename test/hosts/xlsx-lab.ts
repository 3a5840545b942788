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
        if (cell !== null) putCell(sheet, row + 1, column + 1, cell);
      });
    });
    for (const range of tab.merges ?? []) sheet.mergeCells(range);
    for (const [range, format] of Object.entries(tab.formats ?? {})) formatCells(sheet, range, format);
    for (const row of tab.hiddenRows ?? []) sheet.getRow(row + 1).hidden = true;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function putCell(sheet: ExcelJS.Worksheet, row: number, column: number, cell: Exclude<LabCell, null>): void {
  const first = sheet.getCell(row, column);
  if (typeof cell !== "object") {
    first.value = cell;
    return;
  }
  const { formula, result, fills } = cell;
  const computed = { formula, ...(result === null ? {} : { result }) };
  if (!fills) {
    first.value = computed;
    return;
  }
  const last = sheet.getCell(row + fills.length - 1, column + (fills[0]?.length ?? 1) - 1);
  first.value = { ...computed, shareType: "array", ref: `${first.address}:${last.address}` } as ExcelJS.CellFormulaValue;
  fills.forEach((line, down) => {
    line.forEach((value, across) => {
      if (down + across > 0) sheet.getCell(row + down, column + across).value = value;
    });
  });
}

function formatCells(sheet: ExcelJS.Worksheet, range: string, format: string): void {
  const { s, e } = XLSX.utils.decode_range(range);
  for (let row = s.r; row <= e.r; row++)
    for (let column = s.c; column <= e.c; column++) sheet.getCell(row + 1, column + 1).numFmt = format;
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
