import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import {
  columnWidth,
  GREY_BODY,
  HEADER_FILL,
  highlightsOf,
  PLAIN_COLOUR,
  sideOf,
  TAB_LOOKS,
} from "../../../apps-script/domain/schema/look";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { updateRequests } from "./cell-requests";
import { formatOfColumn } from "./number-formats";
import type { Request } from "./sheets-client";

const PIXELS = 7.5;
const LONG = 26;
const ROWS = 1000;

/** The requests that make a tab as the add-on makes it: header, formats, dropdowns, colours, frozen header, filter. */
export function newTabRequests(table: Table, rows: readonly (readonly Value[])[]): Request[] {
  const columns: readonly Column[] = Object.values(table.columns);
  const sheetId = Math.floor(Math.random() * 2 ** 31);
  const look = TAB_LOOKS[table.title] ?? {};
  const grid = { rowCount: Math.max(ROWS, rows.length + 1), columnCount: columns.length, frozenRowCount: 1 };
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    title: table.title,
    hidden: table.hidden === true,
    gridProperties: { ...grid, ...(look.frozen === undefined ? {} : { frozenColumnCount: look.frozen }) },
    tabColorStyle: { rgbColor: colour(look.colour ?? PLAIN_COLOUR) },
  };
  const whole = { sheetId, startRowIndex: 0, endRowIndex: grid.rowCount, startColumnIndex: 0, endColumnIndex: columns.length };
  return [
    { addSheet: { properties } },
    headerRequest(sheetId, columns),
    ...columns.flatMap((column, index) => columnRequests(sheetId, table, column, index, grid.rowCount)),
    ...highlightRequests(sheetId, table, columns, grid.rowCount),
    ...rowRequests(sheetId, columns, rows),
    { setBasicFilter: { filter: { range: whole } } },
  ];
}

function rowRequests(sheetId: number, columns: readonly Column[], rows: readonly (readonly Value[])[]): Request[] {
  if (rows.length === 0) return [];
  const formats = columns.map((column) => (column.kind === "day" ? formatOfColumn(column) : undefined));
  const cells = rows.map((row) => columns.map((_, index) => ({ value: row[index] ?? null, raw: row[index] ?? "" })));
  return updateRequests(sheetId, { row: 2, column: 0, cells }, (column) => formats[column]);
}

function headerRequest(sheetId: number, columns: readonly Column[]): Request {
  const values = columns.map(
    ({ title, owner, note }): sheets_v4.Schema$CellData => ({
      userEnteredValue: { stringValue: title },
      userEnteredFormat: {
        backgroundColorStyle: { rgbColor: colour(HEADER_FILL[owner]) },
        textFormat: { bold: true, foregroundColorStyle: { rgbColor: colour(owner === "system" ? "FFFFFF" : "1F2933") } },
        horizontalAlignment: "CENTER",
        verticalAlignment: "MIDDLE",
        wrapStrategy: "WRAP",
      },
      ...(note === undefined ? {} : { note }),
    }),
  );
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [{ values }],
      fields: "userEnteredValue,userEnteredFormat,note",
    },
  };
}

function columnRequests(sheetId: number, table: Table, column: Column, index: number, rows: number): Request[] {
  const { owner, allowed, note, width = 0, hidden } = column;
  const body = { sheetId, startRowIndex: 1, endRowIndex: rows, startColumnIndex: index, endColumnIndex: index + 1 };
  const isGrey = owner === "computed" || owner === "system";
  const cell: sheets_v4.Schema$CellData = {
    userEnteredFormat: {
      numberFormat: formatOfColumn(column),
      horizontalAlignment: sideOf(column).toUpperCase(),
      verticalAlignment: "MIDDLE",
      wrapStrategy: width >= LONG && table.hidden !== true ? "WRAP" : "OVERFLOW_CELL",
      ...(isGrey ? { backgroundColorStyle: { rgbColor: colour(GREY_BODY) } } : {}),
    },
  };
  const requests: Request[] = [{ repeatCell: { range: body, cell, fields: "userEnteredFormat" } }];
  if (allowed && !isGrey) {
    const condition = { type: "ONE_OF_LIST", values: allowed.map((userEnteredValue) => ({ userEnteredValue })) };
    const rule = { condition, strict: false, showCustomUi: true, ...(note === undefined ? {} : { inputMessage: note }) };
    requests.push({ setDataValidation: { range: body, rule } });
  }
  const range = { sheetId, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 };
  const size = { pixelSize: Math.round(columnWidth(column) * PIXELS) };
  requests.push({ updateDimensionProperties: { range, properties: size, fields: "pixelSize" } });
  if (hidden) requests.push({ updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: "hiddenByUser" } });
  return requests;
}

function highlightRequests(sheetId: number, table: Table, columns: readonly Column[], rows: number): Request[] {
  const rules = columns.flatMap((column, index) =>
    highlightsOf(table, column).map(({ when, paint, row }) => {
      const cell = `${row ? "$" : ""}${String.fromCharCode(65 + (index % 26))}2`;
      const name = index < 26 ? cell : cell.replace(/^(\$?)/, `$1${String.fromCharCode(64 + Math.floor(index / 26))}`);
      const across = row
        ? { startColumnIndex: 0, endColumnIndex: columns.length }
        : { startColumnIndex: index, endColumnIndex: index + 1 };
      return {
        ranges: [{ sheetId, startRowIndex: 1, endRowIndex: rows, ...across }],
        booleanRule: {
          condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: `=${when.split("{cell}").join(name)}` }] },
          format: {
            backgroundColorStyle: { rgbColor: colour(paint.fill) },
            textFormat: { foregroundColorStyle: { rgbColor: colour(paint.text) } },
          },
        },
      };
    }),
  );
  return rules.map((rule, index) => ({ addConditionalFormatRule: { rule, index } }));
}

function colour(hex: string): sheets_v4.Schema$Color {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}
