import type { Value } from "../../../apps-script/domain/snapshot/value";
import { presentValue as valueOfText } from "../../../apps-script/domain/snapshot/value";

/** An error value of a spreadsheet, e.g. `{ error: "#N/A" }`. */
export interface CellError {
  readonly error: string;
}

/**
 * What a cell holds: text, a number, TRUE/FALSE, an error, or `null` for nothing. Days and times are already text
 * (`YYYY-MM-DD`, `YYYY-MM-DD HH:mm[:ss]`, `HH:mm[:ss]`). `""` is a text cell, or a cached result, without characters.
 */
export type CellValue = string | number | boolean | null | CellError;

/** The project's value of a cell: booleans and errors become their text, blank text becomes `null`. */
export function toValue(cell: CellValue | undefined): Value {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "object" ? errorText(cell.error) : valueOfText(cell);
}

/** An error stays one whatever its text is. */
function errorText(error: string): string {
  return /^#(?:N\/A|GETTING_DATA|\p{L}[\p{L}\p{N}_/]*[!?])$/iu.test(error) ? error : "#ERROR!";
}

/** `="0012"` is how exports keep a number as text. */
const EXPORTED = /^\s*="((?:[^"]|"")*)"\s*$/u;

/** The text within `="…"`, any other text as it is. */
export function unwrapped(text: string): string {
  const inside = EXPORTED.exec(text)?.[1];
  return inside === undefined ? text : inside.replaceAll('""', '"');
}

/**
 * The value as a list says it. Where days count from 1904, a bare number that could be a day is text, so that it is asked
 * about: by the other count it is a day four years earlier.
 */
export function listedValue(value: Value, date1904: boolean): Value {
  if (typeof value === "string") return valueOfText(unwrapped(value));
  const couldBeDay = typeof value === "number" && Number.isInteger(value) && value >= 10_000 && value <= 80_000;
  return date1904 && couldBeDay ? String(value) : value;
}
