import type { CellObject, DenseWorkSheet, ParsingOptions, Range, WorkBook } from "@e965/xlsx";
import {
  type BeyondCells,
  type CellRange,
  NO_RESULT,
  type TableRow,
  type TableSheet,
} from "../../../apps-script/domain/merge/table-file";
import { addressOf } from "../../../apps-script/domain/snapshot/address";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { encryptedFile, tooManyColumns } from "../wording/files";
import { legacyNotReadable } from "../wording/tables";
import { Budget, tooLarge } from "../xlsx/budget";
import { listedValue, toValue } from "../xlsx/cell-value";
import { type Limits, MOST_BEYOND } from "../xlsx/limits";
import { numberAs } from "../xlsx/serials";
import { kindOfCode, kindOfFormat } from "../xlsx/styles";
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
 * The sheets of a .xls (given as its stream of sheets), a .xlsb, .ods or of HTML named .xls (given as text), through SheetJS.
 * Formulas give their cached result, numbers in a date format the day. Of .xls alone it is asked which cells are formulas.
 *
 * @throws {UnreadableFile} `encrypted`, `broken`, `too-large`
 */
export async function legacySheets(source: Buffer | string, label: string, limits: Limits): Promise<TableSheet[]> {
  const workbook = await parsed(source, label);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const budget = new Budget(label, limits);
  return workbook.SheetNames.map((name, index) => {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const { rows, beyond } = sheet ? rowsOf(sheet, name, date1904, budget) : { rows: [], beyond: undefined };
    return { name, hidden, rows, merges: mergesOf(sheet, name, budget), ...(beyond ? { beyond } : {}) };
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
  for (const cellFormula of isOldSheets(source) ? [true, false] : [false]) {
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

function rowsOf(sheet: DenseWorkSheet, name: string, date1904: boolean, budget: Budget): Pick<TableSheet, "rows" | "beyond"> {
  const rows: TableRow[] = [];
  let beyond: BeyondCells | undefined;
  // forEach passes over holes, which a hostile row or column number can make very many.
  (sheet["!data"] ?? []).forEach((source, index) => {
    const found: [column: number, value: Value][] = [];
    source.forEach((cell, column) => {
      const value = cell ? valueIn(cell, date1904) : null;
      if (value === null) return;
      if (column < budget.limits.columns) found.push([column, value]);
      else if (beyond?.count === MOST_BEYOND) throw tooLarge(tooManyColumns(budget.label, name, budget.limits.columns));
      else beyond = { address: beyond?.address ?? addressOf(column, index + 1), count: (beyond?.count ?? 0) + 1 };
    });
    const width = (found[found.length - 1]?.[0] ?? -1) + 1;
    if (width === 0) return;
    budget.row(name, rows.length + 1, width);
    const cells = new Array<Value>(width).fill(null);
    for (const [column, value] of found) {
      if (typeof value === "string") budget.text(name, index + 1, column, value.length);
      cells[column] = value;
    }
    const isHidden = sheet["!rows"]?.[index]?.hidden === true;
    rows.push(isHidden ? { at: index + 1, cells, hidden: true } : { at: index + 1, cells });
  });
  return beyond ? { rows, beyond } : { rows };
}

/** The sheets of a .xls without the file around them, by their first bytes: BIFF's first record, of whichever version. */
export function isOldSheets(source: Buffer | string): boolean {
  return typeof source !== "string" && source[0] === 0x09 && (source[1] ?? 0xff) <= 0x08;
}

/** LibreOffice writes 0 into .xls as the result of every formula with a text in a cell of text format. */
function isLost({ f: formula, v: value, z: format }: CellObject): boolean {
  return formula !== undefined && value === 0 && format === "@";
}

function valueIn(cell: CellObject, date1904: boolean): Value {
  const { t: type, v: value } = cell;
  if (isLost(cell)) return NO_RESULT;
  if (type === "e") return ERRORS[Number(value)] ?? "#VALUE!";
  if (typeof value === "number") return numberIn(cell, value, date1904);
  if (typeof value === "boolean") return toValue(value);
  return typeof value === "string" ? listedValue(toValue(value), date1904) : null;
}

/** SheetJS has no code for the built-in formats of East Asia: where not even their id is known (.xlsb), a number is asked about. */
function numberIn(cell: CellObject, value: number, date1904: boolean): Value {
  const id = cell.z === undefined ? formatIdOf(cell) : undefined;
  const kind = id === undefined ? kindOfCode(String(cell.z ?? "General")) : kindOfFormat(id, undefined);
  const isUnknown = cell.z === undefined && id === undefined;
  return listedValue(toValue(numberAs(kind, value, date1904)), date1904 || isUnknown);
}

function formatIdOf(cell: object): number | undefined {
  if (!("XF" in cell) || typeof cell.XF !== "object" || cell.XF === null || !("numFmtId" in cell.XF)) return undefined;
  return typeof cell.XF.numFmtId === "number" ? cell.XF.numFmtId : undefined;
}

function mergesOf(sheet: DenseWorkSheet | undefined, name: string, budget: Budget): CellRange[] {
  const merges: readonly Range[] = sheet?.["!merges"] ?? [];
  return merges.map(({ s: first, e: last }) => {
    const range = { firstRow: first.r + 1, lastRow: last.r + 1, firstColumn: first.c, lastColumn: last.c };
    budget.merged(name, range);
    return range;
  });
}
