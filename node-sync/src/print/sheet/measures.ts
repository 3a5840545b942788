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
/** Px that its digits are wide: Excel rounds them, LibreOffice does not and makes columns 6 % wider. */
const DIGIT = 7;
/** Of the width of a page, what columns take so that they stay on it in every program. */
export const COLUMNS_SHARE = 0.94;

/** A column's width in digits of the book's font, margins included, as the file says it (ECMA-376 part 1, 18.3.1.13). */
export const digitsOf = (mm: number): number => ((mm / MM_IN_INCH) * 96) / DIGIT;

/** Points of the letters on a paper. */
export const LETTER = 10;
const CHINESE = (LETTER / 72) * MM_IN_INCH;
/** A digit of the widest font that stands in for ours. */
const OTHER = CHINESE * 0.62;
const LINE = CHINESE * 1.45;
/** Mm that a cell keeps free left and right. */
const MARGIN = 2.6;

/** Mm that a text needs to stand in a line. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? CHINESE : OTHER), 0);
}

/** Whether a text stands in one line of a cell so wide. */
export const fitsIn = (text: string, width: number): boolean => widthOf(text) <= width - MARGIN;

/** Mm of a row in which a text of several lines stands in a cell so wide. */
export function heightOf(text: string, width: number): number {
  const room = Math.max(CHINESE, width - MARGIN);
  const lines = text.split("\n").reduce((sum, line) => sum + linesIn(line, room), 0);
  return lines * LINE + 0.7;
}

/** What no line is broken in: a word or number, or a character; with the marks that begin no line. */
const PIECES = /(?:[!-~]+|.)[、，。；：）》”！？]*/gsu;

function linesIn(line: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const [piece] of line.matchAll(PIECES)) {
    const width = widthOf(piece);
    if (used > 0 && used + width > room) [lines, used] = [lines + 1, 0];
    used += width;
    // Longer than a line, it is broken after all.
    while (used > room) [lines, used] = [lines + 1, used - room];
  }
  return lines;
}
