import type { Alignment, Borders, Fill, Font, Style } from "exceljs";
import type { Column, Owner } from "../../../apps-script/domain/schema/index";
import { GREY_BODY, HEADER_FILL, numberFormat, sideOfNumbers } from "../../../apps-script/domain/schema/look";

export { columnWidth, numberFormat, PAINTS, type Paint } from "../../../apps-script/domain/schema/look";

/** Fonts and styles of the workbook; its colours are the domain's. Colours are RRGGBB. */
export const FONT_NAME = "微软雅黑";
export const FONT_SIZE = 11;
/** Points of a line of text. */
export const LINE_HEIGHT = 17;

const LINE = "D4D4D4";

/** JSON for the program: one line, however long. */
const RAW = new Set(["内容"]);
/** Columns of a word or two. */
const SHORT = 9;

export function font(over: Partial<Font> = {}): Partial<Font> {
  return { name: FONT_NAME, size: FONT_SIZE, ...over };
}

export function fill(rgb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb: `FF${rgb}` } };
}

export function lines(rgb: string = LINE): Partial<Borders> {
  const line = { style: "thin", color: { argb: `FF${rgb}` } } as const;
  return { top: line, left: line, bottom: line, right: line };
}

/** Where rows have several lines, all cells start at the top: a longer text then shows its beginning, not its middle. */
function alignment(column: Column, lineCount: number): Partial<Alignment> {
  const { kind, title, owner, width = 0 } = column;
  const place = { vertical: lineCount > 1 ? "top" : "middle" } as const;
  if (kind === "number") return { ...place, horizontal: sideOfNumbers(column) };
  const isShort = kind === "text" && width <= SHORT;
  if (kind === "day" || kind === "choice" || isShort) return { ...place, horizontal: "center" };
  const isRaw = kind === "id" || kind === "moment" || (owner === "system" && RAW.has(title));
  return { ...place, horizontal: "left", wrapText: lineCount > 1 && !isRaw };
}

/** The style of a column's body, carried by the column itself so that every new row has it. */
export function bodyStyle(column: Column, lineCount = 1): Partial<Style> {
  return {
    numFmt: numberFormat(column),
    font: font(),
    alignment: alignment(column, lineCount),
    border: lines(),
    ...(column.owner === "computed" || column.owner === "system" ? { fill: fill(GREY_BODY) } : {}),
  };
}

export function headerStyle(owner: Owner): Partial<Style> {
  return {
    numFmt: "@",
    font: font({ bold: true, color: { argb: owner === "system" ? "FFFFFFFF" : "FF1F2933" } }),
    alignment: { vertical: "middle", horizontal: "center", wrapText: true },
    border: lines("A6A6A6"),
    fill: fill(HEADER_FILL[owner]),
  };
}
