import { decodedId } from "./id-spellings";

/**
 * One form for each thing people write in several ways, for storing (ids, mobiles) or for comparing only (units, names).
 * Every function here is idempotent.
 */

/** Blanks of every width, controls, and invisible format characters (zero width, direction marks pasted from a phone). */
const INVISIBLE = /[\s\p{Zs}\p{Cc}\p{Cf}]/gu;
const DASHES = /[-\u00ad\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]/gu;
const LEADING_APOSTROPHE = /^['\u2018\u2019`]+/u;
const QUOTES = /["'`\u2018\u2019\u201c\u201d\u300c\u300d]/gu;
/** Separators met instead of U+00B7, the one of 民委发〔2016〕33号; NFKC does not unify them. */
const DOTS = /[\u0387\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65\ufe52.]/gu;
/** The same without the full stops, which may be a Latin abbreviation. */
const MIDDLE_DOTS = /[\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65]/gu;
const FULL_STOP_BETWEEN_HAN = /(?<=\p{Script=Han}) ?[\uff0e\ufe52.] ?(?=\p{Script=Han})/gu;

/** Texts that NFKC and every pattern of this file leave alone: nearly all that are met, and asked of often. */
const PLAIN = /^[0-9A-Za-z\u4e00-\u9fff]*$/;

/** NFKC before and after: a removed character may stand between a letter and its accent. */
function strippedOf(text: string, unwanted: readonly RegExp[]): string {
  if (PLAIN.test(text)) return text;
  return unwanted.reduce((rest, pattern) => rest.replace(pattern, ""), text.normalize("NFKC")).normalize("NFKC");
}

function upperLatin(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Half width, no blanks, no invisible characters, no leading apostrophe (a spreadsheet's mark for text). */
export function foldWidth(text: string): string {
  return strippedOf(text, [INVISIBLE]).replace(LEADING_APOSTROPHE, "");
}

/** A document's number as it is stored: folded, without hyphens, Latin letters in capitals, nothing around a resident id. */
export function canonicalId(value: string): string {
  return decodedId(upperLatin(strippedOf(value, [INVISIBLE, DASHES]).replace(LEADING_APOSTROPHE, "")));
}

/** A mobile as it is stored: folded, without hyphens, brackets, country code or the long-distance 0. */
export function canonicalMobile(value: string): string {
  return strippedOf(value, [INVISIBLE, DASHES, QUOTES, /[()]/gu])
    .replace(/^(?:\+86|0086)+/, "")
    .replace(/^(?:86|0)(?=1[3-9]\d{9}$)/, "");
}

/** A unit's name for comparing: folded, one kind of bracket, one kind of dot, no quotes; the company suffix stays. */
export function canonicalUnit(name: string): string {
  const folded = strippedOf(name, [INVISIBLE, QUOTES]);
  return upperLatin(
    folded
      .replace(/[[{【〔〈《「『]/gu, "(")
      .replace(/[\]}】〕〉》」』]/gu, ")")
      .replace(DOTS, "·"),
  );
}

const COMPANY_SUFFIXES = ["有限责任公司", "股份有限公司", "有限公司", "公司", "集团"];
const NOT_A_SUFFIX = ["分公司", "子公司"];

/**
 * What is left of a unit's name without brackets and company suffix. Two units with one stem are a question to staff
 * (a group and its subsidiary may share it), never proof. 分公司 stays: a branch is not its company.
 */
export function unitStem(name: string): string {
  const whole = canonicalUnit(name).replace(/[()]/g, "").normalize("NFKC");
  let end = whole.length;
  for (;;) {
    const endsWith = (text: string): boolean => whole.endsWith(text, end);
    const suffix = NOT_A_SUFFIX.some(endsWith) ? undefined : COMPANY_SUFFIXES.find(endsWith);
    if (suffix === undefined || suffix.length === end) return whole.slice(0, end);
    end -= suffix.length;
  }
}

/** A person's name for comparing only: folded, one kind of dot, capitals, no variation selectors. */
export function canonicalName(name: string): string {
  const folded = strippedOf(name, [INVISIBLE, /\p{Variation_Selector}/gu]).replace(LEADING_APOSTROPHE, "");
  return upperLatin(folded.replace(DOTS, "·"));
}

/**
 * A person's name as it is stored and shown: the separator is U+00B7, blanks inside a Han name of two or three characters
 * ("王　梦") are gone, other blanks are single ones.
 */
export function shownName(name: string): string {
  const spaced = name.replace(/[\p{Cf}]/gu, "").replace(/[\s\p{Zs}\p{Cc}]+/gu, " ");
  const dotted = spaced
    .trim()
    .replace(/^['`\u2018\u2019\s]+/u, "")
    .replace(MIDDLE_DOTS, "·")
    .replace(/ ?· ?/gu, "·")
    .replace(FULL_STOP_BETWEEN_HAN, "·");
  const joined = dotted.replace(/ /g, "");
  return /^\p{Script=Han}{2,3}$/u.test(joined) ? joined : dotted;
}
