import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import { titlesOf } from "../../../apps-script/domain/schema/column";
import { DASHBOARD } from "../../../apps-script/domain/schema/index";
import {
  columnWidth,
  GREY_BODY,
  HEADER_FILL,
  type Highlight,
  highlightsOf,
  PLAIN_COLOUR,
  sideOf,
  tabLookOf,
} from "../../../apps-script/domain/schema/look";
import { columnsOf, contentOfInitial, type TabContent } from "../copy/tab-content";
import { lettersOf } from "../xlsx/cell-reference";
import { colour } from "./colour";
import { chartRequests } from "./dashboard-charts";
import { formatOfColumn } from "./number-formats";
import type { Request } from "./sheets-client";
import { contentRequests } from "./tab-cells";

const PIXELS = 7.5;
/** Texts of several lines. */
const LONG = 26;
/** What Google gives a new tab. */
const ROWS = 1000;
const COLUMNS = 26;

/** A tab that is to be made, in a grid of so many rows. */
interface Plan {
  readonly sheetId: number;
  readonly table: Table;
  readonly columns: readonly (Column | null)[];
  readonly rows: number;
  /** Row of the headers, from 1. */
  readonly headerRow: number;
}

/** The requests that make a tab without rows under its own title. */
export function newTabRequests(table: Table): Request[] {
  const content = contentOfInitial({ table, header: titlesOf(table), rows: [] });
  const sheetId = freshSheetId();
  return [...dressedTab(sheetId, table.title, content), ...contentRequests(sheetId, content)];
}

export function freshSheetId(): number {
  return 1 + Math.floor(Math.random() * (2 ** 31 - 2));
}

/**
 * The requests that make a tab as the add-on makes it, but for its cells: formats, dropdowns, colours, frozen header,
 * filter. Columns of the schema are dressed wherever they stand; the staff's own stay plain.
 */
export function dressedTab(sheetId: number, title: string, content: TabContent): Request[] {
  const { table } = content;
  const last = content.rows.at(-1)?.at ?? 1;
  const plan: Plan = { sheetId, table, columns: columnsOf(content), rows: Math.max(ROWS, last), headerRow: 1 };
  const whole = { sheetId, startRowIndex: 0, endRowIndex: plan.rows, startColumnIndex: 0, endColumnIndex: plan.columns.length };
  return [
    { addSheet: { properties: propertiesOf(plan, title) } },
    headerRequest(plan),
    ...plan.columns.flatMap((column, index) => (column ? columnRequests(plan, column, index) : [])),
    ...highlightRequests(plan),
    { setBasicFilter: { filter: { range: whole } } },
    ...(table.name === DASHBOARD.name ? chartRequests(sheetId, plan.columns) : []),
  ];
}

function propertiesOf({ sheetId, table, columns, rows }: Plan, title: string): sheets_v4.Schema$SheetProperties {
  const look = tabLookOf(table);
  const grid = { rowCount: rows, columnCount: Math.max(COLUMNS, columns.length), frozenRowCount: 1 };
  return {
    sheetId,
    title,
    hidden: table.hidden === true,
    gridProperties: { ...grid, ...(look.frozen === undefined ? {} : { frozenColumnCount: look.frozen }) },
    tabColorStyle: { rgbColor: colour(look.colour ?? PLAIN_COLOUR) },
  };
}

function headerRequest({ sheetId, columns, headerRow }: Plan): Request {
  const values = columns.map((column): sheets_v4.Schema$CellData => (column ? headerCell(column) : {}));
  const start = { sheetId, rowIndex: headerRow - 1, columnIndex: 0 };
  return { updateCells: { start, rows: [{ values }], fields: "userEnteredFormat,note" } };
}

function headerCell({ owner, note }: Column): sheets_v4.Schema$CellData {
  return {
    userEnteredFormat: {
      backgroundColorStyle: { rgbColor: colour(HEADER_FILL[owner]) },
      textFormat: { bold: true, foregroundColorStyle: { rgbColor: colour(owner === "system" ? "FFFFFF" : "1F2933") } },
      horizontalAlignment: "CENTER",
      verticalAlignment: "MIDDLE",
      wrapStrategy: "WRAP",
    },
    ...(note === undefined ? {} : { note }),
  };
}

