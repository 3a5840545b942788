import type { ColumnLook, LeftLook } from "../../../../apps-script/domain/operations/migrate";
import { columnWidth } from "../../../../apps-script/domain/schema/look";
import { cellName } from "../patch/a1";
import { maskMarkup, tags } from "../patch/xml-scan";
import { type StyleOf, withColours } from "./colours";
import { withColumn, withStyleOf } from "./column-shape";
import { withDropdown } from "./dropdown";
import { isChecked, type PlacedSetting, withSettingCheck } from "./setting-row";

/** Where a column stands: counted from 1, with the ranges that a rule of its cells and a rule of its rows cover. */
export interface Place {
  readonly column: number;
  readonly headerRow: number;
  readonly range: string;
  readonly wideRange: string;
  /** A column whose header has the style of the new one's; null when there is none. */
  readonly like: number | null;
}

export interface PlacedLook extends ColumnLook {
  readonly place: Place;
}

/** Whether a look is the program's by now, or was found to be somebody's own and left. */
export type Fate = "ours" | "theirs";

/** A sheet part with the looks of some of its columns and rows of 设置 brought up; everything else in it stays byte for byte. */
export function restyleSheet(
  xml: string,
  looks: readonly PlacedLook[],
  settings: readonly PlacedSetting[],
  styleOf: StyleOf,
): { readonly xml: string; readonly left: readonly LeftLook[] } {
  const { start, end } = rowsIn(xml);
  let [head, rows, tail] = [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
  const left: LeftLook[] = [];
  for (const look of looks) {
    const { column, headerRow, like } = look.place;
    if (look.isNew) {
      const width = columnWidth(look.column);
      head = withColumn(head, { column, like, width, isHidden: look.column.hidden === true });
      if (like !== null) rows = withStyleOf(rows, cellName(headerRow, column), cellName(headerRow, like));
    }
    const dropdown = withDropdown(tail, look);
    const colours = withColours(dropdown.tail, look, styleOf);
    tail = colours.tail;
    if (dropdown.fate === "theirs") left.push({ look: lookOf(look), what: "dropdown" });
    if (colours.fate === "theirs") left.push({ look: lookOf(look), what: "colours" });
  }
  for (const setting of settings) {
    if (isChecked(tail, setting)) continue;
    tail = withSettingCheck(tail, setting);
    if (setting.like !== null) rows = withStyleOf(rows, setting.cell, setting.like);
  }
  return { xml: head + rows + tail, left };
}

function lookOf({ place: _, ...look }: PlacedLook): ColumnLook {
  return look;
}

/** From `<sheetData` to behind its end. */
function rowsIn(xml: string): { readonly start: number; readonly end: number } {
  const scan = maskMarkup(xml);
  for (const tag of tags(scan)) {
    if (tag.name !== "sheetData") continue;
    if (tag.kind === "empty") return { start: tag.start, end: tag.end };
    const close = `</${tag.prefix}sheetData`;
    const at = scan.lastIndexOf(close);
    return { start: tag.start, end: at < 0 ? xml.length : scan.indexOf(">", at) + 1 };
  }
  return { start: xml.length, end: xml.length };
}
