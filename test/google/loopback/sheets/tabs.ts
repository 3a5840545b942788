import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { deleteLines, insertLines } from "../../workbook/lines";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";
import { maskOf, pathsOf } from "../fields-mask";
import { hexOf, hexOfStyle } from "./colors";
import { gridOf } from "./grid-range";
import { propertiesOut } from "./spreadsheet-out";

type Properties = sheets_v4.Schema$SheetProperties;
type Setter = (sheet: SheetModel, given: Properties) => void;

const NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";

const SETTERS: Readonly<Record<string, Setter>> = {
  title: (sheet, { title }) => sheet.workbook.rename(sheet, title ?? ""),
  index: (sheet, { index }) => moveTo(sheet, index ?? sheet.workbook.sheets.length),
  hidden: (sheet, { hidden }) => hide(sheet, hidden ?? false),
  tabColor: (sheet, given) => color(sheet, given),
  tabColorStyle: (sheet, given) => color(sheet, given),
  "gridProperties.rowCount": (sheet, { gridProperties }) => resize(sheet, "rows", gridProperties?.rowCount ?? 0),
  "gridProperties.columnCount": (sheet, { gridProperties }) => resize(sheet, "columns", gridProperties?.columnCount ?? 0),
  "gridProperties.frozenRowCount": (sheet, { gridProperties }) =>
    freeze(sheet, "frozenRows", gridProperties?.frozenRowCount ?? 0),
  "gridProperties.frozenColumnCount": (sheet, { gridProperties }) =>
    freeze(sheet, "frozenColumns", gridProperties?.frozenColumnCount ?? 0),
};

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#AddSheetRequest */
export function addSheet(book: InMemoryWorkbook, { properties }: sheets_v4.Schema$AddSheetRequest): object {
  const given = properties ?? {};
  const { rowCount, columnCount } = given.gridProperties ?? {};
  const { sheetId } = given;
  if (sheetId != null && book.sheets.some(({ id }) => id === sheetId)) {
    throw invalid(`A sheet with the id ${sheetId} already exists. Please enter another id.`);
  }
  if (given.sheetType && given.sheetType !== "GRID") throw new NotInLoopback("The loopback has sheets with cells only.");
  const index = given.index ?? book.sheets.length;
  if (index < 0 || index > book.sheets.length) throw invalid(`Invalid sheet index: ${index}`);
  const sheet = book.addSheet(given.title ?? freeTitle(book), index, rowCount ?? 1000, columnCount ?? 26, sheetId ?? undefined);
  for (const path of leavesOf(given)) if (!ADDED_WITH.has(path)) setterOf(path)(sheet, given);
  return { properties: propertiesOut(sheet) };
}

const ADDED_WITH = new Set(["sheetId", "title", "index", "sheetType", "gridProperties.rowCount", "gridProperties.columnCount"]);

export function deleteSheet(book: InMemoryWorkbook, { sheetId }: sheets_v4.Schema$DeleteSheetRequest): undefined {
  book.deleteSheet(gridOf(book, sheetId, "sheet"));
  return undefined;
}

export function updateSheet(book: InMemoryWorkbook, given: sheets_v4.Schema$UpdateSheetPropertiesRequest): undefined {
  const mask = maskOf(given.fields ?? "");
  if (!mask) throw invalid(NO_FIELDS);
  const properties = given.properties ?? {};
  const sheet = gridOf(book, properties.sheetId, "sheet");
  for (const path of pathsOf(mask)) {
    if (path === "*") throw new NotInLoopback("The loopback doesn't take * for the properties of a sheet.");
    const whole = Object.keys(SETTERS).filter((name) => name.startsWith(`${path}.`));
    for (const name of whole.length > 0 ? whole : [path]) setterOf(name)(sheet, properties);
  }
  return undefined;
}

export function updateSpreadsheet(book: InMemoryWorkbook, given: sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest): undefined {
  const mask = maskOf(given.fields ?? "");
  if (!mask) throw invalid(NO_FIELDS);
  for (const path of pathsOf(mask)) {
    if (path !== "title" && path !== "locale" && path !== "timeZone") {
      throw new NotInLoopback(`The loopback keeps no ${path} of a spreadsheet.`);
    }
    book[path] = given.properties?.[path] ?? "";
  }
  return undefined;
}

function setterOf(path: string): Setter {
  const setter = SETTERS[path];
  if (!setter) throw new NotInLoopback(`The loopback keeps no ${path} of a sheet.`);
  return setter;
}

/** The paths of what was given. */
function leavesOf(given: object, before = ""): string[] {
  return Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
    const isColor = name === "tabColor" || name === "tabColorStyle";
    return typeof value === "object" && value !== null && !isColor ? leavesOf(value, `${name}.`) : [`${before}${name}`];
  });
}

/** The index counts before the move: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#SheetProperties */
function moveTo(sheet: SheetModel, index: number): void {
  const { sheets } = sheet.workbook;
  const at = sheets.indexOf(sheet);
  if (index < 0 || index > sheets.length) throw invalid(`Invalid sheet index: ${index}`);
  if (index === at || index === at + 1) return;
  sheets.splice(at, 1);
  sheets.splice(index > at ? index - 1 : index, 0, sheet);
}

function hide(sheet: SheetModel, hidden: boolean): void {
  if (hidden && sheet.workbook.sheets.every((other) => other === sheet || other.hidden)) {
    throw invalid("You can't hide all the sheets in a document.");
  }
  sheet.hidden = hidden;
}

function color(sheet: SheetModel, { tabColor, tabColorStyle }: Properties): void {
  sheet.tabColor = hexOfStyle(tabColorStyle) ?? hexOf(tabColor) ?? null;
}

function freeze(sheet: SheetModel, lines: "frozenRows" | "frozenColumns", count: number): void {
  const most = lines === "frozenRows" ? sheet.maxRows : sheet.maxColumns;
  const word = lines === "frozenRows" ? "rows" : "columns";
  if (count >= most) throw invalid(`You can't freeze all visible ${word} on the sheet.`);
  sheet[lines] = count;
}

/** A smaller grid loses what lay outside. */
function resize(sheet: SheetModel, dimension: "rows" | "columns", count: number): void {
  const has = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (count < 1) throw invalid(`The number of ${dimension} must be at least 1.`);
  if (count > has) insertLines(sheet, dimension, has + 1, count - has, has);
  if (count < has) deleteLines(sheet, dimension, count + 1, has - count);
}

function freeTitle(book: InMemoryWorkbook): string {
  let number = book.sheets.length + 1;
  while (book.sheetTitled(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}
