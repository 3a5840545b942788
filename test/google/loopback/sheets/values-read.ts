import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { type CellValue, hasContent } from "../../workbook/cell";
import { displayText } from "../../workbook/number-format";
import { type Place, rangeText } from "./a1-range";

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueRenderOption, …/DateTimeRenderOption */
export interface Rendering {
  readonly values: "FORMATTED_VALUE" | "UNFORMATTED_VALUE" | "FORMULA";
  readonly moments: "SERIAL_NUMBER" | "FORMATTED_STRING";
  readonly dimension: "ROWS" | "COLUMNS";
}

/** Empty rows and cells at the end are left out; when nothing is left there are no `values` at all. */
export function valueRange(place: Place, rendering: Rendering): sheets_v4.Schema$ValueRange {
  const rows = rowsOf(place, rendering);
  const values = rendering.dimension === "ROWS" ? rows : columnsOf(rows);
  return { range: rangeText(place), majorDimension: rendering.dimension, ...(values.length > 0 ? { values } : {}) };
}

function rowsOf(place: Place, rendering: Rendering): CellValue[][] {
  const { sheet, area } = place;
  const rows = sheet.rows.slice(area.row - 1, area.row - 1 + area.rows).map(({ cells }, row) => {
    const filled = cells.slice(0, area.column - 1 + area.columns).findLastIndex(hasContent) + 2 - area.column;
    return Array.from({ length: Math.max(filled, 0) }, (_, column) => shown(place, row, column, rendering));
  });
  rows.length = rows.findLastIndex((one) => one.length > 0) + 1;
  return rows;
}

function columnsOf(rows: readonly CellValue[][]): CellValue[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => {
    const filled = rows.findLastIndex((row) => (row[column] ?? "") !== "") + 1;
    return rows.slice(0, filled).map((row) => row[column] ?? "");
  });
}

function shown({ sheet, area }: Place, r: number, c: number, rendering: Rendering): CellValue {
  const [row, column] = [area.row + r, area.column + c];
  const cell = sheet.peek(row, column);
  if (!cell || !hasContent(cell)) return "";
  if (rendering.values === "FORMULA" && cell.formula !== null) return cell.formula;
  const value = sheet.value(row, column);
  const isText = rendering.values === "FORMATTED_VALUE" || (rendering.moments === "FORMATTED_STRING" && sheet.isMoment(cell));
  return isText ? displayText(value, cell.numberFormat) : value;
}
