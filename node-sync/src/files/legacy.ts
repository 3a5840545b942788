import type { CellObject, DenseWorkSheet, ParsingOptions, Range, WorkBook } from "@e965/xlsx";
import type { CellRange, TableRow, TableSheet } from "../../../apps-script/domain/merge/table-file";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { encryptedFile, tooManyColumns, tooManyRows } from "../wording/files";
import { legacyNotReadable } from "../wording/tables";
import { NO_RESULT, toValue } from "../xlsx/cell-value";
import type { Limits } from "../xlsx/limits";
import { numberAs } from "../xlsx/serials";
import { kindOfCode } from "../xlsx/styles";
import { UnreadableFile } from "../xlsx/unreadable-file";

/** Error values as BIFF stores them (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

/**
 * The sheets of a .xls, .xlsb, .ods or of HTML named .xls (given as text), through SheetJS. Formulas give their cached
 * result, numbers in a date format the day. Of .xls alone it is asked which cells are formulas.
 *
 * @throws {UnreadableFile} `encrypted`, `broken`, `too-large`
 */
export async function legacySheets(source: Buffer | string, label: string, limits: Limits): Promise<TableSheet[]> {
  const workbook = await parsed(source, label);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.map((name, index) => {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return { name, hidden, rows: sheet ? rowsOf(sheet, name, date1904, label, limits) : [], merges: mergesOf(sheet) };
  });
}

async function parsed(source: Buffer | string, label: string): Promise<WorkBook> {
  // The full build, because it alone brings the code pages of old .xls files along.
  const loaded = await import("@e965/xlsx/dist/xlsx.full.min.js");
  const { read } = "default" in loaded ? (loaded.default as typeof loaded) : loaded;
  const options: ParsingOptions = {
    type: typeof source === "string" ? "string" : "buffer",
    raw: true,
    dense: true,
    cellDates: false,
    cellNF: true,
    cellHTML: false,
    cellText: false,
  };
  // A formula that SheetJS can't spell must not cost the file.
  for (const cellFormula of isOld(source) ? [true, false] : [false]) {
    try {
      const workbook = quietly(() => read(source, { ...options, cellFormula }));
      if (workbook.SheetNames.length > 0) return workbook;
    } catch (error) {
      if (error instanceof Error && /password|encrypt/iu.test(error.message)) {
        throw new UnreadableFile("encrypted", encryptedFile(label));
      }
    }
  }
  throw new UnreadableFile("broken", legacyNotReadable(label));
}

/** SheetJS remarks on formats it does not know; nobody at the front desk should see that. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

function rowsOf(sheet: DenseWorkSheet, name: string, date1904: boolean, label: string, limits: Limits): TableRow[] {
  const rows: TableRow[] = [];
  // forEach passes over holes, which a hostile row number can make very many.
  (sheet["!data"] ?? []).forEach((source, index) => {
    const cells = Array.from(source, (cell) => (cell ? valueIn(cell, date1904) : null));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    if (cells.length === 0) return;
    rows.push({ at: index + 1, cells });
    if (rows.length > limits.rows) throw new UnreadableFile("too-large", tooManyRows(label, name, limits.rows));
    if (cells.length > limits.columns) throw new UnreadableFile("too-large", tooManyColumns(label, name, limits.columns));
  });
  return rows;
}

/** .xls, by its first bytes. */
function isOld(source: Buffer | string): boolean {
  return typeof source !== "string" && source.readUInt32BE(0) === 0xd0cf11e0;
}

/** LibreOffice writes 0 into .xls as the result of every formula with a text in a cell of text format. */
function isLost({ f: formula, v: value, z: format }: CellObject): boolean {
  return formula !== undefined && value === 0 && format === "@";
}

function valueIn(cell: CellObject, date1904: boolean): Value {
  const { t: type, v: value } = cell;
  if (isLost(cell)) return NO_RESULT;
  if (type === "e") return ERRORS[Number(value)] ?? "#VALUE!";
  if (typeof value === "number") return toValue(numberAs(kindOfCode(String(cell.z ?? "General")), value, date1904));
  if (typeof value === "boolean") return toValue(value);
  return typeof value === "string" ? toValue(value) : null;
}

function mergesOf(sheet: DenseWorkSheet | undefined): CellRange[] {
  const merges: readonly Range[] = sheet?.["!merges"] ?? [];
  return merges.map(({ s: first, e: last }) => ({
    firstRow: first.r + 1,
    lastRow: last.r + 1,
    firstColumn: first.c,
    lastColumn: last.c,
  }));
}
