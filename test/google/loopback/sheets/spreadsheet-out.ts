import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { asksFor, type Mask, NOTHING, partOf } from "../fields-mask";
import { type Place, wholeOf } from "./a1-range";
import { askedOfCells, cellData } from "./cell-out";
import { colorOf, styleOf } from "./colors";
import { conditionalOut } from "./conditional";
import { gridRangeOf } from "./grid-range";
import { protectedOut } from "./protected";

interface Asked {
  /** Empty for all sheets, whole. */
  readonly places: readonly Place[];
  readonly withCells: boolean;
  readonly mask: Mask;
}

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets#Spreadsheet */
export function spreadsheetOut(book: InMemoryWorkbook, { places, withCells, mask }: Asked): sheets_v4.Schema$Spreadsheet {
  const cells = partOf(mask, "sheets", "data", "rowData", "values");
  const chosen = book.sheets.filter((sheet) => places.length === 0 || places.some((place) => place.sheet === sheet));
  const namedRanges = book.namedAreas.flatMap(({ name, sheetId, areas: [area] }) => {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    return sheet && area ? [{ namedRangeId: name, name, range: gridRangeOf(sheet, area) }] : [];
  });
  return {
    spreadsheetId: book.id,
    properties: { title: book.title, locale: book.locale, autoRecalc: "ON_CHANGE", timeZone: book.timeZone },
    sheets: chosen.map((sheet) => {
      const of = places.length === 0 ? [{ sheet, area: wholeOf(sheet) }] : places.filter((place) => place.sheet === sheet);
      return {
        ...sheetOut(sheet),
        ...(withCells && asksFor(mask, "sheets", "data") ? { data: of.map((place) => gridData(place, cells)) } : {}),
      };
    }),
    ...(namedRanges.length > 0 ? { namedRanges } : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
  };
}

export function propertiesOut(sheet: SheetModel): sheets_v4.Schema$SheetProperties {
  const { id, title, hidden, frozenRows, frozenColumns, tabColor } = sheet;
  return {
    sheetId: id,
    title,
    index: sheet.workbook.sheets.indexOf(sheet),
    sheetType: "GRID",
    gridProperties: {
      rowCount: sheet.maxRows,
      columnCount: sheet.maxColumns,
      ...(frozenRows > 0 ? { frozenRowCount: frozenRows } : {}),
      ...(frozenColumns > 0 ? { frozenColumnCount: frozenColumns } : {}),
    },
    ...(hidden ? { hidden } : {}),
    ...(tabColor === null ? {} : { tabColor: colorOf(tabColor), tabColorStyle: styleOf(tabColor) }),
  };
}

function sheetOut(sheet: SheetModel): sheets_v4.Schema$Sheet {
  const { merges, filter, conditionalRules, protections } = sheet;
  return {
    properties: propertiesOut(sheet),
    ...(merges.length > 0 ? { merges: merges.map((area) => gridRangeOf(sheet, area)) } : {}),
    ...(conditionalRules.length > 0 ? { conditionalFormats: conditionalRules.map((rule) => conditionalOut(sheet, rule)) } : {}),
    ...(filter ? { basicFilter: { range: gridRangeOf(sheet, filter) } } : {}),
    ...(protections.length > 0 ? { protectedRanges: protections.map((one, index) => protectedOut(sheet, one, index)) } : {}),
  };
}

/** Rows without anything at the end are left out, and cells without anything at the end of a row. */
function gridData({ sheet, area }: Place, mask: Mask | null): sheets_v4.Schema$GridData {
  const rows = sheet.rows.slice(area.row - 1, area.row - 1 + area.rows);
  const asked = askedOfCells(mask ?? true);
  const rowData = (mask === null ? [] : rows).map(({ cells }, r): sheets_v4.Schema$RowData => {
    const values: (sheets_v4.Schema$CellData | null)[] = [];
    const columns = Math.min(area.columns, cells.length - area.column + 1);
    for (let c = 0; c < columns; c++) values.push(cellData(sheet, area.row + r, area.column + c, asked));
    const last = values.findLastIndex((data) => data !== null);
    return last < 0 ? {} : { values: values.slice(0, last + 1).map((data) => data ?? NOTHING) };
  });
  return {
    ...(area.row > 1 ? { startRow: area.row - 1 } : {}),
    ...(area.column > 1 ? { startColumn: area.column - 1 } : {}),
    rowData: rowData.slice(0, rowData.findLastIndex(({ values }) => values) + 1),
    rowMetadata: rows.map(({ hidden, height }) => ({ ...(hidden ? { hiddenByUser: true } : {}), pixelSize: height ?? 21 })),
    columnMetadata: sheet.columns
      .slice(area.column - 1, area.column - 1 + area.columns)
      .map(({ hidden, width }) => ({ ...(hidden ? { hiddenByUser: true } : {}), pixelSize: width })),
  };
}
