import { TABLES } from "../schema/index";
import { addressOf } from "../snapshot/address";
import type { CellArea, Grid, Grids } from "../snapshot/grid";
import { layoutOf } from "../snapshot/layout";
import { rowsOutside } from "../wording/workbook";
import type { RowChange } from "./change-set";
import type { Finding } from "./finding";
import { found } from "./found";
import type { Place } from "./placement";

/**
 * New rows that come to stand outside a table or print area of staff's: these grow when they end with the last row, and
 * nobody knows what else they are meant for.
 */
export function outsideFindings(grids: Grids, rows: readonly RowChange[], place: Place): Finding[] {
  return [...new Set(rows.map(({ table }) => table))].flatMap((table) => {
    const grid = grids.find(({ title }) => title === TABLES[table].title);
    const first = place(table)?.nextRow;
    if (!grid?.areas || first === undefined) return [];
    const last = first + rows.filter((row) => row.table === table).length - 1;
    const places = [...layoutOf(TABLES[table], grid).values()];
    return grid.areas
      .filter((area) => isLeft(area, places, grid, first, last))
      .map((area): Finding => {
        const message = rowsOutside(grid.title, [first, last], area.kind === "table" ? area.name : null, rangeOf(area));
        return found("W16", { table, row: null, column: null }, message);
      });
  });
}

/** Whether an area holds some of the rows that are there, in our columns, and will not hold the new ones. */
function isLeft(area: CellArea, places: readonly number[], grid: Grid, first: number, last: number): boolean {
  const isOver = places.some((column) => column >= area.firstColumn && column <= area.lastColumn);
  const hasRows = grid.rows.some(({ at }) => at >= area.firstRow && at <= area.lastRow);
  const growsOver = area.grows && area.lastRow === first - 1;
  return isOver && hasRows && area.lastRow < last && !growsOver;
}

function rangeOf({ firstRow, lastRow, firstColumn, lastColumn }: CellArea): string {
  return `${addressOf(firstColumn, firstRow)}:${addressOf(lastColumn, lastRow)}`;
}
