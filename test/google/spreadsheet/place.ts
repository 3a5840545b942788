/// <reference types="google-apps-script" />
import { type Area, a1Of, areaOfA1 } from "../workbook/area";
import type { SheetModel } from "../workbook/sheet-model";
import { SheetsError } from "../workbook/sheets-error";

export type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
export type GRange = GoogleAppsScript.Spreadsheet.Range;

/** A sheet as its ranges know it. */
export interface SheetRef {
  readonly model: SheetModel;
  readonly self: GSheet;
  rangeOf(area: Area): GRange;
}

const OUTSIDE = "The coordinates of the range are outside the dimensions of the sheet.";

export function refuseOutside(sheet: SheetModel, area: Area): void {
  if (area.row + area.rows - 1 > sheet.maxRows || area.column + area.columns - 1 > sheet.maxColumns)
    throw new SheetsError(OUTSIDE);
}

/** The area of `getRange(row, column, rows, columns)` or `getRange(a1)`. */
export function areaAsked(sheet: SheetModel, row: number | string, column?: number, rows = 1, columns = 1): Area {
  if (typeof row === "string") {
    const area = areaOfA1(row, { rows: sheet.maxRows, columns: sheet.maxColumns });
    if (!area) throw new SheetsError("Range not found");
    refuseOutside(sheet, area);
    return area;
  }
  if (column === undefined)
    throw new SheetsError("The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.");
  if (!(row >= 1)) throw new SheetsError("The starting row of the range is too small.");
  if (!(column >= 1)) throw new SheetsError("The starting column of the range is too small.");
  if (!(rows >= 1)) throw new SheetsError("The number of rows in the range must be at least 1.");
  if (!(columns >= 1)) throw new SheetsError("The number of columns in the range must be at least 1.");
  const area = { row: Math.trunc(row), column: Math.trunc(column), rows: Math.trunc(rows), columns: Math.trunc(columns) };
  refuseOutside(sheet, area);
  return area;
}

/** Makes one value for each cell of an area, row by row. */
export function gridOf<T>(area: Area, make: (row: number, column: number) => T): T[][] {
  const grid: T[][] = [];
  for (let r = 0; r < area.rows; r++) {
    const line: T[] = [];
    for (let c = 0; c < area.columns; c++) line.push(make(area.row + r, area.column + c));
    grid.push(line);
  }
  return grid;
}

/** Hands out a grid of values to the cells of an area; one that does not fit is refused before any cell changes. */
export function eachGiven<T>(
  area: Area,
  given: readonly (readonly T[])[],
  method: string,
  put: (value: T, row: number, column: number) => void,
): void {
  if (!Array.isArray(given) || !given.every(Array.isArray)) {
    throw new SheetsError(`The parameters (number[]) don't match the method signature for ${method}.`);
  }
  if (given.length !== area.rows) {
    throw new SheetsError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${given.length} but the range has ${area.rows}.`,
    );
  }
  for (const line of given) {
    if (line.length === area.columns) continue;
    throw new SheetsError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${area.columns}.`,
    );
  }
  given.forEach((line, r) => {
    line.forEach((value, c) => {
      put(value, area.row + r, area.column + c);
    });
  });
}

export function cellName(row: number, column: number): string {
  return a1Of({ row, column, rows: 1, columns: 1 });
}
