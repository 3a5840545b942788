import type { CellWrite } from "../changes/write-plan";
import type { Grid, GridRow, Grids } from "./grid";
import { groupedBy } from "./grouped-by";
import type { Value } from "./value";

/** The workbook as it is once the cells are written. A formula that is written over is none any more. */
export function withWrites(grids: Grids, writes: readonly CellWrite[]): Grids {
  const byTab = groupedBy(writes, ({ sheet }) => sheet);
  return grids.map((grid) => {
    const cells = byTab.get(grid.title);
    return cells === undefined ? grid : withCells(grid, cells);
  });
}

function withCells(grid: Grid, cells: readonly CellWrite[]): Grid {
  const byRow = new Map<number, CellWrite[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.at);
    if (row) row.push(cell);
    else byRow.set(cell.at, [cell]);
  }
  const written = (values: readonly Value[], at: number): readonly Value[] => {
    const next = [...values];
    for (const { column, value } of byRow.get(at) ?? []) {
      while (next.length < column) next.push(null);
      next[column] = value;
    }
    return next;
  };
  const changed = ({ at, values, formulas = [] }: GridRow): GridRow => {
    const cells = byRow.get(at) ?? [];
    const left = formulas.filter((place) => !cells.some(({ column }) => column === place));
    return { at, values: written(values, at), ...(left.length > 0 ? { formulas: left } : {}) };
  };
  const known = new Set([grid.headerRow, ...grid.rows.map(({ at }) => at)]);
  const added = [...byRow.keys()].filter((at) => !known.has(at)).map((at) => ({ at, values: written([], at) }));
  const rows = [...grid.rows.map((row) => (byRow.has(row.at) ? changed(row) : row)), ...added];
  rows.sort((a, b) => a.at - b.at);
  return { ...grid, header: written(grid.header, grid.headerRow), rows };
}
