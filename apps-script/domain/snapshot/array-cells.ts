import type { Grid, GridRow } from "./grid";
import type { Value } from "./value";

/** Whether a cell shows a result of a formula that fills several: by sheet row, from 1, and column, from 0. */
type InArray = (at: number, column: number) => boolean;

function arrayCells({ blocks = [] }: Grid): InArray {
  const arrays = blocks.filter(({ kind }) => kind === "array");
  if (arrays.length === 0) return () => false;
  return (at, column) =>
    arrays.some(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        at >= firstRow && at <= lastRow && column >= firstColumn && column <= lastColumn,
    );
}

/** The rows with more than what such formulas show in them: these go on below a table, and fill rows that nobody has begun. */
export function rowsBegun(grid: Grid): readonly GridRow[] {
  const inArray = arrayCells(grid);
  const isOwn = (at: number, value: Value, column: number): boolean => value !== null && !inArray(at, column);
  return grid.rows.filter(
    ({ at, values, formulas = [] }) =>
      values.some((value, column) => isOwn(at, value, column)) || formulas.some((column) => !inArray(at, column)),
  );
}
