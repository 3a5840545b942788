import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { CellValue } from "../../workbook/cell";
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
  const { dimension } = rendering;
  const { rows, columns } = place.area;
  const [lines, cells] = dimension === "ROWS" ? [rows, columns] : [columns, rows];
  const values: CellValue[][] = [];
  for (let line = 0; line < lines; line++) {
    const one: CellValue[] = [];
    let filled = 0;
    const most = dimension === "ROWS" ? Math.min(cells, heldFrom(place, line)) : cells;
    for (let cell = 0; cell < most; cell++) {
      const value = dimension === "ROWS" ? shown(place, line, cell, rendering) : shown(place, cell, line, rendering);
      one.push(value);
      if (value !== "") filled = cell + 1;
    }
    one.length = filled;
    values.push(one);
  }
  values.length = values.findLastIndex((one) => one.length > 0) + 1;
  return { range: rangeText(place), majorDimension: dimension, ...(values.length > 0 ? { values } : {}) };
}

/** How many cells a row of the area can have something in. */
function heldFrom({ sheet, area }: Place, line: number): number {
  return (sheet.rows[area.row + line - 1]?.cells.length ?? 0) - area.column + 1;
}

function shown({ sheet, area }: Place, r: number, c: number, rendering: Rendering): CellValue {
  const [row, column] = [area.row + r, area.column + c];
  const cell = sheet.peek(row, column);
  if (!cell) return "";
  if (rendering.values === "FORMULA" && cell.formula !== null) return cell.formula;
  const value = sheet.value(row, column);
  const isText = rendering.values === "FORMATTED_VALUE" || (rendering.moments === "FORMATTED_STRING" && sheet.isMoment(cell));
  return isText ? displayText(value, cell.numberFormat) : value;
}
