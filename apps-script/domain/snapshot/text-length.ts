/**
 * Lengths of texts. A character is a Unicode code point: 𫘧 is one, though a text of JavaScript, and a cell of Excel, counts it
 * as two units. Only what a cell can hold goes by units.
 */

/** Units that a cell holds in every program we write for: Excel's limit; a cell of Google Sheets takes 50,000. */
export const CELL_UNITS = 32_767;

const CUT = "…";

export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++, length++) if (isPair(text, at)) at++;
  return length;
}

/** Whether a text has more than so many characters; tells long texts without counting them. */
export function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  return text.length > 2 * most || lengthOf(text) > most;
}

/** The first characters of a text, no character being cut in two. */
export function firstOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let at = 0;
  for (let taken = 0; taken < most && at < text.length; taken++) at += isPair(text, at) ? 2 : 1;
  return text.slice(0, at);
}

/** The text, or its beginning and `…` where it has more than so many characters. */
export function cutTo(text: string, most: number): string {
  return isLonger(text, most) ? firstOf(text, most - 1) + CUT : text;
}

/** The text, or its beginning and `…` where no cell could hold it. */
export function cutToCell(text: string): string {
  if (text.length <= CELL_UNITS) return text;
  const end = CELL_UNITS - CUT.length;
  return text.slice(0, isPair(text, end - 1) ? end - 1 : end) + CUT;
}

function isPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}
