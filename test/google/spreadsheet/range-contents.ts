/// <reference types="google-apps-script" />

import { NotInStandIn } from "../services/guard";
import { isDate, type Runtime } from "../services/runtime";
import { type Cell, type CellValue, hasContent, TEXT_FORMAT } from "../workbook/cell";
import { displayText } from "../workbook/number-format";
import { refuseProtected } from "../workbook/protect";
import { instantOfSerial, serialOfInstant } from "../workbook/serial-days";
import { type SheetModel, setFormula, setValue } from "../workbook/sheet-model";
import { SheetsError } from "../workbook/sheets-error";
import { cellName, eachGiven, type GRange, gridOf } from "./place";
import { RangePlace } from "./range-place";

export const CONTENTS_MEMBERS = [
  "clearContent",
  "getDisplayValue",
  "getDisplayValues",
  "getFormula",
  "getFormulas",
  "getValue",
  "getValues",
  "isBlank",
  "setFormula",
  "setFormulas",
  "setValue",
  "setValues",
] as const;

const TEXT_LIMIT = 50_000;

/** The values and formulas of a range. */
export abstract class RangeContents extends RangePlace implements Pick<GRange, (typeof CONTENTS_MEMBERS)[number]> {
  getValues(): unknown[][] {
    const { sheet, runtime } = this;
    return gridOf(this.area, (row, column) => scriptValue(sheet, row, column, runtime));
  }

  getValue(): unknown {
    return scriptValue(this.sheet, this.area.row, this.area.column, this.runtime);
  }

  setValues(values: unknown[][]): GRange {
    const { sheet } = this;
    refuseProtected(sheet, this.area);
    eachGiven(this.area, values, "SpreadsheetApp.Range.setValues", (value, row, column) =>
      refuseInvalid(sheet, row, column, value),
    );
    eachGiven(this.area, values, "SpreadsheetApp.Range.setValues", (value, row, column) => putValue(sheet, row, column, value));
    return this.self;
  }

  setValue(value: unknown): GRange {
    return this.setValues(gridOf(this.area, () => value));
  }

  getDisplayValues(): string[][] {
    const { sheet } = this;
    return gridOf(this.area, (row, column) =>
      displayText(sheet.value(row, column), sheet.peek(row, column)?.numberFormat ?? null),
    );
  }

  getDisplayValue(): string {
    return this.getDisplayValues()[0]?.[0] ?? "";
  }

  getFormulas(): string[][] {
    const { sheet } = this;
    return gridOf(this.area, (row, column) => sheet.peek(row, column)?.formula ?? "");
  }

  getFormula(): string {
    return this.getFormulas()[0]?.[0] ?? "";
  }

  setFormulas(formulas: string[][]): GRange {
    const { sheet } = this;
    refuseProtected(sheet, this.area);
    eachGiven(this.area, formulas, "SpreadsheetApp.Range.setFormulas", (formula, row, column) => {
      const text = formula === "" || formula.startsWith("=") ? formula : `=${formula}`;
      const cell = sheet.cell(row, column);
      if (text === "") setValue(cell, "");
      else if (cell.numberFormat === TEXT_FORMAT) sheet.enter(row, column, text);
      else setFormula(cell, text);
    });
    return this.self;
  }

  setFormula(formula: string): GRange {
    return this.setFormulas(gridOf(this.area, () => formula));
  }

  clearContent(): GRange {
    const { sheet } = this;
    refuseProtected(sheet, this.area);
    this.eachTouched((cell, row, column) => hasContent(cell) && setValue(sheet.cell(row, column), ""));
    return this.self;
  }

  isBlank(): boolean {
    let blank = true;
    this.eachTouched((cell) => {
      if (hasContent(cell)) blank = false;
    });
    return blank;
  }

  protected eachTouched(visit: (cell: Cell, row: number, column: number) => void): void {
    const { sheet } = this;
    gridOf(this.area, (row, column) => {
      const cell = sheet.peek(row, column);
      if (cell) visit(cell, row, column);
    });
  }
}

function scriptValue(sheet: SheetModel, row: number, column: number, runtime: Runtime): CellValue | Date {
  const value = sheet.value(row, column);
  if (typeof value !== "number" || !sheet.isMoment(sheet.peek(row, column))) return value;
  return runtime.date(instantOfSerial(sheet.workbook.timeZone, value));
}

export function putValue(sheet: SheetModel, row: number, column: number, value: unknown): void {
  if (value === "" || value === null || value === undefined) {
    if (sheet.peek(row, column)) setValue(sheet.cell(row, column), "");
    return;
  }
  if (typeof value === "string") {
    if (value.length > TEXT_LIMIT) {
      throw new SheetsError(`Your input contains more than the maximum of ${TEXT_LIMIT} characters in a single cell.`);
    }
    sheet.enter(row, column, value);
    return;
  }
  const asText = sheet.peek(row, column)?.numberFormat === TEXT_FORMAT && sheet.workbook.unknowns.numberInTextCell === "text";
  if (isDate(value)) {
    const serial = serialOfInstant(sheet.workbook.timeZone, value.getTime());
    if (asText) setValue(sheet.cell(row, column), displayText(serial, sheet.workbook.momentFormat(Number.isInteger(serial))));
    else sheet.enterMoment(row, column, serial);
    return;
  }
  if (typeof value !== "number" && typeof value !== "boolean") {
    throw new NotInStandIn(
      `${cellName(row, column)} was given ${Object.prototype.toString.call(value)}; what Google makes of it is not known.`,
    );
  }
  const kept = typeof value === "number" && !Number.isFinite(value) ? "#NUM!" : value;
  setValue(sheet.cell(row, column), asText ? displayText(kept, null) : kept);
}

function refuseInvalid(sheet: SheetModel, row: number, column: number, value: unknown): void {
  const validation = sheet.peek(row, column)?.validation;
  if (!validation || validation.allowInvalid || value === "" || value === null || value === undefined) return;
  if (validation.values.includes(String(value))) return;
  throw new SheetsError(
    `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.\n` +
      `Please enter one of the following values: ${validation.values.join(", ")}.`,
  );
}
