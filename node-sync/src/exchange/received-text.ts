import { titleOfColumn } from "../../../apps-script/domain/schema/unit-columns";
import type { Value } from "../../../apps-script/domain/snapshot/value";

const ID_TITLE = titleOfColumn("idNumber");

/**
 * A value as text. An id that was a number stays visibly damaged (`3.79999E+17`): as plain digits it would look whole, and
 * one in eleven would pass its check when the file comes back.
 */
export function receivedText(raw: Value, title: string | null): string | null {
  if (raw === null) return null;
  // A workbook holds no control characters.
  if (typeof raw !== "number") return raw.replace(/\r\n?/gu, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");
  const isId = title === ID_TITLE || Math.abs(raw) >= 1e15;
  return isId ? raw.toExponential().replace("e", "E") : String(raw);
}

/** exceljs does not escape what looks like an escape (ECMA-376 part 1, 22.9.2.19), and readers would take it for one. */
export function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}
