/// <reference types="google-apps-script" />

import type { Runtime } from "../services/runtime";
import { type Area, covers, overlaps } from "../workbook/area";
import { refuseProtected } from "../workbook/protect";
import { setValue } from "../workbook/sheet-model";
import { SheetsError } from "../workbook/sheets-error";
import { type SortBy, sortArea } from "../workbook/sort";
import { FilterFace } from "./filter";
import { type GRange, gridOf, type SheetRef } from "./place";
import { protect } from "./protection";
import { CONTENTS_MEMBERS } from "./range-contents";
import { LOOKS_MEMBERS, RangeLooks } from "./range-looks";
import { PLACE_MEMBERS } from "./range-place";

const SHAPE_MEMBERS = [
  "breakApart",
  "createFilter",
  "getFilter",
  "getMergedRanges",
  "isPartOfMerge",
  "merge",
  "protect",
  "sort",
] as const;
const MEMBERS = [...PLACE_MEMBERS, ...CONTENTS_MEMBERS, ...LOOKS_MEMBERS, ...SHAPE_MEMBERS] as const;

export class RangeFace extends RangeLooks implements Pick<GRange, (typeof MEMBERS)[number]> {
  constructor(runtime: Runtime, owner: SheetRef, area: Area) {
    super(MEMBERS, runtime, owner, { ...area });
  }

  /** The cells become one, with the value of the first. */
  merge(): GRange {
    const { sheet } = this;
    if (sheet.merges.some((merge) => overlaps(merge, this.area) && !within(merge, this.area))) {
      throw new SheetsError("You must select all cells in a merged range to merge or unmerge them.");
    }
    refuseProtected(sheet, this.area);
    this.breakApart();
    gridOf(this.area, (row, column) => {
      const cell = sheet.peek(row, column);
      if (cell && (row !== this.area.row || column !== this.area.column)) setValue(cell, "");
    });
    sheet.merges.push({ ...this.area });
    return this.self;
  }

  breakApart(): GRange {
    const { sheet } = this;
    refuseProtected(sheet, this.area);
    sheet.merges = sheet.merges.filter((merge) => !within(merge, this.area));
    return this.self;
  }

  isPartOfMerge(): boolean {
    return this.sheet.merges.some((merge) => within(this.area, merge));
  }

  getMergedRanges(): GRange[] {
    return this.sheet.merges.filter((merge) => overlaps(merge, this.area)).map((merge) => this.owner.rangeOf(merge));
  }

  /** By a column of the sheet (not of the range), by `{column, ascending}`, or by several of these. */
  sort(by: unknown): GRange {
    sortArea(
      this.sheet,
      this.area,
      (Array.isArray(by) ? by : [by]).map((one) => this.sortBy(one)),
    );
    return this.self;
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    if (this.sheet.filter) throw new SheetsError("You can't create a filter in a sheet that already has a filter.");
    refuseProtected(this.sheet, this.area);
    this.sheet.filter = { ...this.area };
    return new FilterFace(this.runtime, this.owner).self;
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return this.sheet.filter ? new FilterFace(this.runtime, this.owner).self : null;
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protect(this.owner, this.area, this.runtime);
  }

  private sortBy(given: unknown): SortBy {
    const spec: { column?: unknown; ascending?: unknown } =
      typeof given === "object" && given !== null ? given : { column: given };
    const { column, ascending = true } = spec;
    if (typeof column !== "number" || !covers(this.area, this.area.row, column)) {
      throw new SheetsError("The sort column must be within the range.");
    }
    return { column, ascending: ascending === true };
  }
}

function within(inner: Readonly<Area>, outer: Readonly<Area>): boolean {
  return covers(outer, inner.row, inner.column) && covers(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
}
