import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { atomically } from "../../workbook/save-point";
import { SheetsError } from "../../workbook/sheets-error";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { ApiError, invalid, NotInLoopback } from "../api-error";
import { appendCells, repeatCell, setDataValidation, updateCells } from "./cells";
import { addChart } from "./charts";
import { addConditional, deleteConditional } from "./conditional";
import { appendDimension, deleteDimension, insertDimension, moveDimension, sortRange, updateDimension } from "./dimensions";
import { addNamedRange, clearBasicFilter, deleteNamedRange, mergeCells, setBasicFilter, unmergeCells } from "./furniture";
import { addProtected } from "./protected";
import { addSheet, deleteSheet, updateSheet, updateSpreadsheet } from "./tabs";

type Request = sheets_v4.Schema$Request;

/** One kind of request each; what is returned is the reply of that kind. */
type Kinds = { readonly [K in keyof Request]?: (book: InMemoryWorkbook, given: NonNullable<Request[K]>) => object | undefined };

const KINDS: Kinds = {
  addChart,
  addConditionalFormatRule: addConditional,
  addNamedRange,
  addProtectedRange: addProtected,
  addSheet,
  appendCells,
  appendDimension,
  clearBasicFilter,
  deleteConditionalFormatRule: deleteConditional,
  deleteDimension,
  deleteNamedRange,
  deleteSheet,
  insertDimension,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateCells,
  updateDimensionProperties: updateDimension,
  updateSheetProperties: updateSheet,
  updateSpreadsheetProperties: updateSpreadsheet,
};

/** All requests in order, or none: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate */
export function batchUpdate(book: InMemoryWorkbook, requests: readonly Request[]): sheets_v4.Schema$Response[] {
  if (requests.length === 0) throw invalid("Must specify at least one request.");
  return atomically(book, () => requests.map((request, index) => one(book, request, index)));
}

function one(book: InMemoryWorkbook, request: Request, index: number): sheets_v4.Schema$Response {
  const [kind, ...more] = Object.keys(request);
  if (kind === undefined || more.length > 0)
    throw invalid(`Invalid requests[${index}]: exactly one kind of request must be set.`);
  const run = KINDS[kind as keyof Request] as ((book: InMemoryWorkbook, given: unknown) => object | undefined) | undefined;
  if (!run) throw new NotInLoopback(`The loopback doesn't serve ${kind}.`);
  try {
    const reply = run(book, request[kind as keyof Request] ?? {});
    return reply ? { [kind]: reply } : {};
  } catch (error) {
    const isRefusal = error instanceof SheetsError || (error instanceof ApiError && error.status === "INVALID_ARGUMENT");
    throw isRefusal ? invalid(`Invalid requests[${index}].${kind}: ${error.message}`) : error;
  }
}
