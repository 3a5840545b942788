/// <reference types="google-apps-script" />
import { Face } from "../services/guard";
import type { Runtime } from "../services/runtime";
import { refuseProtected } from "../workbook/protect";
import type { GRange } from "./place";
import type { RangeFace } from "./range";

type GRangeList = GoogleAppsScript.Spreadsheet.RangeList;

const MEMBERS = [
  "clearContent",
  "getRanges",
  "setBackground",
  "setFontColor",
  "setFontWeight",
  "setHorizontalAlignment",
  "setNote",
  "setNumberFormat",
  "setValue",
  "setVerticalAlignment",
  "setWrap",
] as const;

/** Several ranges of one sheet, changed with one call. */
export class RangeListFace extends Face<GRangeList> implements Pick<GRangeList, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly ranges: readonly RangeFace[],
  ) {
    super("RangeList", MEMBERS, runtime);
  }

  getRanges(): GRange[] {
    return this.ranges.map(({ self }) => self);
  }

  clearContent(): GRangeList {
    return this.each((range) => range.clearContent());
  }
  setBackground(color: string | null): GRangeList {
    return this.each((range) => range.setBackground(color));
  }
  setFontColor(color: string | null): GRangeList {
    return this.each((range) => range.setFontColor(color));
  }
  setFontWeight(weight: string | null): GRangeList {
    return this.each((range) => range.setFontWeight(weight));
  }
  setHorizontalAlignment(alignment: string | null): GRangeList {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setNote(note: string | null): GRangeList {
    return this.each((range) => range.setNote(note));
  }
  setNumberFormat(format: string): GRangeList {
    return this.each((range) => range.setNumberFormat(format));
  }
  setValue(value: unknown): GRangeList {
    return this.each((range) => range.setValue(value));
  }
  setVerticalAlignment(alignment: string | null): GRangeList {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(isWrapped: boolean): GRangeList {
    return this.each((range) => range.setWrap(isWrapped));
  }

  private each(change: (range: RangeFace) => unknown): GRangeList {
    for (const { owner, area } of this.ranges) refuseProtected(owner.model, area);
    for (const range of this.ranges) change(range);
    return this.self;
  }
}
