/** Mm of a page as .xlsx counts them. */

const MM_IN_INCH = 25.4;

/** Points of a row; the highest that Excel takes is 409. */
export const pointsOf = (mm: number): number => Math.min(409, (mm / MM_IN_INCH) * 72);

export const inchesOf = (mm: number): number => mm / MM_IN_INCH;

/**
 * Columns are counted in digits of the book's font, so it is one that is as wide on every PC, or has a stand-in of the same width:
 * a sheet that turns out too wide is shrunk to the page, and boxes to sign in with it.
 */
export const PAPER_FONT = { name: "Arial", size: 10 } as const;
/** Px that its digits are wide, and what a column keeps free beside them. */
const [DIGIT, BESIDE] = [7, 5];

/** A column's width in digits of the book's font (ECMA-376 part 1, 18.3.1.13). */
export const digitsOf = (mm: number): number => Math.max(1, ((mm / MM_IN_INCH) * 96 - BESIDE) / DIGIT);

/** Points of the letters on a paper. */
export const LETTER = 10.5;
const CHINESE = (LETTER / 72) * MM_IN_INCH;
const LINE = CHINESE * 1.45;
/** Mm that a cell keeps free left and right. */
const MARGIN = 2;

/** Mm that a text needs to stand in a line; a Chinese character is as wide as two others. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? CHINESE : CHINESE * 0.56), 0);
}

/** Mm of a row in which a text of several lines stands in a cell so wide. */
export function heightOf(text: string, width: number): number {
  const room = Math.max(CHINESE, width - MARGIN);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 1.04) / room)), 0);
  return lines * LINE + 1.4;
}
