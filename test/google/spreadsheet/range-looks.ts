/// <reference types="google-apps-script" />

import { unwrap } from "../services/guard";
import { AUTOMATIC_FORMAT, blankCell, type Cell, type Looks } from "../workbook/cell";
import { refuseProtected } from "../workbook/protect";
import { setLook } from "../workbook/set-look";
import { colorOf } from "./colors";
import { DataValidationFace } from "./data-validation";
import { eachGiven, type GRange, gridOf } from "./place";
import { RangeContents } from "./range-contents";

type GValidation = GoogleAppsScript.Spreadsheet.DataValidation;

export const LOOKS_MEMBERS = [
  "clear",
  "clearDataValidations",
  "clearFormat",
  "clearNote",
  "getBackground",
  "getBackgrounds",
  "getDataValidation",
  "getDataValidations",
  "getFontColors",
  "getFontWeights",
  "getHorizontalAlignments",
  "getNote",
  "getNotes",
  "getNumberFormat",
  "getNumberFormats",
  "getVerticalAlignments",
  "getWraps",
  "setBackground",
  "setBackgrounds",
  "setDataValidation",
  "setDataValidations",
  "setFontColor",
  "setFontWeight",
  "setHorizontalAlignment",
  "setNote",
  "setNotes",
  "setNumberFormat",
  "setNumberFormats",
  "setVerticalAlignment",
  "setWrap",
] as const;

interface ClearOptions {
  commentsOnly?: boolean | undefined;
  contentsOnly?: boolean | undefined;
  formatOnly?: boolean | undefined;
  validationsOnly?: boolean | undefined;
}

/** Formats, notes and dropdowns of a range. */
export abstract class RangeLooks extends RangeContents implements Pick<GRange, (typeof LOOKS_MEMBERS)[number]> {
  getNumberFormats(): string[][] {
    return this.read((cell) => cell?.numberFormat ?? AUTOMATIC_FORMAT);
  }
  getNumberFormat(): string {
    return this.first(this.getNumberFormats());
  }
  setNumberFormats(formats: string[][]): GRange {
    return this.write(formats, "setNumberFormats", (cell, format) => {
      cell.numberFormat = format === "" || format === "General" ? null : format;
    });
  }
  setNumberFormat(format: string): GRange {
    return this.setNumberFormats(this.everywhere(format));
  }

  getBackgrounds(): string[][] {
    return this.read((cell) => cell?.looks.background ?? "#ffffff");
  }
  getBackground(): string {
    return this.first(this.getBackgrounds());
  }
  setBackgrounds(colors: (string | null)[][]): GRange {
    return this.write(colors, "setBackgrounds", (cell, color) => setLook(cell, "background", colorOf(color)));
  }
  setBackground(color: string | null): GRange {
    return this.setBackgrounds(this.everywhere(color));
  }

  getFontColors(): string[][] {
    return this.read((cell) => cell?.looks.fontColor ?? "#000000");
  }
  setFontColor(color: string | null): GRange {
    return this.look("setFontColor", "fontColor", colorOf(color));
  }
  getFontWeights(): GoogleAppsScript.Spreadsheet.FontWeight[][] {
    return this.read((cell) => (cell?.looks.fontWeight === "bold" ? "bold" : "normal"));
  }
  setFontWeight(weight: string | null): GRange {
    return this.look("setFontWeight", "fontWeight", weight ?? undefined);
  }
  getWraps(): boolean[][] {
    return this.read((cell) => cell?.looks.wrap ?? false);
  }
  setWrap(isWrapped: boolean): GRange {
    return this.look("setWrap", "wrap", isWrapped);
  }
  getHorizontalAlignments(): string[][] {
    return this.read((cell) => cell?.looks.horizontalAlignment ?? "general");
  }
  setHorizontalAlignment(alignment: string | null): GRange {
    return this.look("setHorizontalAlignment", "horizontalAlignment", alignment ?? undefined);
  }
  getVerticalAlignments(): string[][] {
    return this.read((cell) => cell?.looks.verticalAlignment ?? "bottom");
  }
  setVerticalAlignment(alignment: string | null): GRange {
    return this.look("setVerticalAlignment", "verticalAlignment", alignment ?? undefined);
  }

  getNotes(): string[][] {
    return this.read((cell) => cell?.note ?? "");
  }
  getNote(): string {
    return this.first(this.getNotes());
  }
  setNotes(notes: (string | null)[][]): GRange {
    return this.write(notes, "setNotes", (cell, note) => {
      cell.note = note ?? "";
    });
  }
  setNote(note: string | null): GRange {
    return this.setNotes(this.everywhere(note));
  }
  clearNote(): GRange {
    return this.setNote(null);
  }

  getDataValidations(): (GValidation | null)[][] {
    return this.read((cell) => (cell?.validation ? new DataValidationFace(this.runtime, cell.validation).self : null));
  }
  getDataValidation(): GValidation | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }
  setDataValidations(rules: (GValidation | null)[][]): GRange {
    return this.write(rules, "setDataValidations", (cell, rule) => {
      cell.validation = rule === null ? null : unwrap(rule, DataValidationFace, "SpreadsheetApp.Range.setDataValidations").rule;
    });
  }
  setDataValidation(rule: GValidation | null): GRange {
    return this.setDataValidations(this.everywhere(rule));
  }
  clearDataValidations(): GRange {
    return this.setDataValidation(null);
  }

  clearFormat(): GRange {
    refuseProtected(this.sheet, this.area);
    this.eachTouched((cell) => Object.assign(cell, { numberFormat: null, looks: blankCell().looks }));
    return this.self;
  }

  /** Contents and formats; with options only what they name. Notes and dropdowns stay unless they are named. */
  clear(options?: ClearOptions): GRange {
    const all = options === undefined;
    if (all || options.contentsOnly) this.clearContent();
    if (all || options.formatOnly) this.clearFormat();
    if (options?.commentsOnly) this.clearNote();
    if (options?.validationsOnly) this.clearDataValidations();
    return this.self;
  }

  private read<T>(of: (cell: Cell | undefined) => T): T[][] {
    const { sheet } = this;
    return gridOf(this.area, (row, column) => of(sheet.peek(row, column)));
  }

  private write<T>(given: T[][], method: string, put: (cell: Cell, value: T) => void): GRange {
    const { sheet } = this;
    refuseProtected(sheet, this.area);
    eachGiven(this.area, given, `SpreadsheetApp.Range.${method}`, (value, row, column) => put(sheet.cell(row, column), value));
    return this.self;
  }

  private look<K extends keyof Looks>(method: string, name: K, value: Looks[K] | undefined): GRange {
    return this.write(this.everywhere(value), method, (cell, given) => setLook(cell, name, given));
  }

  private everywhere<T>(value: T): T[][] {
    return gridOf(this.area, () => value);
  }

  private first(grid: string[][]): string {
    return grid[0]?.[0] ?? "";
  }
}
