import { TABLE_NAMES, TABLES, type TableName } from "../schema/index";
import { addressOf } from "../snapshot/address";
import type { CellBlock, Grids } from "../snapshot/grid";
import { layoutOf } from "../snapshot/layout";
import { overRows } from "../snapshot/merged";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { mergedCells } from "../wording/workbook";
import type { Finding } from "./finding";
import { found } from "./found";

/** Of every table that was read, the cells that people merged over several entries: said once, none of them is written. */
export function mergedFindings(grids: Grids, snapshot: Snapshot): Finding[] {
  return TABLE_NAMES.flatMap((table) => {
    const ranges = rangesOver(table, grids, snapshot);
    if (ranges.length === 0) return [];
    const message = mergedCells(TABLES[table].title, ranges);
    return [found("W13", { table, row: null, column: null }, message)];
  });
}

function rangesOver(table: TableName, grids: Grids, snapshot: Snapshot): string[] {
  const grid = grids.find(({ title }) => title === TABLES[table].title);
  const rows: readonly AnyRow[] | undefined = snapshot[table];
  const blocks = grid && rows ? overRows(grid) : [];
  if (!grid || !rows || blocks.length === 0) return [];
  const aside = snapshot.repeated.flatMap((one) => (one.table === table && one.line === undefined ? one.at : []));
  const entries = [...rows.map(({ at }) => at), ...aside];
  if (entries.length === 0) return [];
  const places = new Set(layoutOf(TABLES[table], grid).values());
  const isOver = ({ firstRow, lastRow, firstColumn, lastColumn }: CellBlock): boolean =>
    [...places].some((place) => place >= firstColumn && place <= lastColumn) &&
    entries.filter((at) => at >= firstRow && at <= lastRow).length > 1;
  return blocks.filter(isOver).map(rangeOf);
}

function rangeOf({ firstRow, lastRow, firstColumn, lastColumn }: CellBlock): string {
  return `${addressOf(firstColumn, firstRow)}:${addressOf(lastColumn, lastRow)}`;
}
