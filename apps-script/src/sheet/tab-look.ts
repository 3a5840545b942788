import type { Column, Table } from "../../domain/schema/index";
import {
  columnWidth,
  GREY_BODY,
  HEADER_FILL,
  type Highlight,
  highlightsOf,
  numberFormat,
  PLAIN_COLOUR,
  sideOf,
  tabLookOf,
} from "../../domain/schema/look";
import { lettersOf } from "../../domain/snapshot/address";
import type { SheetTab } from "./sheet-tab";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** Pixels of a character of the printed width. */
const PIXELS = 7.5;
const DARK = "#1F2933";
const LIGHT = "#FFFFFF";
/** Texts of several lines. */
const LONG = 26;

/**
 * Gives a new tab its formats, dropdowns, colours, frozen header and filter. Nothing is protected: a warning on every
 * sort teaches people to click warnings away. The headers stand in the first row, in the order of the schema.
 */
export function dressTab(app: App, tab: SheetTab, table: Table): void {
  const { sheet } = tab;
  const columns: readonly Column[] = Object.values(table.columns);
  const rows = sheet.getMaxRows();
  const look = tabLookOf(table);
  columns.forEach((column, index) => {
    dressColumn(app, tab, table, column, index + 1, rows);
  });
  sheet.setFrozenRows(1);
  if (look.frozen !== undefined) sheet.setFrozenColumns(look.frozen);
  tab.filter({ row: 1, column: 1, rows, columns: columns.length });
  sheet.setTabColor(`#${look.colour ?? PLAIN_COLOUR}`);
  addHighlights(app, tab, table, columns, rows);
}

/** One column: also one whose header was added to a tab that staff have arranged. */
export function dressColumn(
  app: App,
  tab: SheetTab,
  table: Table,
  column: Column,
  at: number,
  rows: number,
  headerRow = 1,
): void {
  const { sheet } = tab;
  const head = { row: headerRow, column: at, rows: 1, columns: 1 };
  const body = { row: headerRow + 1, column: at, rows: Math.max(1, rows - headerRow), columns: 1 };
  const { owner, note, width = 0 } = column;
  tab.paint(head, { background: `#${HEADER_FILL[owner]}`, text: owner === "system" ? LIGHT : DARK, bold: true });
  tab.align(head, "center", true);
  if (note !== undefined) tab.note(headerRow, at, note);
  tab.setFormat(body, numberFormat(column));
  if (owner === "computed" || owner === "system") tab.paint(body, { background: `#${GREY_BODY}` });
  tab.align(body, sideOf(column), width >= LONG && table.hidden !== true);
  const dropdown = dropdownOf(app, column);
  if (dropdown) tab.validate(body, dropdown);
  sheet.setColumnWidth(at, Math.round(columnWidth(column) * PIXELS));
  if (column.hidden) sheet.hideColumns(at);
}

/** The dropdown of a column that people fill in by choice; null for others. */
export function dropdownOf(app: App, { owner, allowed, note }: Column): GoogleAppsScript.Spreadsheet.DataValidation | null {
  if (!allowed || owner === "computed" || owner === "system") return null;
  const rule = app
    .newDataValidation()
    .requireValueInList([...allowed], true)
    .setAllowInvalid(true);
  return (note === undefined ? rule : rule.setHelpText(note)).build();
}

/** The conditional colours of a new tab; of several rules on a cell the first one wins. */
function addHighlights(app: App, tab: SheetTab, table: Table, columns: readonly Column[], rows: number): void {
  const rules = columns.flatMap((column, index) => {
    const cell = (isWide: boolean): string => `${isWide ? "$" : ""}${lettersOf(index)}2`;
    return highlightsOf(table, column).map((highlight: Highlight) => {
      const box = highlight.row
        ? { row: 2, column: 1, rows: rows - 1, columns: columns.length }
        : { row: 2, column: index + 1, rows: rows - 1, columns: 1 };
      return colourRule(tab.over(box, app.newConditionalFormatRule()), highlight, cell(highlight.row === true));
    });
  });
  if (rules.length > 0) tab.sheet.setConditionalFormatRules(rules);
}

/** A rule that colours the ranges of `builder`; `first` is the first cell of its column, as its formula says it. */
export function colourRule(
  builder: GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder,
  { when, paint }: Highlight,
  first: string,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  return builder
    .whenFormulaSatisfied(`=${when.split("{cell}").join(first)}`)
    .setBackground(`#${paint.fill}`)
    .setFontColor(`#${paint.text}`)
    .build();
}
