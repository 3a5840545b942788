import { columnNumber } from "./area";

export interface Reference {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type Token =
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "sign"; readonly sign: string };

const SHEET = String.raw`(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = String.raw`\$?(?<c1>[A-Za-z]{1,3})\$?(?<r1>[1-9]\d*)(?::\$?(?<c2>[A-Za-z]{1,3})\$?(?<r2>[1-9]\d*))?(?![\p{L}\p{N}_(])`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"(?<text>(?:[^"]|"")*)"|(?<reference>${SHEET}${CELL})|(?<word>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign><>|<=|>=|[-+*/&=<>^%(),;]))`,
  "uy",
);

/** Null when a part of it is nothing that a formula can hold. */
export function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = [];
  const text = formula.trimEnd();
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return null;
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token {
  if (groups.number !== undefined) return { kind: "number", number: Number(groups.number) };
  if (groups.text !== undefined) return { kind: "text", text: groups.text.replaceAll('""', '"') };
  if (groups.word !== undefined) return { kind: "word", word: groups.word };
  if (groups.sign !== undefined) return { kind: "sign", sign: groups.sign };
  const { sheet, c1 = "", r1 = "", c2 = c1, r2 = r1 } = groups;
  const [row, column] = [Number(r1), columnNumber(c1)];
  const title = sheet?.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return {
    kind: "reference",
    reference: { sheet: title ?? null, row, column, rows: Number(r2) - row + 1, columns: columnNumber(c2) - column + 1 },
  };
}
