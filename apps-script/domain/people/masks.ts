import type { Personal } from "../schema/column";

/**
 * Ids and mobiles for screens, messages and logs. A mask keeps the length, so that a missing digit still shows, and never
 * any digit of the day of birth.
 */

function masked(text: string, head: number, tail: number): string {
  const characters = [...text];
  const hidden = characters.length - head - tail;
  return characters.slice(0, head).join("") + "*".repeat(hidden) + characters.slice(characters.length - tail).join("");
}

/** `370612199001010012` → `370612********0012`; shorter documents keep one or two characters at each end. */
export function maskId(id: string): string {
  const length = [...id].length;
  if (length >= 17) return masked(id, 6, 4);
  if (length >= 14) return masked(id, 6, 3);
  if (length >= 8) return masked(id, 2, 2);
  return length >= 3 ? masked(id, 1, 1) : "*".repeat(length);
}

/** `13800138000` → `138****8000`; a shorter number keeps its ends. */
export function maskMobile(mobile: string): string {
  const length = [...mobile].length;
  if (length >= 11) return masked(mobile, 3, 4);
  if (length >= 7) return masked(mobile, 2, 2);
  return length >= 3 ? masked(mobile, 1, 1) : "*".repeat(length);
}

/** A cell of a column for screens, messages and logs, by what personal data the schema says it holds. */
export function maskAs(personal: Personal | undefined, text: string): string {
  if (personal === undefined) return maskText(text);
  return personal === "id" ? maskId(text) : maskMobile(text);
}

/** Stars for the digits in the middle of a match; what separates them stays. */
function hideDigits(match: string, head: number, tail: number): string {
  const isDigit = /[0-9０-９XxＸｘ]/;
  const total = [...match].filter((character) => isDigit.test(character)).length;
  let place = 0;
  return [...match]
    .map((character) => {
      if (!isDigit.test(character)) return character;
      place += 1;
      return place > head && place <= total - tail ? "*" : character;
    })
    .join("");
}

const D = "[0-9０-９]";
const DIGIT = new RegExp(D, "u");
/** A run number begins with a day of this century; no area begins with 20. */
const NOT_A_RUN_NUMBER = "(?!20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01]))";
const GAP = "[ \u00a0\u3000-]?";
const ID_IN_TEXT = new RegExp(
  `(?<!${D})${NOT_A_RUN_NUMBER}(?:${D}{6}${GAP}${D}{4}${GAP}${D}{2}${GAP}${D}{2}${GAP}${D}{3}${GAP}[0-9０-９XxＸｘ]|${D}{14,}[0-9０-９XxＸｘ])(?!${D})`,
  "gu",
);
/** What a spreadsheet shows of a damaged id still tells area and birth. */
const SCIENTIFIC_ID = /\d\.\d{5,}(?=E\+?1[4-8])/giu;
const PERMANENT_RESIDENT = /(?<![A-Za-z])[A-Za-z]{3}\d{12}(?!\d)/gu;
const MOBILE_IN_TEXT = new RegExp(
  `(?<=(?:^|[^0-9０-９A-Za-z])(?:(?:[+＋]|00)?86)?${GAP})[1１][3-9３-９]${D}${GAP}${D}{4}${GAP}${D}{4}(?![0-9０-９A-Za-z])`,
  "gu",
);

/**
 * Masks what looks like an id (15 digits and more, spaced or not) or a mobile inside a sentence. Days, enrolment numbers
 * (`B2024-00001`) and run numbers stay. Passport numbers have no form of their own: mask those with `maskId` before.
 */
export function maskText(sentence: string): string {
  if (!DIGIT.test(sentence)) return sentence;
  return sentence
    .replace(SCIENTIFIC_ID, (match) => hideDigits(match, 3, 0))
    .replace(ID_IN_TEXT, (match) => hideDigits(match, 6, [...match].length >= 17 ? 4 : 3))
    .replace(PERMANENT_RESIDENT, (match) => maskId(match))
    .replace(MOBILE_IN_TEXT, (match) => hideDigits(match, 3, 4));
}
