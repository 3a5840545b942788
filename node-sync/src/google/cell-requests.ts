import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { isDay } from "../../../apps-script/domain/days/civil-day";
import type { Content } from "../../../apps-script/domain/moving/content";
import type { Rectangle } from "../../../apps-script/domain/moving/rectangles";
import { serialOfDay } from "../xlsx/patch/cell-markup";
import type { Request } from "./sheets-client";

/** A cell's bytes in a request beside its own text, rounded up: names, its format, its share of the request around it. */
const CELL_OVERHEAD = 170;

/** No smaller than the bytes of a request that writes the value. */
export function bytesOf(value: unknown): number {
  return CELL_OVERHEAD + Buffer.byteLength(JSON.stringify(value));
}

/** What becomes of the number format of a column's cells: `undefined` leaves it, `null` takes it off. */
export type FormatOf = (column: number) => sheets_v4.Schema$NumberFormat | null | undefined;

/**
 * One `updateCells` for each stretch of columns whose formats are written, or left, alike. Where the format becomes that of
 * a day, a day goes in as a day; anywhere else it is a text:
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#updatecellsrequest
 */
export function updateRequests(sheetId: number, { row, column, cells }: Rectangle, formatOf: FormatOf): Request[] {
  const requests: Request[] = [];
  const width = cells[0]?.length ?? 0;
  const isLeft = (index: number): boolean => formatOf(column + index) === undefined;
  for (let first = 0; first < width; ) {
    let last = first + 1;
    while (last < width && isLeft(last) === isLeft(first)) last++;
    const part = (line: readonly Content[]): sheets_v4.Schema$RowData => ({
      values: line.slice(first, last).map((content, index) => cellData(content, formatOf(column + first + index))),
    });
    requests.push({
      updateCells: {
        start: { sheetId, rowIndex: row - 1, columnIndex: column + first },
        rows: cells.map(part),
        fields: isLeft(first) ? "userEnteredValue" : "userEnteredValue,userEnteredFormat.numberFormat",
      },
    });
    first = last;
  }
  return requests;
}

function cellData(content: Content, format: ReturnType<FormatOf>): sheets_v4.Schema$CellData {
  const value = extendedValue(content, format?.type === "DATE");
  return {
    ...(value === null ? {} : { userEnteredValue: value }),
    ...(format ? { userEnteredFormat: { numberFormat: format } } : {}),
  };
}

function extendedValue({ value, raw, isFormula }: Content, isDayColumn: boolean): sheets_v4.Schema$ExtendedValue | null {
  if (isFormula) return { formulaValue: String(raw) };
  if (value === null) return null;
  if (typeof value === "number") return { numberValue: value };
  const serial = isDayColumn && isDay(value) ? serialOfDay(value, false) : undefined;
  return serial === undefined ? { stringValue: value } : { numberValue: serial };
}
