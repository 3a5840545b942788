import { type Closed, editorsOf, refusing } from "../../../apps-script/domain/changes/closed";
import { type Column, tableTitled } from "../../../apps-script/domain/schema/index";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";

/** Tabs with cells that the program has to write, now or in a new row, and this account may not; and who may. */
export function protectedTabs(grids: Grids, closed: readonly Closed[]) {
  const tabs = grids.filter((grid) => closed.some(({ sheet }) => sheet === grid.title) && isStopped(grid, closed));
  const titles = tabs.map(({ title }) => title);
  return { titles, editors: editorsOf(closed, titles) };
}

function isStopped({ title, headerRow, header, rows }: Grid, closed: readonly Closed[]): boolean {
  const forms = new Set(Object.values<Column>(tableTitled(title)?.columns ?? {}).map((column) => headerForm(column.title)));
  const columns = header.flatMap((cell, index) => (forms.has(headerForm(cell)) ? [index] : []));
  const next = rows.reduce((last, { at }) => Math.max(last, at), headerRow) + 1;
  const refuses = refusing(closed);
  return [...rows.map(({ at }) => at), next].some((at) => columns.some((column) => refuses({ sheet: title, at, column })));
}
