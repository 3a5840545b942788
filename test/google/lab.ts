import type { Host } from "../../apps-script/domain/operations/host";
import { SEALS } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import type { Value } from "../../apps-script/domain/snapshot/value";
import type { Lab, LabCell, LabFormula, LabTab } from "../hosts/lab";
import { createGoogle, type Google, type GoogleOptions } from "./google";
import { gridOf } from "./spreadsheet/place";
import { areaOfA1 } from "./workbook/area";
import type { ProtectionModel } from "./workbook/furniture";
import { displayText } from "./workbook/number-format";
import { serialOfDay } from "./workbook/serial-days";
import { type SheetModel, setFormula, setValue } from "./workbook/sheet-model";
import { isSpilled, spillInto } from "./workbook/spill";
import type { InMemoryWorkbook } from "./workbook/workbook";

export interface GoogleLab extends Lab {
  readonly google: Google;
}

export interface GoogleLabOptions extends Partial<GoogleOptions> {
  /** Texts `YYYY-MM-DD` are loaded as text, or as days of the sheet. */
  readonly days?: "text" | "dates";
}

/** A spreadsheet in memory, with a host over its services; staff's hands work on the workbook behind them. */
export function googleLab(makeHost: (google: Google) => Host, options: GoogleLabOptions = {}): GoogleLab {
  const google = createGoogle({ timeZone: "Asia/Shanghai", scriptTimeZone: "Asia/Shanghai", ...options });
  return {
    google,
    host: makeHost(google),
    load: async (tabs) => loadTabs(google.workbook, tabs, options.days ?? "text"),
    dump: async () => dumpTabs(google.workbook),
    protect: (title, isProtected) => {
      google.setPerson("clerk@example.org");
      protectTab(google.workbook, title, isProtected);
    },
  };
}

/** The owner protects a tab against everybody else, or lifts that. */
export function protectTab(book: InMemoryWorkbook, title: string, isProtected = true): void {
  const sheet = book.sheetTitled(title);
  if (!sheet) throw new Error(`No sheet is called ${title}.`);
  const whole: ProtectionModel = {
    ...{ kind: "SHEET", areas: [], unprotected: [] },
    ...{ description: "", warningOnly: false, editors: [] },
  };
  sheet.protections = isProtected ? [whole] : [];
}

/** Replaces all sheets. Texts are put in as text, never read as a number, a day or a formula. */
export function loadTabs(book: InMemoryWorkbook, tabs: readonly LabTab[], days: "text" | "dates" = "text"): void {
  book.sheets = [];
  book.namedAreas = [];
  for (const tab of tabs) {
    const width = tab.cells.reduce((most, cells) => Math.max(most, cells.length), 26);
    const sheet = book.addSheet(tab.title, book.sheets.length, Math.max(1000, tab.cells.length), width);
    tab.cells.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell !== null) put(sheet, row + 1, column + 1, cell, days);
      });
    });
    sheet.merges = (tab.merges ?? []).flatMap(
      (range) => areaOfA1(range, { rows: sheet.maxRows, columns: sheet.maxColumns }) ?? [],
    );
    for (const [range, format] of Object.entries(tab.formats ?? {})) setFormat(sheet, range, format);
    for (const index of tab.hiddenRows ?? []) {
      const row = sheet.rows[index];
      if (row) row.hidden = true;
    }
  }
  book.activeSheetId = book.sheets[0]?.id ?? 0;
}

function setFormat(sheet: SheetModel, range: string, format: string): void {
  const area = areaOfA1(range, { rows: sheet.maxRows, columns: sheet.maxColumns });
  if (!area) throw new Error(`no range ${range}`);
  gridOf(area, (row, column) => {
    sheet.cell(row, column).numberFormat = format;
  });
}

function put(sheet: SheetModel, row: number, column: number, given: Exclude<LabCell, null>, days: "text" | "dates"): void {
  const cell = sheet.cell(row, column);
  if (typeof given === "object") {
    putFormula(sheet, row, column, given);
    return;
  }
  const serial = days === "dates" && typeof given === "string" ? serialOf(given) : null;
  if (serial === null) setValue(cell, given);
  else {
    cell.numberFormat = "yyyy-mm-dd";
    setValue(cell, serial);
  }
}

function putFormula(sheet: SheetModel, row: number, column: number, { formula, result, fills = [] }: LabFormula): void {
  const cell = sheet.cell(row, column);
  setFormula(cell, `=${formula}`);
  if (sheet.value(row, column) !== (result ?? "")) Object.assign(cell, { value: result ?? "", pinned: true });
  const parts = fills.flatMap((line, down) =>
    line.flatMap((value, across) =>
      down + across === 0 ? [] : [[sheet.cell(row + down, column + across), value ?? ""] as const],
    ),
  );
  if (parts.length > 0) spillInto(cell, parts);
}

function serialOf(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? null : serialOfDay(Number(year), Number(month), Number(day));
}

/** A workbook that was read, as tabs to load. */
export function tabsOfGrids(grids: Grids): LabTab[] {
  return grids.map(({ title, headerRow, header, rows }) => {
    const cells: LabCell[][] = [];
    cells[headerRow - 1] = [...header];
    for (const { at, values } of rows) cells[at - 1] = [...values];
    return { title, cells: Array.from(cells, (line) => line ?? []) };
  });
}

export function dumpTabs(book: InMemoryWorkbook): LabTab[] {
  return book.sheets.map(dumpSheet);
}

function dumpSheet(sheet: SheetModel): LabTab {
  const [rows, columns] = [sheet.lastRow(), sheet.lastColumn()];
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => labCell(sheet, row + 1, column + 1)),
  );
  const hiddenRows = sheet.rows.flatMap(({ hidden }, index) => (hidden ? [index] : []));
  return { title: sheet.title, cells, ...(hiddenRows.length > 0 ? { hiddenRows } : {}) };
}

function labCell(sheet: SheetModel, row: number, column: number): LabCell {
  const cell = sheet.peek(row, column);
  if (!cell) return null;
  if (isSpilled(cell)) return null;
  const result = plainValue(sheet, row, column);
  return cell.formula === null ? result : { formula: cell.formula.slice(1), result };
}

function plainValue(sheet: SheetModel, row: number, column: number): Value {
  const value = sheet.value(row, column);
  if (value === "") return null;
  if (typeof value === "boolean") return displayText(value, null);
  if (typeof value !== "number" || !sheet.isMoment(sheet.peek(row, column))) return value;
  return displayText(value, Number.isInteger(value) ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss");
}

/** The tabs of a workbook that goes on as this Sheet, as `anpei copied --same` leaves them. */
export function settledIn(document: string, tabs: readonly LabTab[]): LabTab[] {
  return tabs.map((tab) => {
    if (tab.title !== SEALS.title) return tab;
    const column = tab.cells[0]?.indexOf(SEALS.columns.document.title) ?? -1;
    const cells = tab.cells.map((row, at) => (at === 0 ? row : Array.from(tab.cells[0] ?? [], (_, place) => row[place] ?? null)));
    for (const row of cells.slice(1)) if (row.some((cell) => cell !== null)) row[column] = document;
    return { ...tab, cells };
  });
}
