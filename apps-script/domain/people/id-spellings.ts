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
 * The one id that a misspelled text can only stand for: a star for the last X, letters for 0 and 1, an id with a remark. `null` for
 * none, for several, and for an id that is well spelled. A proposal is for a person to confirm; until then the text is that
 * person's, so that nobody is entered twice.
 */
export function proposedId(text: string): string | null {
  if (/^\d+X?$/.test(text)) return null;
  const letters = text.replace(/O/gu, "0").replace(/[IL|]/gu, "1").replace(/\*$/u, "X");
  if (isCheckedId(letters)) return letters;
  const found = text.match(/(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/gu) ?? [];
  const [only, ...others] = new Set(found);
  return only !== undefined && others.length === 0 && isCheckedId(only) ? only : null;
}

/** Whether a text holds more than one resident id: whose it is cannot be told. */
export function holdsSeveralIds(text: string): boolean {
  const runs = text.match(/\d{17}[\dX]/gu) ?? [];
  return text.length > 18 && runs.length > 1 && runs.every(isCheckedId);
}
