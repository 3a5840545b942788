import type { ColumnLook } from "../../../../apps-script/domain/operations/migrate";
import type { Table } from "../../../../apps-script/domain/schema/column";
import type { Grid, Grids } from "../../../../apps-script/domain/snapshot/grid";
import { headerForm } from "../../../../apps-script/domain/snapshot/layout";
import { LAST_ROW } from "../column-check";
import { columnLetters } from "../patch/a1";
import type { Place, PlacedLook } from "./restyle-sheet";

/** Looks by the title of their tab, with where their columns stand; a column that is not there is left out. */
export function placedLooks(grids: Grids, looks: readonly ColumnLook[]): ReadonlyMap<string, readonly PlacedLook[]> {
  const byTab = new Map<string, PlacedLook[]>();
  for (const look of looks) {
    const grid = grids.find(({ title }) => title === look.table.title);
    const place = grid && placeOf(grid, look);
    if (!place) continue;
    const there = byTab.get(look.table.title) ?? [];
    byTab.set(look.table.title, [...there, { ...look, place }]);
  }
  return byTab;
}

function placeOf(grid: Grid, { table, column }: ColumnLook): Place | null {
  const at = positionOf(grid, column.title);
  if (at === null) return null;
  const first = grid.headerRow + 1;
  const last = Math.max(LAST_ROW, grid.rows.at(-1)?.at ?? 0);
  const letters = columnLetters(at);
  return {
    column: at,
    headerRow: grid.headerRow,
    range: `${letters}${first}:${letters}${last}`,
    wideRange: `A${first}:${columnLetters(grid.header.length)}${last}`,
    like: likeIn(grid, table, column),
  };
}

/** From 1. */
function positionOf({ header }: Grid, title: string): number | null {
  const at = header.findIndex((cell) => headerForm(cell) === headerForm(title));
  return at < 0 ? null : at + 1;
}

/** Of the columns that were there before, one of the same owner, of the same kind if there is one. */
function likeIn(grid: Grid, table: Table, { title, owner, kind }: ColumnLook["column"]): number | null {
  const others = Object.values(table.columns).filter((one) => one.owner === owner && one.title !== title && !one.since);
  const alike = others.find((one) => one.kind === kind) ?? others[0];
  return alike ? positionOf(grid, alike.title) : null;
}
