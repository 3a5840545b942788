import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Area } from "../../workbook/area";
import { moveReferences } from "../../workbook/formula-references";
import { insertLines } from "../../workbook/lines";
import { refuseProtected } from "../../workbook/protect";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid } from "../api-error";
import { exceeds } from "./a1-range";
import { type PutCell, putCellOf, validationOf } from "./cell-in";
import { eachCell, gridOf, placeOfGridRange } from "./grid-range";

type Rows = readonly sheets_v4.Schema$RowData[] | null | undefined;

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#UpdateCellsRequest */
export function updateCells(book: InMemoryWorkbook, given: sheets_v4.Schema$UpdateCellsRequest): undefined {
  const put = putCellOf(book, given.fields);
  if (given.range) {
    const { sheet, area } = placeOfGridRange(book, given.range);
    refuseProtected(sheet, area);
    putRows(sheet, area, given.rows, put);
    const rows = given.rows ?? [];
    eachCell(area, (row, column) => {
      const data = rows[row - area.row]?.values?.[column - area.column];
      if (!data && sheet.peek(row, column)) put(sheet.cell(row, column), {});
    });
    return undefined;
  }
  const { sheetId, rowIndex, columnIndex } = given.start ?? {};
  const sheet = gridOf(book, sheetId);
  const [row, column] = [(rowIndex ?? 0) + 1, (columnIndex ?? 0) + 1];
  if (row > sheet.maxRows || column > sheet.maxColumns) throw invalid(exceeds(sheet, `${row}:${column}`));
  putRows(sheet, { row, column, rows: sheet.maxRows - row + 1, columns: sheet.maxColumns - column + 1 }, given.rows, put);
  return undefined;
}

/** Below the last row with data, on new rows where there are none left. */
export function appendCells(book: InMemoryWorkbook, given: sheets_v4.Schema$AppendCellsRequest): undefined {
  const put = putCellOf(book, given.fields);
  const sheet = gridOf(book, given.sheetId);
  const row = sheet.lastRow() + 1;
  const rows = given.rows?.length ?? 0;
  const lacking = row + rows - 1 - sheet.maxRows;
  if (lacking > 0) insertLines(sheet, "rows", sheet.maxRows + 1, lacking, sheet.maxRows);
  putRows(sheet, { row, column: 1, rows, columns: sheet.maxColumns }, given.rows, put);
  return undefined;
}

/** A formula is meant for the first cell; in the others its references move along. */
export function repeatCell(book: InMemoryWorkbook, given: sheets_v4.Schema$RepeatCellRequest): undefined {
  const put = putCellOf(book, given.fields);
  const { sheet, area } = placeOfGridRange(book, given.range);
  const data = given.cell ?? {};
  const formula = data.userEnteredValue?.formulaValue;
  eachCell(area, (row, column) => {
    const moved = formula
      ? { ...data, userEnteredValue: { formulaValue: shifted(formula, row - area.row, column - area.column) } }
      : data;
    put(sheet.cell(row, column), moved);
  });
  return undefined;
}

/** Without a rule the dropdowns of the range go. */
export function setDataValidation(book: InMemoryWorkbook, given: sheets_v4.Schema$SetDataValidationRequest): undefined {
  const { sheet, area } = placeOfGridRange(book, given.range);
  refuseProtected(sheet, area);
  const validation = given.rule ? validationOf(given.rule) : null;
  eachCell(area, (row, column) => {
    if (validation || sheet.peek(row, column)) sheet.cell(row, column).validation = validation;
  });
  return undefined;
}

function putRows(sheet: SheetModel, area: Area, rows: Rows, put: PutCell): void {
  (rows ?? []).forEach(({ values }, r) => {
    if (r >= area.rows) throw beyond("row", area.row + r, area.row + area.rows);
    (values ?? []).forEach((data, c) => {
      if (c >= area.columns) throw beyond("column", area.column + c, area.column + area.columns);
      put(sheet.cell(area.row + r, area.column + c), data);
    });
  });
}

/** Google counts from 0 here. */
function beyond(line: "row" | "column", at: number, end: number): Error {
  return invalid(`Attempting to write ${line}: ${at - 1}, beyond the last requested ${line} of: ${end - 2}`);
}

function shifted(formula: string, rows: number, columns: number): string {
  const by =
    (count: number) =>
    (line: number, fixed: boolean): number | null =>
      fixed ? line : line + count > 0 ? line + count : null;
  return moveReferences(formula, () => true, by(rows), by(columns));
}
