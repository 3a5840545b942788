import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { workbookWording as say } from "../../wording/workbook";
import type { SheetChart } from "../charts/sheet-chart";
import { cellName, lastSheetColumn, lastSheetRow } from "./a1";

/** How a value is to be written; see `patchWorkbook`. */
export type CellKind = "text" | "day" | "number";

/** One cell to change. Rows and columns are the sheet's own, from 1. `null` empties the cell and keeps its style. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: Value;
  readonly kind: CellKind;
}

/** A sheet that is to be made: `columns` from A on, width in characters; the first row is frozen. */
export interface NewSheet {
  readonly hidden?: boolean;
  readonly charts?: readonly SheetChart[];
  /** Printed on one upright A4 page. */
  readonly onOnePage?: boolean;
  /** Points; as programs have it unless given. */
  readonly rowHeight?: number;
  readonly columns?: readonly { readonly kind: CellKind; readonly width?: number; readonly hidden?: boolean }[];
}

/**
 * The changes of one sheet, found by its title.
 *
 * `firstDataRow` (2 unless given) is the first row below the header: the rows above it never lend their style to new
 * rows. With `newSheet` the sheet must not exist yet.
 */
export interface SheetEdit {
  readonly sheet: string;
  readonly cells: readonly CellEdit[];
  readonly firstDataRow?: number;
  /** Columns, from 1, whose formulas keep their stored results: those that the caller itself reads. */
  readonly keepResults?: ReadonlySet<number>;
  readonly newSheet?: NewSheet;
  /** What the cells of the sheet hold once it is patched, by row and column from 1: its charts of ours are to show it. */
  readonly shown?: (row: number, column: number) => Value;
}

/** The edits of one row, by ascending column. */
export interface RowEdits {
  readonly row: number;
  readonly cells: readonly CellEdit[];
}

/**
 * Edits as rows in order, each cell once.
 *
 * @throws Error (a sentence) for a place outside a sheet, a cell named twice, a text or number that no cell can hold
 */
export function editsByRow(sheet: string, cells: readonly CellEdit[]): RowEdits[] {
  const rows: { row: number; cells: CellEdit[] }[] = [];
  let last: CellEdit | undefined;
  for (const edit of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    checkEdit(sheet, edit);
    if (last !== undefined && last.row === edit.row && last.column === edit.column)
      throw new Error(say.cellTwice(sheet, nameOf(edit)));
    last = edit;
    const row = rows.at(-1);
    if (row?.row === edit.row) row.cells.push(edit);
    else rows.push({ row: edit.row, cells: [edit] });
  }
  return rows;
}

const nameOf = (edit: CellEdit): string => cellName(edit.row, edit.column);

function checkEdit(sheet: string, edit: CellEdit): void {
  const { row, column, value } = edit;
  const inside = Number.isInteger(row) && Number.isInteger(column) && row >= 1 && column >= 1;
  if (!inside || row > lastSheetRow || column > lastSheetColumn) throw new Error(say.outsideSheet(sheet, row, column));
  if (typeof value === "string" && value.length > 32_767) throw new Error(say.textTooLong(sheet, nameOf(edit)));
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(say.notANumber(sheet, nameOf(edit)));
}
