import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { deleteLines, insertLines, moveLines } from "../../workbook/lines";
import type { SheetModel } from "../../workbook/sheet-model";
import { sortArea } from "../../workbook/sort";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";
import { maskOf, pathsOf } from "../fields-mask";
import { gridOf, placeOfGridRange } from "./grid-range";

/** Lines of a sheet, from 0, half open. */
interface Lines {
  readonly sheet: SheetModel;
  readonly dimension: "rows" | "columns";
  readonly start: number;
  readonly end: number;
  /** How many the grid has. */
  readonly most: number;
}

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#InsertDimensionRequest */
export function insertDimension(book: InMemoryWorkbook, given: sheets_v4.Schema$InsertDimensionRequest): undefined {
  const { sheet, dimension, start, end, most } = linesOf(book, given.range);
  const fromBefore = given.inheritFromBefore ?? false;
  if (fromBefore && start === 0) throw invalid("inheritFromBefore cannot be true when inserting at index 0.");
  if (!fromBefore && start >= most) {
    throw invalid(`range.startIndex[${start}] must be less than the grid size[${most}] if inheritFromBefore is false.`);
  }
  if (start > most) throw invalid(`range.startIndex[${start}] must not be greater than the grid size[${most}].`);
  insertLines(sheet, dimension, start + 1, end - start, fromBefore ? start : start + 1);
  return undefined;
}

export function appendDimension(book: InMemoryWorkbook, given: sheets_v4.Schema$AppendDimensionRequest): undefined {
  const sheet = gridOf(book, given.sheetId);
  const dimension = dimensionOf(given.dimension);
  const most = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  insertLines(sheet, dimension, most + 1, given.length ?? 0, most);
  return undefined;
}

export function deleteDimension(book: InMemoryWorkbook, { range }: sheets_v4.Schema$DeleteDimensionRequest): undefined {
  const { sheet, dimension, start, end, most } = linesOf(book, range);
  const word = dimension.slice(0, -1);
  if (end > most) {
    const gone = `Tried to delete ${word} index ${Math.max(start, most)} but there are only ${most} ${dimension}.`;
    throw invalid(`Cannot delete a ${word} that doesn't exist. ${gone}`);
  }
  deleteLines(sheet, dimension, start + 1, end - start);
  return undefined;
}

export function moveDimension(book: InMemoryWorkbook, given: sheets_v4.Schema$MoveDimensionRequest): undefined {
  const { sheet, dimension, start, end } = linesOf(book, given.source);
  moveLines(sheet, dimension, start + 1, end - start, (given.destinationIndex ?? 0) + 1);
  return undefined;
}

export function updateDimension(book: InMemoryWorkbook, given: sheets_v4.Schema$UpdateDimensionPropertiesRequest): undefined {
  const mask = maskOf(given.fields ?? "");
  if (!mask) throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const { sheet, dimension, start, end } = linesOf(book, given.range);
  const paths = pathsOf(mask);
  const unknown = paths.find((path) => !["*", "pixelSize", "hiddenByUser"].includes(path));
  if (unknown) throw new NotInLoopback(`The loopback keeps no ${unknown} of ${dimension}.`);
  const asks = (path: string): boolean => paths.includes("*") || paths.includes(path);
  const { pixelSize, hiddenByUser } = given.properties ?? {};
  sheet.workbook.savePoint?.keepGrid(sheet);
  for (const line of sheet[dimension].slice(start, end)) {
    if (asks("hiddenByUser")) line.hidden = hiddenByUser ?? false;
    if (asks("pixelSize") && "width" in line) line.width = pixelSize ?? 100;
    if (asks("pixelSize") && "cells" in line) line.height = pixelSize ?? 21;
  }
  return undefined;
}

export function sortRange(book: InMemoryWorkbook, given: sheets_v4.Schema$SortRangeRequest): undefined {
  const { sheet, area } = placeOfGridRange(book, given.range);
  const by = (given.sortSpecs ?? []).map(({ dimensionIndex, sortOrder }) => {
    return { column: (dimensionIndex ?? 0) + 1, ascending: sortOrder !== "DESCENDING" };
  });
  sortArea(sheet, area, by);
  return undefined;
}

function linesOf(book: InMemoryWorkbook, range: sheets_v4.Schema$DimensionRange | null | undefined): Lines {
  if (!range) throw invalid("Missing required field: range");
  const sheet = gridOf(book, range.sheetId);
  const dimension = dimensionOf(range.dimension);
  const most = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  const [start, end] = [range.startIndex ?? 0, range.endIndex ?? most];
  if (start < 0 || end <= start) throw invalid(`Invalid range: startIndex[${start}] must be less than endIndex[${end}].`);
  return { sheet, dimension, start, end, most };
}

function dimensionOf(given: string | null | undefined): "rows" | "columns" {
  if (given === "ROWS") return "rows";
  if (given === "COLUMNS") return "columns";
  throw invalid("No dimension specified.");
}
