import * as say from "../wording/people";
import { canonicalId } from "./canonical";

/** GB 32100-2015: 31 characters, no I O S V Z; the place of a character is its value. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(i-1) mod 31 for the first 17 places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
/** GB 11714-1997, the organisation code: 8 characters with A = 10 … Z = 35, then the check. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

function weighted(text: string, weights: readonly number[], valueOfCharacter: (character: string) => number): number {
  return weights.reduce((sum, weight, place) => sum + weight * valueOfCharacter(text.charAt(place)), 0);
}

/** The 18th character for the first 17: (31 − Σ mod 31) mod 31. */
export function creditCheckCharacter(first17: string): string {
  const sum = weighted(first17, WEIGHTS, (character) => ALPHABET.indexOf(character));
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character of an organisation code for its first 8: 11 − Σ mod 11, where 10 is X and 11 is 0. */
export function organisationCheckCharacter(first8: string): string {
  const check = 11 - (weighted(first8, ORGANISATION_WEIGHTS, (character) => Number.parseInt(character, 36)) % 11);
  return check === 10 ? "X" : String(check % 11);
}

/**
 * What is wrong with a 统一社会信用代码, as a sentence; `null` for a right or an empty one (the code is optional, so this is
 * never more than a warning).
 */
export function checkCreditCode(text: string): string | null {
  const code = canonicalId(text);
  if (code === "") return null;
  if ([...code].length !== 18) return say.creditLength(code, [...code].length);
  const foreign = [...code].filter((character) => !ALPHABET.includes(character));
  if (foreign.length > 0) return say.creditAlphabet(code, [...new Set(foreign)]);
  if (creditCheckCharacter(code) !== code.charAt(17)) return say.creditCheck(code);
  if (organisationCheckCharacter(code.slice(8, 16)) !== code.charAt(16)) return say.organisationCheck(code);
  return null;
}
