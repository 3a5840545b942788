import { sortOf } from "../merge/row-sort";
import type { Table } from "../schema/column";
import { textOf, type Value } from "./value";

type Row = { readonly key: string } & Readonly<Record<string, Value>>;

/** A day, or as many digits as a person's numbers have: under a total stand counts ("12人"). */
const isLong = (value: Value | undefined): boolean => /\d{5}|\d{4}\D\d/u.test(textOf(value));

/** The tables under which people write lines of their own, and what shows that a row is an entry all the same. */
const ENTRIES: Readonly<Record<string, (row: Row) => boolean>> = {
  roster: (row) => [row.person, row.idNumber, row.mobile, row.certificate, row.validUntil].some(isLong),
  payments: (row) => textOf(row.method) !== "" || [row.day, row.shares].some(isLong),
};
/** A number that the program gave: who has one is an entry, whatever else the row says. */
const NUMBERED = /^[BF](?:\d{4}-)?\d{5,}$/;

/** Characters of a name that stands alone; minority names with a dot are longer, and come with more than a name. */
const LONGEST_NAME = 8;

/**
 * What a row says that is no entry but a line people wrote under the table: a total (`合计 38人`), a signature, a remark, or
 * sums alone. `null` for an entry.
 */
export function writtenLine(name: string, table: Table, row: Row): string | null {
  const isEntry = ENTRIES[name];
  if (!isEntry || NUMBERED.test(row.key) || isEntry(row)) return null;
  const cells = Object.entries(table.columns).map(([column, { title, owner }]) => ({ title, owner, text: textOf(row[column]) }));
  const own = cells.filter(({ owner, text }) => text !== "" && owner !== "computed").map(({ text }) => text);
  const sort = sortOf(own, new Map(cells.map(({ title, text }) => [title, text])));
  const isLine = own.length === 0 || sort === "total" || sort === "note" || isLoneText(own, textOf(row.name));
  return isLine ? [...own.join(" ")].slice(0, 20).join("") : null;
}

/** A single text that is nobody's name. */
function isLoneText([only = "", ...more]: readonly string[], name: string): boolean {
  return more.length === 0 && !/^[\d.]+$/u.test(only) && (name === "" || [...name].length > LONGEST_NAME);
}
