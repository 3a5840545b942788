/// <reference types="google-apps-script" />
import { Face } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { GRange, SheetRef } from "./place";

type GFilter = GoogleAppsScript.Spreadsheet.Filter;

const MEMBERS = ["getRange", "remove"] as const;

/** The filter of a sheet; no rows are hidden by it here. */
export class FilterFace extends Face<GFilter> implements Pick<GFilter, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly owner: SheetRef,
  ) {
    super("Filter", MEMBERS, runtime);
  }

  getRange(): GRange {
    const { filter } = this.owner.model;
    if (!filter) throw this.runtime.exception("The filter was removed.");
    return this.owner.rangeOf(filter);
  }

  remove(): void {
    this.owner.model.filter = null;
  }
}
