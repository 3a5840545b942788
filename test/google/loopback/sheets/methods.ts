import { SheetsError } from "../../workbook/sheets-error";
import { invalid } from "../api-error";
import { type Method, scope } from "../router";
import { create, get, update } from "./spreadsheet-methods";
import { clear, getManyValues, getValues, putMany, putSome } from "./values-methods";

const host = "sheets.googleapis.com";
const WRITE = ["drive", "drive.file", "spreadsheets"].map(scope);
const READ = [...WRITE, ...["drive.readonly", "spreadsheets.readonly"].map(scope)];
const SPREADSHEET = "/v4/spreadsheets/{spreadsheetId}";

const METHODS: readonly Method[] = [
  {
    id: "sheets.spreadsheets.batchUpdate",
    verb: "POST",
    host,
    path: `${SPREADSHEET}:batchUpdate`,
    scopes: WRITE,
    metric: "Write",
    handle: update,
  },
  {
    id: "sheets.spreadsheets.values.batchGet",
    verb: "GET",
    host,
    path: `${SPREADSHEET}/values:batchGet`,
    scopes: READ,
    metric: "Read",
    handle: getManyValues,
  },
  {
    id: "sheets.spreadsheets.values.batchUpdate",
    verb: "POST",
    host,
    path: `${SPREADSHEET}/values:batchUpdate`,
    scopes: WRITE,
    metric: "Write",
    handle: putMany,
  },
  {
    id: "sheets.spreadsheets.values.get",
    verb: "GET",
    host,
    path: `${SPREADSHEET}/values/{range}`,
    scopes: READ,
    metric: "Read",
    handle: getValues,
  },
  {
    id: "sheets.spreadsheets.values.update",
    verb: "PUT",
    host,
    path: `${SPREADSHEET}/values/{range}`,
    scopes: WRITE,
    metric: "Write",
    handle: putSome,
  },
  {
    id: "sheets.spreadsheets.values.clear",
    verb: "POST",
    host,
    path: `${SPREADSHEET}/values/{range}:clear`,
    scopes: WRITE,
    metric: "Write",
    handle: clear,
  },
  {
    id: "sheets.spreadsheets.create",
    verb: "POST",
    host,
    path: "/v4/spreadsheets",
    scopes: WRITE,
    metric: "Write",
    handle: create,
  },
  { id: "sheets.spreadsheets.get", verb: "GET", host, path: SPREADSHEET, scopes: READ, metric: "Read", handle: get },
];

/** Protections hold against the account that asks. */
function asCaller(handle: Method["handle"]): Method["handle"] {
  return (request, world) => {
    const book = world.books.get(request.params.spreadsheetId ?? "");
    try {
      return book ? book.as(request.caller.email, () => handle(request, world)) : handle(request, world);
    } catch (error) {
      throw error instanceof SheetsError ? invalid(error.message) : error;
    }
  };
}

/** https://developers.google.com/workspace/sheets/api/reference/rest */
export const SHEETS_METHODS: readonly Method[] = METHODS.map((method) => ({ ...method, handle: asCaller(method.handle) }));
