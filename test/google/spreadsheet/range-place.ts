/// <reference types="google-apps-script" />

import { Face } from "../services/guard";
import type { Runtime } from "../services/runtime";
import { type Area, a1Of } from "../workbook/area";
import type { SheetModel } from "../workbook/sheet-model";
import { areaAsked, type GRange, type GSheet, refuseOutside, type SheetRef } from "./place";

export const PLACE_MEMBERS = [
  "getA1Notation",
  "getCell",
  "getColumn",
  "getGridId",
  "getLastColumn",
  "getLastRow",
  "getNumColumns",
  "getNumRows",
  "getRow",
  "getSheet",
  "offset",
] as const;

/** A range is a place: when rows come or go above it, it stays where it is and other cells lie in it. */
export abstract class RangePlace extends Face<GRange> implements Pick<GRange, (typeof PLACE_MEMBERS)[number]> {
  constructor(
    members: readonly (keyof GRange & string)[],
    runtime: Runtime,
    readonly owner: SheetRef,
    readonly area: Readonly<Area>,
  ) {
    super("Range", members, runtime);
  }

  /** The sheet, which may have lost rows or have gone since the range was made. */
  protected get sheet(): SheetModel {
    const { model } = this.owner;
    if (!this.runtime.workbook.sheets.includes(model)) throw this.runtime.exception(`Sheet ${model.id} not found`);
    refuseOutside(model, this.area);
    return model;
  }

  getRow(): number {
    return this.area.row;
  }

  getColumn(): number {
    return this.area.column;
  }

  getNumRows(): number {
    return this.area.rows;
  }

  getNumColumns(): number {
    return this.area.columns;
  }

  getLastRow(): number {
    return this.area.row + this.area.rows - 1;
  }

  getLastColumn(): number {
    return this.area.column + this.area.columns - 1;
  }

  getSheet(): GSheet {
    return this.owner.self;
  }

  getGridId(): number {
    return this.owner.model.id;
  }

  getA1Notation(): string {
    return a1Of(this.area);
  }

  getCell(row: number, column: number): GRange {
    if (row > this.area.rows || column > this.area.columns) throw this.runtime.exception("Cell reference out of range");
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(rows: number, columns: number, numRows = this.area.rows, numColumns = this.area.columns): GRange {
    const { row, column } = this.area;
    return this.owner.rangeOf(areaAsked(this.sheet, row + rows, column + columns, numRows, numColumns));
  }
}
