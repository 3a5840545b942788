import { presentValue, type Value } from "../snapshot/value";
import type { ListHeader } from "./list-header";
import { addressOf, type CellRange, type TableRow, type TableSheet } from "./table-file";

const DITTO = /^(?:同上|上同|〃|″|"|“|”|''|′′)$/u;

/** Cell address → value of the vertically merged range it lies in, for cells below the range's first row. */
export function verticalMerges({ rows, merges = [] }: TableSheet): Map<string, Value> {
  const byRow = new Map(rows.map((row) => [row.at, row]));
  const values = new Map<string, Value>();
  const last = rows[rows.length - 1]?.at ?? 0;
  for (const { firstRow, lastRow, firstColumn } of merges.filter(isVertical)) {
    const value = byRow.get(firstRow)?.cells[firstColumn] ?? null;
    if (value === null) continue;
    for (let at = firstRow + 1; at <= Math.min(lastRow, last); at++) values.set(addressOf(firstColumn, at), value);
  }
  return values;
}

const isVertical = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean =>
  lastRow > firstRow && firstColumn === lastColumn;

/** A row's cells with what they stand for: a merged range's value, and 同上 what the person above says. */
export function wholeCells(
  row: TableRow,
  header: ListHeader,
  above: { readonly cells: readonly Value[] } | undefined,
  vertical: ReadonlyMap<string, Value>,
): readonly Value[] {
  const width = header.columns.reduce((most, { index }) => Math.max(most, index + 1), row.cells.length);
  const whole = Array.from({ length: width }, (_all, index) => {
    const own = presentValue(row.cells[index]) ?? vertical.get(addressOf(index, row.at)) ?? null;
    return typeof own === "string" && DITTO.test(own.trim()) ? (above?.cells[index] ?? null) : own;
  });
  // One array for both where they say the same: thousands of files are held at a time.
  return whole.every((value, index) => value === (row.cells[index] ?? null)) ? row.cells : whole;
}
