import type { CellValue } from "./cell";
import { parseMoment } from "./parse-moment";

/** What becomes of a text that is typed into a cell. `numberFormat` is what an automatic cell takes on. */
export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  readonly numberFormat?: string;
}

export interface EntryContext {
  /** As Google writes it: `zh_CN`, `en_US`. */
  readonly locale: string;
  /** The year of days that are typed without one. */
  readonly year: number;
}

/** How numbers, days, times and formulas by sign begin; a cheap way out for all other texts. */
const MAY_COUNT = /^[-+($¥￥.\d]/;

/** Reads a text the way a spreadsheet reads what a person types. Text that is nothing else stays as it is. */
export function parseEntry(text: string, context: EntryContext): Entry {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { value: "", formula: text };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { value: true };
  if (/^false$/i.test(trimmed)) return { value: false };
  if (!MAY_COUNT.test(trimmed) || !/\d/.test(trimmed)) return { value: text };
  return parseNumber(trimmed) ?? parseMoment(trimmed, context) ?? formulaBySign(trimmed) ?? { value: text };
}

function parseNumber(text: string): Entry | null {
  if (/[^-+\d.,()%eE$¥￥]/.test(text)) return null;
  const parts = /^(\(?)([-+]?)([$¥￥]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[-+]?\d+)?(%?)(\)?)$/i.exec(text);
  const [, open, sign, currency, whole = "", fraction = "", power = "", percent, close] = parts ?? [];
  if (!parts || (open === "(") !== (close === ")") || (open && sign) || !/\d/.test(whole + fraction)) return null;
  const size = Number(`${whole.replaceAll(",", "")}${fraction === "." ? "" : fraction}${power}`);
  const value = (percent ? size / 100 : size) * (sign === "-" || open ? -1 : 1);
  const decimals = fraction.length > 1;
  if (percent) return { value, numberFormat: decimals ? "0.00%" : "0%" };
  if (currency) return { value, numberFormat: `"${currency}"#,##0${decimals ? ".00" : ""}` };
  if (whole.includes(",")) return { value, numberFormat: decimals ? "#,##0.00" : "#,##0" };
  if (power) return { value, numberFormat: "0.00E+00" };
  return { value };
}

/** `+A1` and `-A1*2` are formulas to a spreadsheet; only expressions without words are taken for one here. */
function formulaBySign(text: string): Entry | null {
  return /^[-+][-+*/^().,$\dA-Z]*$/.test(text) && /[A-Z\d]$|\)$/.test(text) ? { value: "", formula: `=${text}` } : null;
}
