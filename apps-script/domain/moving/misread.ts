const FORMULA_SIGN = /^\s*[=+\-@']/;
const COUNTABLE = /^\s*(?:[($¥￥.]\s*)?[\d０-９]/;
const WORD_VALUE = /^\s*(true|false|[a-z]{3,9}\.?\s*\d.*|[上下]午\s*\d.*)\s*$/i;

/** No number, date or time is longer when written out. */
const LONGEST_VALUE = 200;

/** Whether Sheets may take a text for a formula, number, date, time or boolean when it is written into a cell. */
export function mayBeMisread(text: string): boolean {
  return FORMULA_SIGN.test(text) || (text.length <= LONGEST_VALUE && (COUNTABLE.test(text) || WORD_VALUE.test(text)));
}

/**
 * Whether Sheets made something else of what was written: an apostrophe too many or too few, a number of a text or the
 * other way round, the text of a formula. The cell's format did it.
 */
export function isMisread(wanted: unknown, found: unknown, isFormula = false): boolean {
  if (isFormula) return found === wanted;
  if (typeof wanted === "string" && wanted !== "" && isMoment(found)) return true;
  if (typeof wanted === "string" && typeof found === "string") return found === `'${wanted}` || wanted === `'${found}`;
  if (wanted === "" || found === null || typeof wanted === typeof found) return false;
  return Number(wanted) === Number(found);
}

/** A host that knows moments gives them as objects. */
export function isMoment(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null;
}
