import { SheetsError } from "../workbook/sheets-error";

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  orange: "#ffa500",
  gray: "#808080",
  grey: "#808080",
};

/** A colour as Google gives it back: `#` and six small letters or digits. Null goes back to the default. */
export function colorOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  const small = text.toLowerCase();
  if (/^#[\da-f]{6}$/.test(small)) return small;
  if (/^#[\da-f]{3}$/.test(small)) return small.replace(/[\da-f]/g, "$&$&");
  const named = NAMED[small];
  if (named === undefined) throw new SheetsError(`Invalid color: ${text}`);
  return named;
}
