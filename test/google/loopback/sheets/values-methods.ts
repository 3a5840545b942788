import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { atomically } from "../../workbook/save-point";
import { SheetsError } from "../../workbook/sheets-error";
import { ApiError, invalid, NotInLoopback } from "../api-error";
import { jsonAnswer } from "../network/call";
import type { Method } from "../router";
import { placeOf, rangeText } from "./a1-range";
import { bookOf, touch } from "./access";
import { type Rendering, valueRange } from "./values-read";
import { clearValues, inputOptionOf, putValues } from "./values-write";

export const getValues: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "read");
  return jsonAnswer(valueRange(placeOf(book, request.params.range ?? ""), renderingOf(request.call.query)));
};

export const getManyValues: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "read");
  const rendering = renderingOf(request.call.query);
  const valueRanges = request.call.query.getAll("ranges").map((range) => valueRange(placeOf(book, range), rendering));
  return jsonAnswer({ spreadsheetId: book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) });
};

export const putSome: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const given = request.body as sheets_v4.Schema$ValueRange;
  const range = request.params.range ?? "";
  if (given.range && given.range !== range) {
    throw invalid(`Requested writing within range [${range}], but the data is for range [${given.range}]`);
  }
  const option = inputOptionOf(request.call.query.get("valueInputOption"));
  const count = atomically(book, () => putValues(book, given, option, range));
  touch(request, world);
  const answer = count.answer(book.id, placeOf(book, range));
  const isAsked = request.call.query.get("includeValuesInResponse") === "true";
  if (!isAsked) return jsonAnswer(answer);
  return jsonAnswer({ ...answer, updatedData: valueRange(placeOf(book, range), renderingOf(request.call.query, "response")) });
};

export const putMany: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const given = request.body as sheets_v4.Schema$BatchUpdateValuesRequest;
  if (given.includeValuesInResponse) throw new NotInLoopback("The loopback doesn't send written values back.");
  const option = inputOptionOf(given.valueInputOption);
  const counts = atomically(book, () =>
    (given.data ?? []).map((range, index) => named(`data[${index}]`, () => putValues(book, range, option))),
  );
  touch(request, world);
  const sum = (of: "rows" | "columns" | "cells"): number => counts.reduce((all, { size }) => all + size[of], 0);
  return jsonAnswer({
    spreadsheetId: book.id,
    totalUpdatedRows: sum("rows"),
    totalUpdatedColumns: sum("columns"),
    totalUpdatedCells: sum("cells"),
    totalUpdatedSheets: new Set((given.data ?? []).map(({ range }) => placeOf(book, range ?? "").sheet)).size,
    responses: counts.map((count, index) => count.answer(book.id, placeOf(book, given.data?.[index]?.range ?? ""))),
  });
};

/** Formats stay: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/clear */
export const clear: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const place = placeOf(book, request.params.range ?? "");
  clearValues(place);
  touch(request, world);
  return jsonAnswer({ spreadsheetId: book.id, clearedRange: rangeText(place) });
};

/** The options of an answer to a write have names of their own. */
function renderingOf(query: URLSearchParams, of: "read" | "response" = "read"): Rendering {
  const name = (option: string): string => (of === "read" ? option : `response${option[0]?.toUpperCase()}${option.slice(1)}`);
  return {
    values: oneOf(query, name("valueRenderOption"), ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"]),
    moments: oneOf(query, name("dateTimeRenderOption"), ["SERIAL_NUMBER", "FORMATTED_STRING"]),
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
    throw error instanceof ApiError || error instanceof SheetsError ? invalid(`Invalid ${name}: ${error.message}`) : error;
  }
}
