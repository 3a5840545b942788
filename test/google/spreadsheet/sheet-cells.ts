/// <reference types="google-apps-script" />

import { Face, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { Area } from "../workbook/area";
import type { SheetModel } from "../workbook/sheet-model";
import { sortArea } from "../workbook/sort";
import { areaAsked, type GRange, type GSheet, type GSpreadsheet, type SheetRef } from "./place";
import { RangeFace } from "./range";
import { putValue } from "./range-contents";
import { RangeListFace } from "./range-list";

export const CELLS_MEMBERS = [
  "appendRow",
  "getActiveRangeList",
  "getDataRange",
  "getLastColumn",
  "getLastRow",
  "getMaxColumns",
  "getMaxRows",
  "getName",
  "getParent",
  "getRange",
  "getRangeList",
  "getSheetId",
  "getSheetName",
  "setActiveRange",
  "setName",
  "sort",
] as const;

/** A sheet's name, size and ranges. */
export abstract class SheetCells extends Face<GSheet> implements SheetRef, Pick<GSheet, (typeof CELLS_MEMBERS)[number]> {
  constructor(
    members: readonly (keyof GSheet & string)[],
    runtime: Runtime,
    readonly model: SheetModel,
    protected readonly parent: GSpreadsheet,
  ) {
    super("Sheet", members, runtime);
  }

  rangeOf(area: Area): GRange {
    return new RangeFace(this.runtime, this, area).self;
  }

  protected get live(): SheetModel {
    if (!this.runtime.workbook.sheets.includes(this.model)) throw this.runtime.exception(`Sheet ${this.model.id} not found`);
    return this.model;
  }

  getName(): string {
    return this.live.title;
  }

  getSheetName(): string {
    return this.live.title;
  }

  setName(name: string): GSheet {
    this.runtime.workbook.rename(this.live, name);
    return this.self;
  }

  getSheetId(): number {
    return this.live.id;
  }

  getParent(): GSpreadsheet {
    return this.parent;
  }

  getMaxRows(): number {
    return this.live.maxRows;
  }

  getMaxColumns(): number {
    return this.live.maxColumns;
  }

  getLastRow(): number {
    return this.live.lastRow();
  }

  getLastColumn(): number {
    return this.live.lastColumn();
  }

  getRange(row: number | string, column?: number, rows?: number, columns?: number): GRange {
    return this.rangeOf(areaAsked(this.live, row, column, rows, columns));
  }

  getRangeList(a1Notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return this.listOf(Array.from(a1Notations, (a1) => areaAsked(this.live, a1)));
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#getactiverangelist */
  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList | null {
    const { selection } = this.live;
    return selection.length === 0 ? null : this.listOf(selection);
  }

  /** Selects it, on the sheet that is in front from then on. */
  setActiveRange(range: GRange): GRange {
    const { area } = unwrap(range, RangeFace, "Sheet.setActiveRange");
    this.runtime.workbook.activeSheetId = this.live.id;
    this.live.selection = [area];
    return range;
  }

  private listOf(areas: readonly Area[]): GoogleAppsScript.Spreadsheet.RangeList {
    return new RangeListFace(
      this.runtime,
      areas.map((area) => new RangeFace(this.runtime, this, area)),
    ).self;
  }

  /** From A1 to the last row and column with content; A1 alone on an empty sheet. */
  getDataRange(): GRange {
    return this.rangeOf({
      row: 1,
      column: 1,
      rows: Math.max(1, this.live.lastRow()),
      columns: Math.max(1, this.live.lastColumn()),
    });
  }

  appendRow(values: unknown[]): GSheet {
    const sheet = this.live;
    const row = sheet.lastRow() + 1;
    if (row > sheet.maxRows || values.length > sheet.maxColumns) {
      throw new Error("The stand-in doesn't know whether appendRow makes a full sheet larger. Insert the rows or columns first.");
    }
    values.forEach((value, index) => {
      putValue(sheet, row, index + 1, value);
    });
    return this.self;
  }

  /** All rows below the frozen ones, by one column. */
  sort(column: number, ascending = true): GSheet {
    const sheet = this.live;
    const row = sheet.frozenRows + 1;
    const area = { row, column: 1, rows: Math.max(0, sheet.lastRow() - row + 1), columns: sheet.maxColumns };
    sortArea(sheet, area, [{ column, ascending }]);
    return this.self;
  }
}
