import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { columnLetters } from "../../workbook/area";
import { refuseProtected } from "../../workbook/protect";
import { type SheetModel, setValue } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid } from "../api-error";
import { type Place, placeOf, rangeText } from "./a1-range";
import { refuseLong } from "./cell-in";
import { eachCell } from "./grid-range";

type ValueRange = sheets_v4.Schema$ValueRange;

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption */
type InputOption = "RAW" | "USER_ENTERED";

export function inputOptionOf(given: unknown): InputOption {
  if (given === "RAW" || given === "USER_ENTERED") return given;
  throw invalid(
    given === undefined || given === null || given === "INPUT_VALUE_OPTION_UNSPECIFIED"
      ? "'valueInputOption' is required but not specified"
      : `Invalid value at 'value_input_option': ${JSON.stringify(given)}`,
  );
}

/**
 * A range of one cell is the place to start at; a larger one must hold all the values. `null` leaves a cell as it is,
 * an empty text empties it.
 */
export function putValues(
  book: InMemoryWorkbook,
  given: ValueRange,
  option: InputOption,
  asked = given.range ?? "",
): UpdateCount {
  const { sheet, area } = placeOf(book, asked);
  const isColumns = given.majorDimension === "COLUMNS";
  const isOpen = area.rows === 1 && area.columns === 1;
  const [mostRows, mostColumns] = isOpen
    ? [sheet.maxRows - area.row + 1, sheet.maxColumns - area.column + 1]
    : [area.rows, area.columns];
  const count = new UpdateCount(sheet);
  (given.values ?? []).forEach((line, l) => {
    if (!Array.isArray(line)) throw invalid(`Invalid values[${l}]`);
    line.forEach((value: unknown, v) => {
      const [r, c] = isColumns ? [v, l] : [l, v];
      const [row, column] = [area.row + r, area.column + c];
      const beyond = r >= mostRows ? `row [${row}]` : c >= mostColumns ? `column [${columnLetters(column)}]` : null;
      if (beyond) throw invalid(`Requested writing within range [${asked}], but tried writing to ${beyond}`);
      count.touch(row, column, put(sheet, row, column, value, option));
    });
  });
  return count;
}

export function clearValues({ sheet, area }: Place): void {
  refuseProtected(sheet, area);
  eachCell(area, (row, column) => {
    if (sheet.peek(row, column)) setValue(sheet.cell(row, column), "");
  });
}

/** Cells that got a value, and the range around all that were given one. */
class UpdateCount {
  private readonly rows = new Set<number>();
  private readonly columns = new Set<number>();
  private cells = 0;

  constructor(private readonly sheet: SheetModel) {}

  touch(row: number, column: number, isPut: boolean): void {
    if (!isPut) return;
    this.rows.add(row);
    this.columns.add(column);
    this.cells += 1;
  }

  answer(spreadsheetId: string, asked: Place): sheets_v4.Schema$UpdateValuesResponse {
    const { rows, columns, cells, sheet } = this;
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    const size = { rows: Math.max(...rows) - top + 1, columns: Math.max(...columns) - left + 1 };
    const place = cells === 0 ? asked : { sheet, area: { row: top, column: left, ...size } };
    const counts = { updatedRows: rows.size, updatedColumns: columns.size, updatedCells: cells };
    return { spreadsheetId, updatedRange: rangeText(place), ...(cells === 0 ? {} : counts) };
  }

  get size(): { readonly rows: number; readonly columns: number; readonly cells: number } {
    return { rows: this.rows.size, columns: this.columns.size, cells: this.cells };
  }
}

function put(sheet: SheetModel, row: number, column: number, value: unknown, option: InputOption): boolean {
  if (value === null) return false;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw invalid(`Invalid values: ${JSON.stringify(value)}`);
  }
  if (typeof value === "string") refuseLong(value);
  if (typeof value === "string" && value !== "" && option === "USER_ENTERED") sheet.enter(row, column, value);
  else setValue(sheet.cell(row, column), value);
  return true;
}
