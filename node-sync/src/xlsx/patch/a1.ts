import { lettersOf } from "../../../../apps-script/domain/snapshot/address";

/** A block of cells; rows and columns count from 1, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const lastSheetRow = 1_048_576;
export const lastSheetColumn = 16_384;

/** 1 → A, 27 → AA. */
export const columnLetters = (column: number): string => lettersOf(column - 1);

/** A → 1, aa → 27. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + (letters.charCodeAt(at) & 31);
  return column;
}

/** (12, 28) → AB12. */
export const cellName = (row: number, column: number): string => columnLetters(column) + row;

/** `A1`, `A1:B9` or `$A$1:$B$9`; anything else (whole columns, other sheets' ranges) is undefined. */
export function parseArea(text: string): Area | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
}

/** The spelling of `area` that differs from `text` in its last row only: dollars stay, a single cell becomes a range. */
export function withBottom(text: string, bottom: number): string {
  if (text.includes(":")) return text.replace(/(?<!\d)\d+$/, String(bottom));
  return `${text}:${text.replace(/(?<!\d)\d+$/, String(bottom))}`;
}
