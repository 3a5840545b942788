import { once } from "../naming/once";
import { FIRST_CODE, INITIALS, RARE_INITIALS } from "./initials-table";

/**
 * The letters that each sign of a name may begin with when it is read aloud, in the order of the name; a Latin letter is itself,
 * other signs (a dot between names) are none.
 *
 * @example initialsOf("单仁") // ["CDS", "R"]
 */
export function initialsOf(name: string): readonly string[] {
  const table = tableOfInitials();
  const letters: string[] = [];
  for (const sign of name) {
    const found = LATIN.test(sign) ? sign.toUpperCase() : table.get(sign);
    if (found !== undefined) letters.push(found);
  }
  return letters;
}

/** Whether the letters (capitals) are those that a name begins with, whichever way its signs are read. */
export function beginsWith(initials: readonly string[], letters: string): boolean {
  if (letters.length > initials.length) return false;
  for (let place = 0; place < letters.length; place++) {
    if (initials[place]?.includes(letters.charAt(place)) !== true) return false;
  }
  return true;
}

const LATIN = /^[A-Za-z]$/u;
/** A sign of `RARE_INITIALS`, or none where the table begins, with its letters or the point that says that it has none. */
const ENTRY = /([^A-Za-z.]?)([A-Z][a-z]*|\.)/gu;

const tableOfInitials = once((): ReadonlyMap<string, string> => {
  const table = new Map<string, string>();
  let code = FIRST_CODE;
  for (const [, , letters = "."] of INITIALS.join("").matchAll(ENTRY)) {
    if (letters !== ".") table.set(String.fromCodePoint(code), letters.toUpperCase());
    code++;
  }
  for (const [, sign = "", letters = ""] of RARE_INITIALS.matchAll(ENTRY)) table.set(sign, letters.toUpperCase());
  return table;
});
