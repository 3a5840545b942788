import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { NotInLoopback } from "../api-error";
import { maskOf } from "../fields-mask";
import { jsonAnswer } from "../network/call";
import type { Method } from "../router";
import { addBook } from "../world";
import { placeOf } from "./a1-range";
import { bookOf, touch } from "./access";
import { batchUpdate } from "./batch-update";
import { spreadsheetOut } from "./spreadsheet-out";

export const get: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "read");
  const { query } = request.call;
  const fields = query.get("fields");
  const places = query.getAll("ranges").map((range) => placeOf(book, range));
  const withCells = fields === null ? query.get("includeGridData") === "true" : true;
  return jsonAnswer(spreadsheetOut(book, { places, withCells, mask: (fields === null ? true : maskOf(fields)) ?? true }));
};

export const create: Method["handle"] = ({ caller, body }, world) => {
  const { properties, sheets, ...more } = body as sheets_v4.Schema$Spreadsheet;
  if (Object.keys(more).length > 0 || sheets?.some(({ data }) => data))
    throw new NotInLoopback("The loopback creates empty spreadsheets.");
  const options = {
    timeZone: properties?.timeZone ?? "Etc/GMT",
    locale: properties?.locale ?? "en_US",
    title: properties?.title ?? "Untitled spreadsheet",
    now: world.clock.now,
  };
  const book = addBook(world, options, { owner: caller.email, isOfApp: true });
  const given = (sheets ?? []).map(({ properties: of }) => ({ addSheet: { properties: of ?? {} } }));
  if (given.length > 0) {
    book.sheets = [];
    batchUpdate(book, given);
  }
  return jsonAnswer(spreadsheetOut(book, { places: [], withCells: false, mask: true }));
};

export const update: Method["handle"] = (request, world) => {
  const book = bookOf(request, world, "write");
  const given = request.body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const replies = batchUpdate(book, given.requests ?? []);
  touch(request, world);
  const places = (given.responseRanges ?? []).map((range) => placeOf(book, range));
  const asked = { places, withCells: given.responseIncludeGridData ?? false, mask: true } as const;
  const updatedSpreadsheet = given.includeSpreadsheetInResponse ? { updatedSpreadsheet: spreadsheetOut(book, asked) } : {};
  return jsonAnswer({ spreadsheetId: book.id, replies, ...updatedSpreadsheet });
};
