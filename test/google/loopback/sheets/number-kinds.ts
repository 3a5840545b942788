import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { isDateFormat } from "../../workbook/number-format";
import type { InMemoryWorkbook } from "../../workbook/workbook";

type NumberFormat = sheets_v4.Schema$NumberFormat;

const PATTERNS: Readonly<Record<string, string>> = {
  TEXT: "@",
  NUMBER: "#,##0.00",
  PERCENT: "0.00%",
  CURRENCY: '"¥"#,##0.00',
  SCIENTIFIC: "0.00E+00",
  TIME: "h:mm:ss",
};

/** The pattern that a number format comes to; without one the type's own, by the spreadsheet's locale. */
export function patternOf(book: InMemoryWorkbook, format: NumberFormat | null | undefined): string | null {
  if (!format?.type && !format?.pattern) return null;
  if (format.pattern) return format.pattern;
  if (format.type === "DATE" || format.type === "DATE_TIME") return book.momentFormat(format.type === "DATE");
  return PATTERNS[format.type ?? ""] ?? null;
}

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/cells#NumberFormatType */
export function numberFormatOf(pattern: string): NumberFormat {
  return { type: kindOf(pattern), pattern };
}

function kindOf(pattern: string): string {
  if (pattern === "@") return "TEXT";
  if (isDateFormat(pattern)) {
    const [hasDay, hasTime] = [/[yd]/i.test(pattern), /[hs]/i.test(pattern)];
    return hasTime ? (hasDay ? "DATE_TIME" : "TIME") : "DATE";
  }
  if (pattern.includes("%")) return "PERCENT";
  if (/E\+/.test(pattern)) return "SCIENTIFIC";
  return /[$¥€£]/.test(pattern) ? "CURRENCY" : "NUMBER";
}
