/// <reference types="google-apps-script" />

import { Face, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { SheetModel } from "../workbook/sheet-model";
import { SheetsError } from "../workbook/sheets-error";
import { NamedRangeFace, nameRange, removeName } from "./named-range";
import { areaAsked, type GRange, type GSheet, type GSpreadsheet } from "./place";
import { RangePlace } from "./range-place";
import { SheetFace } from "./sheet";

const MEMBERS = [
  "deleteSheet",
  "getActiveSheet",
  "getId",
  "getName",
  "getNamedRanges",
  "getNumSheets",
  "getProtections",
  "getRange",
  "getRangeByName",
  "getSheetById",
  "getSheetByName",
  "getSheets",
  "getSpreadsheetLocale",
  "getSpreadsheetTimeZone",
  "getUrl",
  "insertSheet",
  "moveActiveSheet",
  "removeNamedRange",
  "rename",
  "setActiveSheet",
  "setNamedRange",
  "toast",
] as const;

export class SpreadsheetFace extends Face<GSpreadsheet> implements Pick<GSpreadsheet, (typeof MEMBERS)[number]> {
  constructor(runtime: Runtime) {
    super("Spreadsheet", MEMBERS, runtime);
  }

  getId(): string {
    return this.book.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.book.id}/edit`;
  }
  getName(): string {
    return this.book.title;
  }
  rename(name: string): void {
    this.book.title = name;
  }
  getSpreadsheetTimeZone(): string {
    return this.book.timeZone;
  }
  getSpreadsheetLocale(): string {
    return this.book.locale;
  }

  getSheets(): GSheet[] {
    return this.book.sheets.map((sheet) => this.face(sheet).self);
  }
  getNumSheets(): number {
    return this.book.sheets.length;
  }
  getSheetByName(name: string): GSheet | null {
    const sheet = this.book.sheetTitled(name);
    return sheet && this.face(sheet).self;
  }
  getSheetById(id: number): GSheet | null {
    const sheet = this.book.sheets.find((one) => one.id === id);
    return sheet ? this.face(sheet).self : null;
  }

  /** `insertSheet()`, `(index)`, `(name)` or `(name, index)`; the index counts from 0. Without one it goes after the active sheet. */
  insertSheet(first?: unknown, second?: unknown): GSheet {
    const name = typeof first === "string" ? first : this.freeName();
    const index = typeof first === "number" ? first : second;
    if (index !== undefined && typeof index !== "number")
      throw new SheetsError("The stand-in inserts sheets without templates only.");
    const at = index ?? this.book.sheets.findIndex(({ id }) => id === this.book.activeSheetId) + 1;
    if (at < 0 || at > this.book.sheets.length) throw new SheetsError(`Invalid sheet index: ${at}`);
    const sheet = this.book.addSheet(name, at);
    this.book.activeSheetId = sheet.id;
    return this.face(sheet).self;
  }

  deleteSheet(sheet: GSheet): void {
    this.book.deleteSheet(unwrap(sheet, SheetFace, "SpreadsheetApp.Spreadsheet.deleteSheet").model);
  }

  getActiveSheet(): GSheet {
    const active = this.book.sheets.find(({ id }) => id === this.book.activeSheetId) ?? this.book.sheets[0];
    if (!active) throw new SheetsError("You can't remove all the sheets in a document.");
    return this.face(active).self;
  }

  setActiveSheet(sheet: GSheet): GSheet {
    this.book.activeSheetId = unwrap(sheet, SheetFace, "SpreadsheetApp.Spreadsheet.setActiveSheet").model.id;
    return sheet;
  }

  /** Moves the active sheet to a place among the sheets, from 1. */
  moveActiveSheet(position: number): void {
    const at = this.book.sheets.findIndex(({ id }) => id === this.book.activeSheetId);
    if (position < 1 || position > this.book.sheets.length) throw new SheetsError(`Invalid sheet index: ${position}`);
    this.book.sheets.splice(position - 1, 0, ...this.book.sheets.splice(at, 1));
  }

  /** `A1:B2` on the active sheet, or with a sheet name before it. */
  getRange(a1Notation: string): GRange {
    const bang = a1Notation.lastIndexOf("!");
    const name = a1Notation.slice(0, Math.max(bang, 0)).replace(/^'|'$/g, "").replaceAll("''", "'");
    const sheet = bang < 0 ? this.book.sheets.find(({ id }) => id === this.book.activeSheetId) : this.book.sheetTitled(name);
    if (!sheet) throw new SheetsError("Range not found");
    return this.face(sheet).rangeOf(areaAsked(sheet, a1Notation.slice(bang + 1)));
  }

  setNamedRange(name: string, range: GRange): void {
    const { owner, area } = unwrap(range, RangePlace, "SpreadsheetApp.Spreadsheet.setNamedRange");
    nameRange(this.book, name, owner.model, area);
  }
  getRangeByName(name: string): GRange | null {
    return (
      this.getNamedRanges()
        .find((named) => named.getName() === name)
        ?.getRange() ?? null
    );
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return this.book.namedAreas.flatMap((named) => {
      const sheet = this.book.sheets.find(({ id }) => id === named.sheetId);
      return sheet && named.areas.length > 0 ? [new NamedRangeFace(this.runtime, named, this.face(sheet)).self] : [];
    });
  }
  removeNamedRange(name: string): void {
    removeName(this.book, name);
  }

  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return this.book.sheets.flatMap((sheet) => this.face(sheet).getProtections(type));
  }

  toast(text: string, title = "", seconds: number | null = null): void {
    this.runtime.ui.toasts.push({ text, title, seconds });
  }

  /** The sheet as scripts see it, for events and tests. */
  face(sheet: SheetModel): SheetFace {
    return new SheetFace(this.runtime, sheet, this.self);
  }

  private get book(): Runtime["workbook"] {
    return this.runtime.workbook;
  }

  private freeName(): string {
    let number = this.book.sheets.length + 1;
    while (this.book.sheetTitled(`Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  }
}
