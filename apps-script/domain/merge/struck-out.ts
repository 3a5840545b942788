import { titleOfColumn } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import type { ListColumn } from "./list-header";
import { addressOf, type TableRow } from "./table-file";

const PERSON: readonly (string | null)[] = (["name", "idNumber"] as const).map(titleOfColumn);

/** What a list says no more: the sender struck it out instead of deleting it. */
export interface StruckOut {
  /** People whose name and 证件号 are struck out, of whom nothing is taken. */
  readonly people: readonly { readonly at: number; readonly name: string }[];
  /** The addresses of other cells, which count as blank. */
  readonly cells: readonly string[];
}

/** Whether a row's person is struck out: all there is of name and 证件号. */
export function isStruckOut(row: TableRow, columns: readonly ListColumn[]): boolean {
  const person = columns.filter(({ title }) => PERSON.includes(title)).map(({ index }) => index);
  return areStruck(row, person);
}

/** Whether all that stands in some columns is struck out, and something does. */
export function areStruck({ cells, struck }: TableRow, indexes: readonly number[]): boolean {
  if (!struck) return false;
  const own = indexes.filter((index) => textOf(cells[index]) !== "");
  return own.length > 0 && own.every((index) => struck.includes(index));
}

/** A row without what is struck out in columns of the list; the very same row where nothing is. */
export function withoutStruck(row: TableRow, columns: readonly ListColumn[]): TableRow {
  return without(row, struckIn(row, columns));
}

/** A row with some columns blank; the very same row where there are none. */
export function without(row: TableRow, out: readonly number[]): TableRow {
  return out.length === 0 ? row : { ...row, cells: row.cells.map((cell, index): Value => (out.includes(index) ? null : cell)) };
}

/** The addresses of a row's cells that count as blank. */
export function struckCells(row: TableRow, columns: readonly ListColumn[]): string[] {
  return struckIn(row, columns).map((index) => addressOf(index, row.at));
}

function struckIn({ struck = [] }: TableRow, columns: readonly ListColumn[]): readonly number[] {
  return struck.filter((index) => columns.some((column) => column.index === index && column.title !== null));
}
