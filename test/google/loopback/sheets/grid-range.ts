import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { type Area, columnLetters } from "../../workbook/area";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid } from "../api-error";
import { exceeds, type Place } from "./a1-range";

type GridRange = sheets_v4.Schema$GridRange;

export function gridOf(book: InMemoryWorkbook, sheetId: number | null | undefined, word: "grid" | "sheet" = "grid"): SheetModel {
  const sheet = book.sheets.find(({ id }) => id === (sheetId ?? 0));
  if (!sheet) throw invalid(`No ${word} with id: ${sheetId ?? 0}`);
  return sheet;
}

/**
 * Zero-based and half open; a missing index is no bound. A start past the grid is refused, an end past it is cut off.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#GridRange
 */
export function placeOfGridRange(book: InMemoryWorkbook, range: GridRange | null | undefined): Place {
  if (!range) throw invalid("Missing required field: range");
  const sheet = gridOf(book, range.sheetId);
  const [top, left] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0];
  if (top >= sheet.maxRows || left >= sheet.maxColumns) throw invalid(exceeds(sheet, textOf(range)));
  const bottom = Math.min(range.endRowIndex ?? sheet.maxRows, sheet.maxRows);
  const right = Math.min(range.endColumnIndex ?? sheet.maxColumns, sheet.maxColumns);
  return {
    sheet,
    area: { row: top + 1, column: left + 1, rows: Math.max(0, bottom - top), columns: Math.max(0, right - left) },
  };
}

/** The sheet is left out for the sheet 0, as JSON leaves out a zero. */
export function gridRangeOf(sheet: SheetModel, area: Area): GridRange {
  return {
    ...(sheet.id === 0 ? {} : { sheetId: sheet.id }),
    startRowIndex: area.row - 1,
    endRowIndex: area.row - 1 + area.rows,
    startColumnIndex: area.column - 1,
    endColumnIndex: area.column - 1 + area.columns,
  };
}

export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
  }
}

function textOf(range: GridRange): string {
  const first = `${columnLetters((range.startColumnIndex ?? 0) + 1)}${(range.startRowIndex ?? 0) + 1}`;
  const last = `${range.endColumnIndex == null ? "" : columnLetters(range.endColumnIndex)}${range.endRowIndex ?? ""}`;
  return last === "" || last === first ? first : `${first}:${last}`;
}
