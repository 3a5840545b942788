import { foldWidth } from "../../people/canonical";
import { textOf, type Value } from "../../snapshot/value";
import { formOf } from "../cell-form";

/** A spreadsheet keeps 15 digits of a number. */
const KEPT = 15;
const LENGTH = 18;
const POWER = /^(\d)(?:\.(\d{1,16}))?E\+?17$/iu;

/**
 * Whether an id is what a spreadsheet leaves of the known one once it was a number: the number, its digits with the last ones
 * gone (a CSV of it), or its short form 3.8E+17, which keeps even fewer.
 */
export function isLeftOf(written: Value, known: Value): boolean {
  const whole = formOf("idNumber", known);
  if (!/^\d{18}$/u.test(whole)) return false;
  if (typeof written === "number") return hasBeginning(digitsOf(written), whole);
  const text = foldWidth(textOf(written));
  const [, first, more = ""] = POWER.exec(text) ?? [];
  if (first !== undefined) return Number(whole).toExponential(more.length) === `${first}${more && "."}${more}e+17`;
  return text !== whole && /^\d{15}000$/u.test(text) && hasBeginning(text, whole);
}

const digitsOf = (number: number): string => number.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 0 });

function hasBeginning(digits: string, whole: string): boolean {
  return digits.length >= LENGTH - 1 && digits.slice(0, KEPT) === whole.slice(0, KEPT);
}
