import type { Alignment, Borders, Fill, Font, Style } from "exceljs";
import type { Column, Owner } from "../../../apps-script/domain/schema/index";

/** Colours, fonts and number formats of the workbook. Colours are RRGGBB. */
export const FONT_NAME = "微软雅黑";
export const FONT_SIZE = 11;
/** Points of a line of text. */
export const LINE_HEIGHT = 17;

export const HEADER_FILL: Readonly<Record<Owner, string>> = {
  unit: "BDD7EE",
  centre: "C6E0B4",
  computed: "CFCFCF",
  system: "5F6B7A",
};
const GREY_BODY = "F2F2F2";
const LINE = "D4D4D4";

/** Fill and text of a highlight. */
export interface Paint {
  readonly fill: string;
  readonly text: string;
}
export const PAINTS = {
  green: { fill: "C6EFCE", text: "006100" },
  amber: { fill: "F8CBAD", text: "833C0B" },
  red: { fill: "FFC7CE", text: "9C0006" },
  paleRed: { fill: "FDE9E7", text: "9C0006" },
  yellow: { fill: "FFF2CC", text: "7F6000" },
  blueGrey: { fill: "D6DCE4", text: "44546A" },
  faded: { fill: "F7F7F7", text: "9A9A9A" },
} as const satisfies Readonly<Record<string, Paint>>;

/** Amounts in yuan. */
const MONEY = new Set(["应缴", "已缴", "金额"]);
/** Marks may have halves. */
const MARKS = new Set(["成绩"]);
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

export function numberFormat({ kind, title }: Column): string {
  if (kind === "day") return "yyyy-mm-dd";
  if (kind !== "number" || title === "值") return kind === "number" ? "General" : "@";
  if (MONEY.has(title)) return "#,##0.00";
  return MARKS.has(title) ? "General" : "0";
}

/** Where rows have several lines, all cells start at the top: a longer text then shows its beginning, not its middle. */
function alignment(column: Column, lineCount: number): Partial<Alignment> {
  const { kind, title, owner, width = 0 } = column;
  const place = { vertical: lineCount > 1 ? "top" : "middle" } as const;
  if (kind === "number") return { ...place, horizontal: MONEY.has(title) ? "right" : title === "值" ? "left" : "center" };
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

/** Room for a text in characters: a Chinese one takes two. */
export function roomFor(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

const FILTER_BUTTON = 4;
/** Several findings stand in one cell. */
const WIDER: Readonly<Record<string, number>> = { 计划检查: 80 };

/** The width of a column: the schema's with a margin, and never less than its title beside the filter button needs. */
export function columnWidth({ title, width = 10 }: Column): number {
  return Math.max(WIDER[title] ?? width + 2, roomFor(title) + FILTER_BUTTON);
}
