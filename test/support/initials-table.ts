import { pinyin } from "pinyin-pro";

/** Where the table stands, from the root of the project. */
export const INITIALS_TABLE = "apps-script/domain/people/initials-table.ts";

const FIRST = 0x4e00;
const LAST = 0x9fff;
const ROW = 256;
/** Blocks beyond the first one, of which few characters have a reading. */
const OTHERS = [
  [0x3400, 0x4dbf],
  [0x20000, 0x323af],
] as const;

/** The letters that the readings of a character begin with, in order; "" for one without a reading. */
function initialsIn(code: number): string {
  const readings = pinyin(String.fromCodePoint(code), { multiple: true, type: "array", toneType: "none", nonZh: "removed" });
  const letters = readings.map((reading) => reading.normalize("NFD").charAt(0).toUpperCase());
  return [...new Set(letters.filter((letter) => /[A-Z]/u.test(letter)))].sort().join("");
}

const written = (initials: string): string => (initials === "" ? "." : initials.charAt(0) + initials.slice(1).toLowerCase());

function rowText(first: number): string {
  const codes = Array.from({ length: ROW }, (_, place) => first + place).filter((code) => code <= LAST);
  const shown = String.fromCodePoint(...codes.slice(0, 24));
  return `  // U+${first.toString(16).toUpperCase()} ${shown}…\n  "${codes.map((code) => written(initialsIn(code))).join("")}",\n`;
}

/** The source of the table, from the readings that pinyin-pro knows. */
export function initialsTable(): string {
  const rows: string[] = [];
  for (let first = FIRST; first <= LAST; first += ROW) rows.push(rowText(first));
  const rare: string[] = [];
  for (const [from, to] of OTHERS) {
    for (let code = from; code <= to; code++) {
      const initials = initialsIn(code);
      if (initials !== "") rare.push(`${String.fromCodePoint(code)}${written(initials)}`);
    }
  }
  return `${HEAD}export const FIRST_CODE = 0x4e00;

/**
 * The characters from U+4E00 on, 256 a row: the letter that a reading begins with in capitals, those of its other readings after
 * it in small ones, a point for a character without a reading.
 *
 * @example 单 is Cds: chan, dan, shan
 */
export const INITIALS: readonly string[] = [
${rows.join("")}];

/** Characters of other blocks, each with its letters. */
export const RARE_INITIALS =
  "${rare.join("")}";
`;
}

const HEAD = `/**
 * The letters that the readings of Chinese characters begin with, all readings of each: a surname may be read in its own way.
 * Written by \`npm run initials\` from pinyin-pro; a test compares.
 */

/** The code of the first character of the table. */
`;
