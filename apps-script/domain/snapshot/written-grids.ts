import type { CellWrite } from "../changes/write-plan";
import type { Grid, Grids } from "./grid";
import type { Value } from "./value";

/** The workbook as it will be once the cells are written: for what is decided before, or without, writing them. */
export function withWrites(grids: Grids, writes: readonly CellWrite[]): Grids {
  return grids.map((grid) => {
    const cells = writes.filter(({ sheet }) => sheet === grid.title);
    return cells.length === 0 ? grid : withCells(grid, cells);
  });
}

function withCells(grid: Grid, cells: readonly CellWrite[]): Grid {
  const byRow = new Map<number, CellWrite[]>();
  for (const cell of cells) byRow.set(cell.at, [...(byRow.get(cell.at) ?? []), cell]);
  const written = (values: readonly Value[], at: number): readonly Value[] => {
    const next = [...values];
    for (const { column, value } of byRow.get(at) ?? []) {
      while (next.length < column) next.push(null);
      next[column] = value;
    }
    return next;
  };
  const known = new Set([grid.headerRow, ...grid.rows.map(({ at }) => at)]);
  const added = [...byRow.keys()].filter((at) => !known.has(at)).sort((a, b) => a - b);
  const rows = [
    ...grid.rows.map((row) => (byRow.has(row.at) ? { ...row, values: written(row.values, row.at) } : row)),
    ...added.map((at) => ({ at, values: written([], at) })),
  ];
  return { ...grid, header: written(grid.header, grid.headerRow), rows };
}
