/**
 * Formulas of Google Sheets that fill cells beside and below their own. Only the first cell holds the formula, the others hold
 * nothing and show a part of its result; whatever is written into one of them takes the whole result away (`#REF!`).
 * https://support.google.com/docs/answer/3093275
 */

/** In the place of a formula: the cell shows a part of what another cell's formula gives. */
export const SPILLED = "→";

/** A formula that fills more than its own cell, from there so many columns wide. Row and column from 0. */
export interface Filling {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

type Formulas = readonly (readonly string[])[];

const SEVERAL =
  `ARRAYFORMULA ARRAY_CONSTRAIN FILTER SORT SORTN UNIQUE QUERY SEQUENCE RANDARRAY SPLIT TRANSPOSE FLATTEN MAP BYROW BYCOL
MAKEARRAY SCAN HSTACK VSTACK TOCOL TOROW WRAPCOLS WRAPROWS CHOOSECOLS CHOOSEROWS FREQUENCY MMULT MINVERSE MUNIT TREND GROWTH LINEST
LOGEST IMPORTRANGE IMPORTHTML IMPORTDATA IMPORTXML IMPORTFEED GOOGLEFINANCE`.split(/\s+/);
const ONE =
  "SUM SUMPRODUCT SUMIF SUMIFS COUNT COUNTA COUNTIF COUNTIFS COUNTUNIQUE AVERAGE MAX MIN MEDIAN TEXTJOIN JOIN AND OR ROWS COLUMNS".split(
    " ",
  );
/** These give what their first argument gives. */
const AS_FIRST = ["IFERROR", "IFNA"];

/** Whether some function in a formula gives several values: what becomes of them is for others to say. */
export function mayFill(formula: string): boolean {
  const bare = withoutTexts(formula);
  return bare.includes("{") || SEVERAL.some((name) => bare.includes(`${name}(`));
}

/** Whether a formula gives several values, by its outermost function: a sum of filtered cells is one value. */
export function fillsSeveral(formula: string): boolean {
  const { name, first } = outermost(withoutTexts(formula).replace(/^[=+\s]+/u, ""));
  if (AS_FIRST.includes(name)) return fillsSeveral(first);
  if (name === "ARRAYFORMULA") return !ONE.includes(outermost(first).name);
  return name === "{" || SEVERAL.includes(name);
}

/** Whether it may give several columns: not a single one that was sorted or filtered, and not row by row. */
export function mayBeWide(formula: string): boolean {
  const bare = withoutTexts(formula).replace(/^[=+\s]+/u, "");
  const { name, first } = outermost(bare);
  if (AS_FIRST.includes(name)) return mayBeWide(first);
  if (name === "{") return /[,\\]/u.test(bare);
  if (name === "ARRAYFORMULA") return first.startsWith("{") && mayBeWide(first);
  const [, left, right] = /^(?:[^!]+!)?\$?([A-Z]+)\$?\d*:\$?([A-Z]+)\$?\d*$/u.exec(first) ?? [];
  return left === undefined || left !== right;
}

/**
 * The formulas with `SPILLED` in the cells that are filled: down to the next formula, to as many rows as the formula names if
 * all its ranges end, or to the end of the `rows` of the grid: further values may come there as the table grows.
 */
export function withSpills(formulas: Formulas, fillings: readonly Filling[], rows: number): string[][] {
  const marked = formulas.map((line) => [...line]);
  for (const { row, column, width } of fillings) {
    const last = Math.min(rows, row + heightOf(formulas[row]?.[column] ?? ""));
    for (let across = column; across < column + width; across++) {
      for (let down = across === column ? row + 1 : row; down < last; down++) {
        if (formulas[down]?.[across]) break;
        while (marked.length <= down) marked.push([]);
        const line = marked[down];
        while (line && line.length < across) line.push("");
        if (line) line[across] = SPILLED;
      }
    }
  }
  return marked;
}

/** Rows that a formula can fill: infinitely many if one of its ranges has no end, or it has none. */
function heightOf(formula: string): number {
  const ranges = [...withoutTexts(formula).matchAll(/\$?[A-Z]{0,3}\$?(\d{0,7}):\$?[A-Z]{0,3}\$?(\d{0,7})/gu)];
  const heights = ranges.map(([, from, to]) => (from && to ? Number(to) - Number(from) + 1 : Number.POSITIVE_INFINITY));
  return heights.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...heights);
}

function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/gu, '""').toUpperCase();
}

/** The function whose brackets hold all of an expression, with its first argument; `{` for a list of values. */
function outermost(expression: string): { readonly name: string; readonly first: string } {
  const [, name = "", rest = ""] = /^([A-Z][A-Z0-9_.]*|(?=\{))([({].*)$/su.exec(expression.trim()) ?? [];
  let [depth, end] = [0, 0];
  for (let at = 0; at < rest.length; at++) {
    const sign = rest[at] ?? "";
    if ("({".includes(sign)) depth++;
    else if (")}".includes(sign) && --depth === 0)
      return { name: at === rest.length - 1 ? name || "{" : "", first: argument(rest, end || at) };
    else if (depth === 1 && ",;\\".includes(sign) && end === 0) end = at;
  }
  return { name: "", first: "" };
}

function argument(rest: string, end: number): string {
  return rest.slice(1, end).trim();
}
