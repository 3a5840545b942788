/// <reference types="google-apps-script" />

import { unwrap } from "../services/guard";
import { deleteLines, insertLines, moveLines, refuseLines } from "../workbook/lines";
import { refuseProtectedLines } from "../workbook/protect";
import type { GRange, GSheet } from "./place";
import { RangePlace } from "./range-place";
import { SheetCells } from "./sheet-cells";

export const LINES_MEMBERS = [
  "deleteColumn",
  "deleteColumns",
  "deleteRow",
  "deleteRows",
  "getColumnWidth",
  "hideColumns",
  "hideRows",
  "insertColumnAfter",
  "insertColumnBefore",
  "insertColumnsAfter",
  "insertColumnsBefore",
  "insertRowAfter",
  "insertRowBefore",
  "insertRowsAfter",
  "insertRowsBefore",
  "isColumnHiddenByUser",
  "isRowHiddenByFilter",
  "isRowHiddenByUser",
  "moveColumns",
  "moveRows",
  "setColumnWidth",
  "setColumnWidths",
  "showColumns",
  "showRows",
] as const;

/** Rows and columns that come, go, move and hide. */
export abstract class SheetLines extends SheetCells implements Pick<GSheet, (typeof LINES_MEMBERS)[number]> {
  insertRowsAfter(after: number, count: number): GSheet {
    refuseLines(this.live, "rows", after, 1);
    insertLines(this.live, "rows", after + 1, count, after);
    return this.self;
  }
  insertRowAfter(after: number): GSheet {
    return this.insertRowsAfter(after, 1);
  }
  insertRowsBefore(before: number, count: number): GSheet {
    refuseLines(this.live, "rows", before, 1);
    insertLines(this.live, "rows", before, count, before);
    return this.self;
  }
  insertRowBefore(before: number): GSheet {
    return this.insertRowsBefore(before, 1);
  }
  insertColumnsAfter(after: number, count: number): GSheet {
    refuseLines(this.live, "columns", after, 1);
    insertLines(this.live, "columns", after + 1, count, after);
    return this.self;
  }
  insertColumnAfter(after: number): GSheet {
    return this.insertColumnsAfter(after, 1);
  }
  insertColumnsBefore(before: number, count: number): GSheet {
    refuseLines(this.live, "columns", before, 1);
    insertLines(this.live, "columns", before, count, before);
    return this.self;
  }
  insertColumnBefore(before: number): GSheet {
    return this.insertColumnsBefore(before, 1);
  }

  deleteRows(at: number, count: number): void {
    deleteLines(this.live, "rows", at, count);
  }
  deleteRow(at: number): GSheet {
    this.deleteRows(at, 1);
    return this.self;
  }
  deleteColumns(at: number, count: number): void {
    deleteLines(this.live, "columns", at, count);
  }
  deleteColumn(at: number): GSheet {
    this.deleteColumns(at, 1);
    return this.self;
  }

  moveRows(rows: GRange, to: number): void {
    const { area } = unwrap(rows, RangePlace, "SpreadsheetApp.Sheet.moveRows");
    moveLines(this.live, "rows", area.row, area.rows, to);
  }
  moveColumns(columns: GRange, to: number): void {
    const { area } = unwrap(columns, RangePlace, "SpreadsheetApp.Sheet.moveColumns");
    moveLines(this.live, "columns", area.column, area.columns, to);
  }

  hideRows(at: number, count = 1): void {
    this.hide("rows", at, count, true);
  }
  showRows(at: number, count = 1): void {
    this.hide("rows", at, count, false);
  }
  isRowHiddenByFilter(at: number): boolean {
    refuseLines(this.live, "rows", at, 1);
    return this.live.rows[at - 1]?.filtered ?? false;
  }
  isRowHiddenByUser(at: number): boolean {
    refuseLines(this.live, "rows", at, 1);
    return this.live.rows[at - 1]?.hidden ?? false;
  }
  hideColumns(at: number, count = 1): void {
    this.hide("columns", at, count, true);
  }
  showColumns(at: number, count = 1): void {
    this.hide("columns", at, count, false);
  }
  isColumnHiddenByUser(at: number): boolean {
    refuseLines(this.live, "columns", at, 1);
    return this.live.columns[at - 1]?.hidden ?? false;
  }

  getColumnWidth(at: number): number {
    refuseLines(this.live, "columns", at, 1);
    return this.live.columns[at - 1]?.width ?? 100;
  }
  setColumnWidths(at: number, count: number, width: number): GSheet {
    refuseLines(this.live, "columns", at, count);
    refuseProtectedLines(this.live, "columns", at, count);
    for (const column of this.live.columns.slice(at - 1, at - 1 + count)) column.width = width;
    return this.self;
  }
  setColumnWidth(at: number, width: number): GSheet {
    return this.setColumnWidths(at, 1, width);
  }

  private hide(dimension: "rows" | "columns", at: number, count: number, hidden: boolean): void {
    refuseLines(this.live, dimension, at, count);
    refuseProtectedLines(this.live, dimension, at, count);
    for (const line of this.live[dimension].slice(at - 1, at - 1 + count)) line.hidden = hidden;
  }
}
