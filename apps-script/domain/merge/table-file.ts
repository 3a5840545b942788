import { CELL_UNITS, cutToCell } from "../snapshot/text-length";
import type { Value } from "../snapshot/value";

export { addressOf, lettersOf } from "../snapshot/address";

/** A row of a sheet that holds something: `at` is its number as people see it, `cells[0]` is column A. */
export interface TableRow {
  readonly at: number;
  readonly cells: readonly Value[];
  /** Nobody sees it: hidden, or left out by a filter. */
  readonly hidden?: true;
  /** The columns whose cells are struck out by their format. */
  readonly struck?: readonly number[];
}

/** Cells with a value so far right that they are not read: how many, and the address of the first. */
export interface BeyondCells {
  readonly count: number;
  readonly address: string;
}

/** What stands in a cell whose formula was saved without its result. */
export const NO_RESULT = "#NO_RESULT!";

/** A merged range; rows from 1, columns from 0, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A sheet that somebody else made: rows without values are left out, nothing is interpreted. */
export interface TableSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly TableRow[];
  readonly merges?: readonly CellRange[];
  readonly beyond?: BeyondCells;
  /** The file names the sheet and does not hold it. */
  readonly isLost?: true;
}

/** A file as its reader hands it over; `fingerprint` tells its bytes from those of any other file. */
export interface TableFile {
  readonly file: string;
  readonly format: "xlsx" | "xls" | "xlsb" | "ods" | "html" | "csv";
  readonly fingerprint: string;
  readonly sheets: readonly TableSheet[];
  /** The core property `keywords` of a .xlsx. */
  readonly keywords?: string | undefined;
  /** When a .xlsx says it was last saved, as written (`2024-03-12T02:30:00Z`). */
  readonly modified?: string | undefined;
}

/**
 * The sheets with no text longer than a cell of a workbook holds: a CSV or a forged package may bring any. What a column may
 * hold is asked later, at the cell. The very same sheets where nothing is too long, since files have millions of cells.
 */
export function boundedSheets(sheets: readonly TableSheet[]): readonly TableSheet[] {
  if (!sheets.some(({ rows }) => rows.some(hasTooLong))) return sheets;
  return sheets.map((sheet) => ({ ...sheet, rows: boundedRows(sheet.rows) }));
}

export function boundedRows<R extends TableRow>(rows: readonly R[]): readonly R[] {
  return rows.map((row) => (hasTooLong(row) ? { ...row, cells: row.cells.map(bounded) } : row));
}

function hasTooLong({ cells }: TableRow): boolean {
  return cells.some((cell) => typeof cell === "string" && cell.length > CELL_UNITS);
}

function bounded(cell: Value): Value {
  return typeof cell === "string" ? cutToCell(cell) : cell;
}
