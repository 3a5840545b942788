import { isCheckedId } from "./check-character";

/** What people and programs write around a resident id, and for its last X. Texts are folded, Latin letters capitals. */

/** Signs met for the check letter: multiplication, Cyrillic and Greek letters that look like X. */
const LETTER_X = /[\u00d7\u2715\u2716\u2a2f\u0425\u0445\u03a7\u03c7]$/u;
const BEFORE =
  /^[\s="'#:.,;(]*(?:(?:中华人民共和国)?(?:居民|公民)?(?:身份证件?|身份|证件)(?:号码?)?|ID(?:CARD)?(?:NO|NUMBER)?)?[\s="'#:.(]*/u;
const AFTER = /[\s"'#:.,;。、)]{0,8}$/u;

/**
 * The id in a text that says nothing else: `身份证3799…`, `#3799…`, `="3799…"`, `3799….`, `3799…×`. Only where the check character
 * agrees; any other text comes back as it is.
 */
export function decodedId(text: string): string {
  if (!/\d{17}/.test(text) || isCheckedId(text)) return text;
  const bare = text.replace(BEFORE, "").replace(AFTER, "").replace(LETTER_X, "X");
  return isCheckedId(bare) ? bare : text;
}

/**
 * The one id that a misspelled text can only stand for: another sign for the last X, letters for 0 and 1, an id among other
 * characters. `null` for
 * none, for several, and for an id that is well spelled. A proposal is for a person to confirm; until then the text is that
 * person's, so that nobody is entered twice.
 */
export function proposedId(text: string): string | null {
  if (/^\d+X?$/.test(text)) return null;
  const plain = text.replace(ENTITY, (_all, code: string) => String.fromCharCode(Number(code)));
  const letters = plain.replace(/O/gu, "0").replace(/[IL|]/gu, "1");
  const whole = isCheckedId(letters) ? letters : withLetter(letters);
  if (isCheckedId(whole)) return whole;
  const found = plain.match(CORE) ?? [];
  const [only, ...others] = new Set(found.map(withLetter));
  return only !== undefined && others.length === 0 && isCheckedId(only) ? only : null;
}

/** A digit as web pages may spell it. */
const ENTITY = /&#(4[89]|5[0-7]);/gu;
/** 17 digits with the check character, or with another sign in its place, as `*`, `?`, 叉. */
const CORE = /(?<!\d)\d{17}(?:[\dX](?!\d)|[^\dX])/gu;

/** Any sign in place of the check character stands for the X, which is the one that people cannot type. */
function withLetter(core: string): string {
  return core.length === 18 ? core.replace(/[^\dX]$/u, "X") : core;
}

/** Area, a day of birth, sequence and check character; the old ones of 15 digits have neither century nor check. */
const NEAR_ID = /^[1-9]\d{5}(?:19[3-9]|20[01])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u;
const NEAR_OLD_ID = /^[1-9]\d{5}[3-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/u;

/** Whether a text is a resident id, or so nearly one that somebody meant one: a wrong check character, a misspelled letter. */
export function isLikeId(text: string): boolean {
  return isCheckedId(text) || NEAR_ID.test(text) || NEAR_OLD_ID.test(text) || proposedId(text) !== null;
}

/** Whether a text holds more than one resident id: whose it is cannot be told. */
export function holdsSeveralIds(text: string): boolean {
  const runs = text.match(/\d{17}[\dX]/gu) ?? [];
  return text.length > 18 && runs.length > 1 && runs.every(isCheckedId);
}
