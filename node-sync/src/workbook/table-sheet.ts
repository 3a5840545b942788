import type { Cell, Worksheet } from "exceljs";
import { type Column, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import { PLAIN_COLOUR, type TabLook, tabLookOf } from "../../../apps-script/domain/schema/look";
import { type Content, columnsOf, momentFormat, type TabContent } from "../copy/tab-content";
import * as say from "../wording/new-workbook";
import type { Placed } from "../xlsx/column-check";
import { codedText, codeOf } from "../xlsx/patch/cell-markup";
import { addHighlights } from "./highlights";
import { bodyStyle, columnWidth, headerStyle, LINE_HEIGHT, numberFormat } from "./look";
import { styleSettings } from "./settings-sheet";
import { addTableValidations } from "./validations";

/** Characters that fit on a page held upright. */
const PORTRAIT_WIDTH = 80;

/** Fills a new sheet: header, column styles, rows, dropdowns, colours, filter, frozen panes, print setup. */
export function fillTable(sheet: Worksheet, content: TabContent, placed: Placed): void {
  const { table, rows } = content;
  const columns = columnsOf(content);
  const look = tabLookOf(table);
  const rowLines = look.rowLines ?? 2;
  sheet.properties.defaultRowHeight = LINE_HEIGHT * rowLines + 3;
  columns.forEach((column, index) => {
    if (!column) return;
    const place = sheet.getColumn(index + 1);
    place.style = bodyStyle(column, rowLines);
    place.width = columnWidth(column);
    if (column.hidden) place.hidden = true;
  });
  sheet.getRow(1).height = LINE_HEIGHT + 9;
  for (const { at, cells } of rows) {
    cells.forEach((cell, index) => {
      if (cell !== null) fillCell(sheet.getCell(at, index + 1), cell, at === 1 ? null : (columns[index] ?? null));
    });
  }
  columns.forEach((column, index) => {
    if (column) sheet.getCell(1, index + 1).style = headerStyle(column.owner);
  });
  if (table.name === TABLES.settings.name) styleSettings(sheet, content);
  addTableValidations(sheet, columns, placed);
  addHighlights(sheet, table, columns);
  frame(sheet, table, columns, look);
}

/** What is not as its column says gets a format of its own, so that it reads as what it is. */
function fillCell(place: Cell, cell: NonNullable<Content>, column: Column | null): void {
  const own = column ? numberFormat(column) : "General";
  const format = (pattern: string): void => {
    if (pattern !== own) place.style = { ...place.style, numFmt: pattern };
  };
  switch (cell.kind) {
    case "text":
      place.value = writtenText(cell.text);
      break;
    case "truth":
      place.value = cell.truth;
      break;
    case "number":
      place.value = cell.number;
      if (column?.kind === "day") format("General");
      break;
    default:
      place.value = cell.serial;
      format(momentFormat(cell.serial, cell.isSpan).pattern);
  }
}

/** A text as exceljs must be given it: it loses DEL, and blanks other than spaces at either end need to be named. */
export function writtenText(text: string): string {
  return codedText(text).replace(/^[\t\n]|[\t\n]$|\u007f/g, codeOf);
}

function frame(sheet: Worksheet, table: Table, columns: readonly (Column | null)[], look: TabLook): void {
  const last = sheet.getColumn(columns.length).letter;
  const frozen = look.frozen ?? 0;
  sheet.autoFilter = `A1:${last}1`;
  sheet.views = [{ state: "frozen", xSplit: frozen, ySplit: 1 }];
  sheet.properties.tabColor = { argb: `FF${look.colour ?? PLAIN_COLOUR}` };
  const width = columns.reduce((sum, column) => sum + (column ? columnWidth(column) : PLAIN_WIDTH), 0);
  printOn(sheet, {
    landscape: !look.upright && width > PORTRAIT_WIDTH,
    pagesWide: look.pagesWide ?? 1,
    pagesHigh: look.pagesHigh ?? AS_NEEDED,
  });
  sheet.pageSetup.printTitlesRow = "1:1";
  if ((look.pagesWide ?? 1) > 1) sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(frozen).letter}`;
  if (table.hidden) sheet.state = "hidden";
}

/** Of a column that nobody made wider. */
const PLAIN_WIDTH = 9;

/** As many pages as the rows need. */
const AS_NEEDED = 0;

interface OnPaper {
  readonly landscape: boolean;
  readonly pagesWide: number;
  readonly pagesHigh?: number;
}

/** A4, fitted to so many pages, with tab name, day and page number around it. */
export function printOn(sheet: Worksheet, { landscape, pagesWide, pagesHigh = AS_NEEDED }: OnPaper): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: pagesHigh,
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddHeader = say.printHeader(sheet.name);
  sheet.headerFooter.oddFooter = say.printFooter;
}
