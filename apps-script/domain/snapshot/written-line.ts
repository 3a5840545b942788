import type { Table } from "../schema/column";
import { SETTINGS } from "../schema/tables";
import { isTotal, sortOf } from "./row-sort";
import { textOf, type Value } from "./value";

type Row = { readonly key: string } & Readonly<Record<string, Value>>;

/** A day, or as many digits as a person's numbers have: under a total stand counts ("12人"). A group's total may name a day. */
const isLong = (value: Value | undefined): boolean => /\d{5}|\d{4}\D\d/u.test(textOf(value)) && !isTotal(textOf(value));
/** What stands beside the label of a total: a sum, a count, a share, and the first or last of days. */
const isFigure = (text: string): boolean => /^[-+]?[\d,.]{1,12}\s*[%人元个名次条张]?$|^\d{4}-\d{2}-\d{2}$/u.test(text);
const isCount = (text: string): boolean => isFigure(text) && !isLong(text);

/** The tables under which people write lines of their own, and what shows that a row is an entry all the same. */
const ENTRIES: Readonly<Record<string, (row: Row) => boolean>> = {
  roster: (row) =>
    [row.person, row.idNumber, row.mobile, row.certificate].some(isLong) || (isLong(row.validUntil) && !hasTotal(row)),
  payments: (row) =>
    !(["", "0"].includes(textOf(row.method)) || isFigure(textOf(row.method))) || [row.day, row.shares].some(isLong),
};
/** A number that the program gave: who has one is an entry, whatever else the row says. */
const NUMBERED = /^[BF](?:\d{4}-)?\d{5,}$/;

/** Characters of a name that stands alone; minority names with a dot are longer, and come with more than a name. */
const LONGEST_NAME = 8;

/** Whether people type rows into a table, and so may sum them up there. What 设置 holds is known by name. */
export function isTypedIn(table: Table): boolean {
  return table !== SETTINGS && Object.values(table.columns).some(({ owner }) => owner === "unit" || owner === "centre");
}

/**
 * What a row says that is no entry but a line people wrote under the table: a total (`合计 38人`), what a spreadsheet writes
 * under a table or between its groups (`汇总`, `甲公司 计数`), a signature, a remark, or sums alone. `null` for an entry.
 */
export function writtenLine(name: string, table: Table, row: Row): string | null {
  const isEntry = ENTRIES[name];
  if (NUMBERED.test(row.key) || isEntry?.(row) === true) return null;
  const cells = Object.entries(table.columns).map(([column, { title, owner }]) => ({ title, owner, text: textOf(row[column]) }));
  const own = cells.filter(({ owner, text }) => text !== "" && owner !== "computed").map(({ text }) => text);
  if (!isTotalsLine(cells.flatMap(({ text }) => (text === "" ? [] : [text])))) {
    if (!isEntry) return null;
    const sort = sortOf(own, new Map(cells.map(({ title, text }) => [title, text])));
    const isLine = own.every(isCount) || sort === "total" || sort === "note" || isLoneText(own, textOf(row.name));
    if (!isLine) return null;
  }
  return [...own.join(" ")].slice(0, 20).join("");
}

/** A label and figures, and nothing that only an entry has. */
function isTotalsLine(texts: readonly string[]): boolean {
  return texts.some(isTotal) && texts.every((text) => isTotal(text) || isFigure(text));
}

function hasTotal(row: Row): boolean {
  return Object.values(row).some((value) => isTotal(textOf(value)));
}

/** A single text that is nobody's name. */
function isLoneText([only = "", ...more]: readonly string[], name: string): boolean {
  return more.length === 0 && !/^[\d.]+$/u.test(only) && (name === "" || [...name].length > LONGEST_NAME);
}