/** The requests that give a column its look whose header stands in a tab that staff have arranged; not its colours. */
export function newColumnRequests(plan: Omit<Plan, "columns">, column: Column, index: number): Request[] {
  const start = { sheetId: plan.sheetId, rowIndex: plan.headerRow - 1, columnIndex: index };
  const header = { updateCells: { start, rows: [{ values: [headerCell(column)] }], fields: "userEnteredFormat,note" } };
  return [header, ...columnRequests(plan, column, index)];
}

/** A dropdown as it stands in the cells of a column; null for columns that people do not fill in by choice. */
export function dropdownOf({ owner, allowed, note }: Column): sheets_v4.Schema$DataValidationRule | null {
  if (!allowed || owner === "computed" || owner === "system") return null;
  const condition = { type: "ONE_OF_LIST", values: allowed.map((userEnteredValue) => ({ userEnteredValue })) };
  return { condition, strict: false, showCustomUi: true, ...(note === undefined ? {} : { inputMessage: note }) };
}

function columnRequests({ sheetId, table, rows, headerRow }: Omit<Plan, "columns">, column: Column, index: number): Request[] {
  const { owner, width = 0, hidden } = column;
  const body = { sheetId, startRowIndex: headerRow, endRowIndex: rows, startColumnIndex: index, endColumnIndex: index + 1 };
  const isGrey = owner === "computed" || owner === "system";
  const format = formatOfColumn(column);
  const cell: sheets_v4.Schema$CellData = {
    userEnteredFormat: {
      ...(format ? { numberFormat: format } : {}),
      horizontalAlignment: sideOf(column).toUpperCase(),
      verticalAlignment: "MIDDLE",
      wrapStrategy: width >= LONG && table.hidden !== true ? "WRAP" : "OVERFLOW_CELL",
      ...(isGrey ? { backgroundColorStyle: { rgbColor: colour(GREY_BODY) } } : {}),
    },
  };
  const requests: Request[] = [{ repeatCell: { range: body, cell, fields: "userEnteredFormat" } }];
  const rule = dropdownOf(column);
  if (rule) requests.push({ setDataValidation: { range: body, rule } });
  const range = { sheetId, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 };
  const size = { pixelSize: Math.round(columnWidth(column) * PIXELS) };
  requests.push({ updateDimensionProperties: { range, properties: size, fields: "pixelSize" } });
  if (hidden) requests.push({ updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: "hiddenByUser" } });
  return requests;
}

/** Of several rules on a cell the first one wins. */
function highlightRequests({ sheetId, table, columns, rows }: Plan): Request[] {
  const rules = columns.flatMap((column, index) =>
    (column ? highlightsOf(table, column) : []).map((highlight) => {
      const across = highlight.row
        ? { startColumnIndex: 0, endColumnIndex: columns.length }
        : { startColumnIndex: index, endColumnIndex: index + 1 };
      const range = { sheetId, startRowIndex: 1, endRowIndex: rows, ...across };
      return colourRule(highlight, [range], `${highlight.row ? "$" : ""}${lettersOf(index)}2`);
    }),
  );
  return rules.map((rule, index) => ({ addConditionalFormatRule: { rule, index } }));
}

/** A rule that colours ranges; `first` is the first cell of its column, as its formula says it. */
export function colourRule(
  { when, paint }: Highlight,
  ranges: sheets_v4.Schema$GridRange[],
  first: string,
): sheets_v4.Schema$ConditionalFormatRule {
  return {
    ranges,
    booleanRule: {
      condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: `=${when.split("{cell}").join(first)}` }] },
      format: {
        backgroundColorStyle: { rgbColor: colour(paint.fill) },
        textFormat: { foregroundColorStyle: { rgbColor: colour(paint.text) } },
      },
    },
  };
}
