import type { Worksheet } from "exceljs";
import { type Column, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import type { InitialTab } from "../../../apps-script/domain/schema/initial";
import { PLAIN_COLOUR, TAB_LOOKS, type TabLook } from "../../../apps-script/domain/schema/look";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import * as say from "../wording/new-workbook";
import { serialOfDay } from "../xlsx/patch/cell-markup";
import { addHighlights } from "./highlights";
import { bodyStyle, columnWidth, headerStyle, LINE_HEIGHT } from "./look";
import { styleSettings } from "./settings-sheet";
import { addTableValidations } from "./validations";

/** Characters that fit on a page held upright. */
const PORTRAIT_WIDTH = 80;

/** Fills a new sheet: header, column styles, rows, dropdowns, colours, filter, frozen panes, print setup. */
export function fillTable(sheet: Worksheet, tab: InitialTab, rows: readonly (readonly Value[])[]): void {
  const { table } = tab;
  const columns = Object.values(table.columns);
  const look = TAB_LOOKS[table.title] ?? {};
  const rowLines = look.rowLines ?? 2;
  sheet.properties.defaultRowHeight = LINE_HEIGHT * rowLines + 3;
  columns.forEach((column, index) => {
    const place = sheet.getColumn(index + 1);
    place.style = bodyStyle(column, rowLines);
    place.width = columnWidth(column);
    if (column.hidden) place.hidden = true;
  });
  const header = sheet.getRow(1);
  header.height = LINE_HEIGHT + 9;
  columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.value = column.title;
    cell.style = headerStyle(column.owner);
  });
  for (const [index, row] of rows.entries()) fillRow(sheet, index + 2, columns, row);
  if (table.name === TABLES.settings.name) styleSettings(sheet);
  addTableValidations(sheet, table);
  addHighlights(sheet, table);
  frame(sheet, table, columns, look);
}

function fillRow(sheet: Worksheet, row: number, columns: readonly Column[], values: readonly Value[]): void {
  columns.forEach((column, index) => {
    const value = written(column, values[index] ?? null);
    if (value !== null) sheet.getCell(row, index + 1).value = value;
  });
}

/** The value as a cell holds it: days as serial numbers, a literal `_x0041_` protected from being decoded. */
export function written({ kind }: Column, value: Value): string | number | null {
  if (typeof value === "number") return kind === "number" ? value : String(value);
  if (value === null || value === "") return null;
  if (kind === "day") return serialOfDay(value, false) ?? value;
  return value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function frame(sheet: Worksheet, table: Table, columns: readonly Column[], look: TabLook): void {
  const last = sheet.getColumn(columns.length).letter;
  const frozen = look.frozen ?? 0;
  sheet.autoFilter = `A1:${last}1`;
  sheet.views = [{ state: "frozen", xSplit: frozen, ySplit: 1 }];
  sheet.properties.tabColor = { argb: `FF${look.colour ?? PLAIN_COLOUR}` };
  const width = columns.reduce((sum, column) => sum + columnWidth(column), 0);
  printOn(sheet, { landscape: width > PORTRAIT_WIDTH, pagesWide: look.pagesWide ?? 1 });
  sheet.pageSetup.printTitlesRow = "1:1";
  if ((look.pagesWide ?? 1) > 1) sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(frozen).letter}`;
  if (table.hidden) sheet.state = "hidden";
}

/** A4, fitted to the width of so many pages, with tab name, day and page number around it. */
export function printOn(sheet: Worksheet, { landscape, pagesWide }: { landscape: boolean; pagesWide: number }): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddHeader = say.printHeader(sheet.name);
  sheet.headerFooter.oddFooter = say.printFooter;
}
