/**
 * What a cell holds once it has crossed the edge.
 *
 * Text is text, numbers are numbers, a day is the text `YYYY-MM-DD`, a moment an ISO text with offset. Absent, `''`
 * and blanks are one thing: `null`. Booleans and error values of a spreadsheet arrive as their text (`TRUE`, `#N/A`).
 */
export type Value = string | number | null;

/** The text of a value, trimmed; `''` for an empty one. */
export function textOf(value: Value | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}

/** `null` for `''`, blanks (also full width, no-break, zero width) and absent; anything else as it is. */
export function presentValue(value: Value | undefined): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return value;
  const first = value.charCodeAt(0);
  // A visible character to begin with, of which nearly every cell has one: letters and digits, Chinese characters.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first < 0xd800)) return value;
  return /^[\s\u200b-\u200d\ufeff]*$/u.test(value) ? null : value;
}
