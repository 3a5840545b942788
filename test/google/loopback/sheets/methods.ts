import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { atomically } from "../../workbook/save-point";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { ApiError, forbidden, invalid, notFound } from "../api-error";
import { maskOf } from "../fields-mask";
import type { Answer } from "../network/call";
import { type ApiRequest, type Method, scope } from "../router";
import { addBook, type World } from "../world";
import { placeOf } from "./a1-range";
import { batchUpdate } from "./batch-update";
import { spreadsheetOut } from "./spreadsheet-out";
import { type Rendering, valueRange } from "./values-read";
import { inputOptionOf, putValues } from "./values-write";

const host = "sheets.googleapis.com";
const WRITE = ["drive", "drive.file", "spreadsheets"].map(scope);
const READ = [...WRITE, ...["drive.readonly", "spreadsheets.readonly"].map(scope)];
const SPREADSHEET = "/v4/spreadsheets/{spreadsheetId}";

const get: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "read");
  const { query } = request.call;
  const fields = query.get("fields");
  const places = query.getAll("ranges").map((range) => placeOf(book, range));
  const withCells = fields === null ? query.get("includeGridData") === "true" : true;
  return json(spreadsheetOut(book, { places, withCells, mask: (fields === null ? true : maskOf(fields)) ?? true }));
};

const create: Method["handle"] = ({ caller, body }, world) => {
  const { properties, sheets, ...more } = body as sheets_v4.Schema$Spreadsheet;
  if (Object.keys(more).length > 0 || sheets?.some(({ data }) => data)) throw invalid("The loopback creates empty spreadsheets.");
  const book = addBook(world, caller.email, {
    timeZone: properties?.timeZone ?? "Etc/GMT",
    locale: properties?.locale ?? "en_US",
    title: properties?.title ?? "Untitled spreadsheet",
    now: world.clock.now,
  });
  const given = (sheets ?? []).map(({ properties: of }) => ({ addSheet: { properties: of ?? {} } }));
  if (given.length > 0) {
    book.sheets = [];
    batchUpdate(book, given);
  }
  return json(spreadsheetOut(book, { places: [], withCells: false, mask: true }));
};

const update: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const given = request.body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const replies = batchUpdate(book, given.requests ?? []);
  touch(request, world);
  const places = (given.responseRanges ?? []).map((range) => placeOf(book, range));
  const asked = { places, withCells: given.responseIncludeGridData ?? false, mask: true } as const;
  const updatedSpreadsheet = given.includeSpreadsheetInResponse ? { updatedSpreadsheet: spreadsheetOut(book, asked) } : {};
  return json({ spreadsheetId: book.id, replies, ...updatedSpreadsheet });
};

const getValues: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "read");
  return json(valueRange(placeOf(book, request.params.range ?? ""), renderingOf(request.call.query)));
};

const getManyValues: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "read");
  const rendering = renderingOf(request.call.query);
  const valueRanges = request.call.query.getAll("ranges").map((range) => valueRange(placeOf(book, range), rendering));
  return json({ spreadsheetId: book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) });
};

const putSome: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const given = request.body as sheets_v4.Schema$ValueRange;
  const range = request.params.range ?? "";
  if (given.range && given.range !== range) {
    throw invalid(`Requested writing within range [${range}], but the data is for range [${given.range}]`);
  }
  const option = inputOptionOf(request.call.query.get("valueInputOption"));
  const count = atomically(book, () => putValues(book, given, option, range));
  touch(request, world);
  return json(count.answer(book.id, placeOf(book, range)));
};

const putMany: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const given = request.body as sheets_v4.Schema$BatchUpdateValuesRequest;
  const option = inputOptionOf(given.valueInputOption);
  const counts = atomically(book, () =>
    (given.data ?? []).map((range, index) => named(`data[${index}]`, () => putValues(book, range, option))),
  );
  touch(request, world);
  const sum = (of: "rows" | "columns" | "cells"): number => counts.reduce((all, { size }) => all + size[of], 0);
  return json({
    spreadsheetId: book.id,
    totalUpdatedRows: sum("rows"),
    totalUpdatedColumns: sum("columns"),
    totalUpdatedCells: sum("cells"),
    totalUpdatedSheets: new Set((given.data ?? []).map(({ range }) => placeOf(book, range ?? "").sheet)).size,
    responses: counts.map((count, index) => count.answer(book.id, placeOf(book, given.data?.[index]?.range ?? ""))),
  });
};

/** https://developers.google.com/workspace/sheets/api/reference/rest */
export const SHEETS_METHODS: readonly Method[] = [
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

/** The spreadsheet, when it is there and the caller may do that to it. */
function bookOf({ params, caller }: ApiRequest, { drive, books }: World, access: "read" | "write"): InMemoryWorkbook {
  const file = drive.files.get(params.spreadsheetId ?? "");
  if (!file) throw notFound();
  const isAllowed = access === "write" ? drive.mayEdit(file, caller.email) : drive.roleOf(file, caller.email) !== null;
  if (!isAllowed) throw forbidden();
  const book = books.get(file.id);
  if (!book) throw new ApiError("FAILED_PRECONDITION", "This operation is not supported for this document");
  return book;
}

function touch({ params }: ApiRequest, { drive, clock }: World): void {
  const file = drive.files.get(params.spreadsheetId ?? "");
  if (file) file.modifiedTime = clock.now();
}

function renderingOf(query: URLSearchParams): Rendering {
  return {
    values: oneOf(query, "valueRenderOption", ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"]),
    moments: oneOf(query, "dateTimeRenderOption", ["SERIAL_NUMBER", "FORMATTED_STRING"]),
    dimension: oneOf(query, "majorDimension", ["ROWS", "COLUMNS"]),
  };
}

/** The first is the one when nothing is asked for. */
function oneOf<T extends string>(query: URLSearchParams, name: string, known: readonly [T, ...T[]]): T {
  const asked = query.get(name) ?? known[0];
  const found = known.find((one) => one === asked);
  if (found) return found;
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  throw invalid(`Invalid value at '${field}': "${asked}"`);
}

function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ApiError ? invalid(`Invalid ${name}: ${error.message}`) : error;
  }
}

function json(value: unknown): Answer {
  return { status: 200, json: value };
}
