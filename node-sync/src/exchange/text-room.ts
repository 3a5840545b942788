import { LINE_HEIGHT } from "../workbook/look";

/** The texts of one row of a list. */
export type Texts = readonly (string | null)[];

/** Characters in a line of the widest column, and lines in the highest row. */
const WIDEST = 48;
const MOST_LINES = 20;

/** Room for a text in characters; what is not ASCII takes two, also the quotation marks. */
function roomOf(text: string): number {
  return text.replace(/[^\p{ASCII}]/gu, "  ").length;
}

/** Wide enough for the longest text within what a page can show. */
export function widthOf(rows: readonly Texts[], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, roomOf(row[index] ?? "")), 6);
  return Math.min(WIDEST, longest + 2);
}

/** High enough for the text with the most lines; programs do not all measure that themselves when they open a file. */
export function heightOf(texts: Texts, widths: readonly number[]): number {
  const lines = texts.map((text, index) => {
    const room = (widths[index] ?? WIDEST) - 2;
    return (text ?? "").split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(roomOf(line) / room)), 0);
  });
  return LINE_HEIGHT * Math.min(MOST_LINES, Math.max(1, ...lines)) + 3;
}
