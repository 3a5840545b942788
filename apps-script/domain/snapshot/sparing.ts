import { CHANGE_PARTS, tableTitled } from "../schema/index";
import type { Grid, GridRow, Grids } from "./grid";
import { kept } from "./kept";
import { headerForm } from "./layout";
import { textOf } from "./value";

/** What a reading leaves empty. The rows themselves are there all the same: new ones go below them. */
export interface Sparing {
  /** Cells of secret columns. */
  readonly secrets?: boolean;
  /** The change sets of all runs but these. */
  readonly allRunsBut?: readonly string[];
}

export function spared(grids: Grids, { secrets = false, allRunsBut }: Sparing): Grids {
  if (!secrets && !allRunsBut) return grids;
  const named = allRunsBut && new Set(allRunsBut);
  return grids.map((grid) => {
    const open = secrets ? withoutSecrets(grid) : grid;
    if (!named || grid.title !== CHANGE_PARTS.title) return open;
    const { run, content } = CHANGE_PARTS.columns;
    const at = placesOf(grid, [run.title])[0] ?? -1;
    return withEmpty(open, [content.title], ({ values }) => !named.has(textOf(values[at])));
  });
}

const withoutSecrets = kept((grid: Grid): Grid => {
  const titles = secretTitles(grid);
  return titles.length > 0 ? withEmpty(grid, titles, () => true) : grid;
});

function secretTitles({ title }: Grid): string[] {
  return Object.values(tableTitled(title)?.columns ?? {}).flatMap((column) => (column.secret ? [column.title] : []));
}

function withEmpty(grid: Grid, titles: readonly string[], isSpared: (row: GridRow) => boolean): Grid {
  const places = new Set(placesOf(grid, titles));
  const emptied = (row: GridRow): GridRow => ({ ...row, values: row.values.map((value, at) => (places.has(at) ? null : value)) });
  return { ...grid, rows: grid.rows.map((row) => (isSpared(row) ? emptied(row) : row)) };
}

function placesOf({ header }: Grid, titles: readonly string[]): number[] {
  const forms = new Set(titles.map((title) => headerForm(title)));
  return header.flatMap((cell, at) => (forms.has(headerForm(cell)) ? [at] : []));
}
