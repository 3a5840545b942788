import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { escapeElementText } from "./xml-scan";

/** What the writer of a cell must know of its book: 1904 dates, and what its style indexes (`s`) show. */
export interface BookStyles {
  readonly startsIn1904: boolean;
  isDay(style: number): boolean;
  /** The style for a number: the same one, or where it shows a day or a time one that is else alike. */
  asNumber(style: number): number;
}

// C0 controls except tab and newline, the two non-characters, and halves of surrogate pairs: XML cannot hold them.
const unsafe =
  "[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";
const unsafeCharacter = new RegExp(unsafe, "g");
const looksEscaped = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${unsafe}))`, "g");

/**
 * Text as it stands inside `<t>`: what XML cannot hold becomes `_xHHHH_`, and a literal `_xHHHH_` is protected by
 * `_x005F_`, because readers decode it (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export function cellText(text: string): string {
  return escapeElementText(codedText(text));
}

/** The same before it is made XML of. */
export function codedText(text: string): string {
  return text.replace(looksEscaped, "_x005F_").replace(unsafeCharacter, codeOf);
}

/** A character as `_xHHHH_`. */
export const codeOf = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const dayLength = 86_400_000;

/**
 * The serial number of an ISO day, or undefined when `text` is no such day or lies before 1900-03-01 (or 1904), where
 * programs disagree by a day: those are written as text.
 */
export function serialOfDay(text: string, startsIn1904: boolean): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const moment = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text) return undefined;
  const serial = Math.round((moment - Date.UTC(1899, 11, 30)) / dayLength);
  if (serial < 61) return undefined;
  return startsIn1904 ? (serial > 1462 ? serial - 1462 : undefined) : serial;
}

/**
 * What follows `<c r=… s=…` for a value: its type, its content and the end of the cell, as bytes in a latin1 string.
 *
 * @param prefix namespace prefix of the sheet's tags with its colon, or ''
 */
export function cellContent(
  value: Value,
  kind: "text" | "day" | "number",
  style: number,
  book: BookStyles,
  prefix: string,
): string {
  if (value === null) return "/>";
  const end = `</${prefix}c>`;
  if (typeof value === "number" && kind !== "text") return `><${prefix}v>${value}</${prefix}v>${end}`;
  const text = String(value);
  if (kind === "day" && book.isDay(style)) {
    const serial = serialOfDay(text, book.startsIn1904);
    if (serial !== undefined) return `><${prefix}v>${serial}</${prefix}v>${end}`;
  }
  const bytes = asBytes(cellText(text));
  return ` t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${bytes}</${prefix}t></${prefix}is>${end}`;
}

/** Text as its UTF-8 bytes, one character a byte: sheets are scanned that way, so untouched bytes stay as they are. */
function asBytes(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return Buffer.from(text, "utf8").toString("latin1");
  return text;
}
