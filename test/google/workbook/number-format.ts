import { AUTOMATIC_FORMAT, type CellValue, TEXT_FORMAT } from "./cell";
import { wallOfSerial } from "./serial-days";

const DATE_TOKEN = /"[^"]*"|\\.|AM\/PM|am\/pm|y+|m+|d+|h+|s+|[\s\S]/g;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const kinds = new Map<string, boolean>();

/** Whether numbers of this format are days or times, so that a script gets them as `Date`. */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  let is = kinds.get(format);
  if (is === undefined) {
    is = /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, ""));
    kinds.set(format, is);
  }
  return is;
}

/** The text a cell shows. Formats beyond days, times, decimals, thousands, per cent and a currency sign are refused. */
export function displayText(value: CellValue, format: string | null): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (format === null || format === AUTOMATIC_FORMAT || format === TEXT_FORMAT || format === "General") return plainNumber(value);
  return isDateFormat(format) ? dateText(value, format) : numberText(value, format);
}

export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15)))
    .replace(/e([+-])(\d)$/, "E$10$2")
    .replace("e", "E");
}

function dateText(serial: number, format: string): string {
  const at = new Date(wallOfSerial(serial));
  const half = /am\/pm/i.test(format);
  const tokens = format.match(DATE_TOKEN) ?? [];
  return tokens
    .map((token, index) => {
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith("\\")) return token.slice(1);
      if (/^am\/pm$/i.test(token)) return at.getUTCHours() < 12 ? "AM" : "PM";
      const pad = (number: number): string => String(number).padStart(Math.min(token.length, 2), "0");
      switch (token[0]) {
        case "y":
          return token.length > 2
            ? String(at.getUTCFullYear()).padStart(4, "0")
            : String(at.getUTCFullYear() % 100).padStart(2, "0");
        case "m":
          if (isMinutes(tokens, index)) return pad(at.getUTCMinutes());
          return token.length === 3 ? (MONTHS[at.getUTCMonth()] ?? "") : pad(at.getUTCMonth() + 1);
        case "d":
          return pad(at.getUTCDate());
        case "h":
          return pad(half ? at.getUTCHours() % 12 || 12 : at.getUTCHours());
        case "s":
          return pad(at.getUTCSeconds());
        default:
          return token;
      }
    })
    .join("");
}

/** `m` means minutes next to hours or seconds. */
function isMinutes(tokens: readonly string[], index: number): boolean {
  const letters = (token: string): boolean => /^[ymdhs]/.test(token);
  const before = tokens.slice(0, index).findLast(letters);
  const after = tokens.slice(index + 1).find(letters);
  return before?.startsWith("h") === true || after?.startsWith("s") === true;
}

function numberText(value: number, format: string): string {
  if (format === "0.00E+00")
    return value
      .toExponential(2)
      .replace(/e([+-])(\d)$/, "E$10$2")
      .replace("e", "E");
  const parts = /^((?:"[^"]*"|[$¥€£])?)(#,##)?(0|#)(?:\.(0+))?(%?)$/.exec(format);
  if (!parts) throw new Error(`The stand-in can't show numbers in the format ${format}.`);
  const [, sign = "", thousands, , decimals = "", percent = ""] = parts;
  const fixed = Math.abs(percent ? value * 100 : value).toFixed(decimals.length);
  const grouped = thousands ? fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",") : fixed;
  const minus = value < 0 && /[1-9]/.test(fixed) ? "-" : "";
  return `${minus}${sign.replaceAll('"', "")}${grouped}${percent}`;
}
