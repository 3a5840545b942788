import type { CellBlock, Grid } from "./grid";
import type { Value } from "./value";

/** What merged cells show: by sheet row and column the value of the first cell of their block; not of that cell itself. */
export type Shown = ReadonlyMap<number, ReadonlyMap<number, Value>>;

/** Blocks of merged cells that reach over several rows below the header. */
export function overRows({ blocks = [], headerRow }: Grid): readonly CellBlock[] {
  return blocks.filter(({ kind, firstRow, lastRow }) => kind === "merged" && firstRow > headerRow && lastRow > firstRow);
}

/**
 * People merge a cell that is the same for neighbours, such as their unit, and only its first row holds the value: down the
 * block it is the value of every row. Beside it, in other columns, it says nothing.
 */
export function shownByMerged(grid: Grid): Shown | null {
  const blocks = overRows(grid);
  if (blocks.length === 0) return null;
  const byRow = new Map(grid.rows.map(({ at, values }) => [at, values]));
  const shown = new Map<number, Map<number, Value>>();
  for (const { firstRow, lastRow, firstColumn } of blocks) {
    const value = byRow.get(firstRow)?.[firstColumn] ?? null;
    for (let at = firstRow + 1; at <= lastRow; at++) {
      if (!byRow.has(at)) continue;
      const row = shown.get(at) ?? new Map<number, Value>();
      shown.set(at, row.set(firstColumn, value));
    }
  }
  return shown;
}
