import { headerOf } from "../people/aliases";
import type { Column, Table } from "../schema/column";
import { type TableName, tableTitled } from "../schema/index";
import { nameOf } from "../schema/titles";
import { formulaWithoutResult } from "../wording/workbook";
import { addressOf } from "./address";
import type { Grid, Grids } from "./grid";
import { bareForm } from "./header";
import { headerForm } from "./layout";
import { textOf, type Value } from "./value";

/** Of the titles of a table so many at least make a tab of another name look like it. */
const MOST_TITLES = 0.6;

/** The tab that is a missing one under another name, by its name or its header; `null` when there is none, or several. */
export function alikeTab(table: Table, grids: Grids): string | null {
  const others = grids.filter(({ title }) => tableTitled(title) === null);
  const byHeader = others.filter((grid) => hasTitlesOf(table, grid));
  const byName = others.filter(({ title }) => isNear(title, table.title));
  const [only, ...more] = byHeader.length > 0 ? byHeader : byName;
  return only !== undefined && more.length === 0 ? only.title : null;
}

/** The header that a missing title may have become: its cell and what stands there; `null` when none looks like it. */
export function alikeHeader(table: Table, { title }: Column, { header, headerRow }: Grid): { cell: string; text: string } | null {
  const known = new Set(Object.values(table.columns).map((column) => headerForm(column.title)));
  const isAlike = (cell: Value): boolean =>
    cell !== null && !known.has(headerForm(cell)) && (isNear(cell, title) || headerOf(cell) === title);
  const at = [header.findIndex(isAlike), header.indexOf(formulaWithoutResult)].find((one) => one >= 0);
  return at === undefined ? null : { cell: addressOf(at, headerRow), text: textOf(header[at]) };
}

/** Whether a tab has the title of a derived table and is somebody's own: nothing is read there and nothing written. */
export function isForeign(table: Table, tab: Pick<Grid, "header">): boolean {
  return table.isDerived === true && !hasTitlesOf(table, tab);
}

/** The derived tables whose titles somebody's own tabs have. */
export function foreignTables(grids: Grids): ReadonlySet<TableName> {
  return new Set(
    grids.flatMap((grid) => {
      const table = tableTitled(grid.title);
      return table !== null && isForeign(table, grid) ? [nameOf(table)] : [];
    }),
  );
}

function hasTitlesOf(table: Table, { header }: Pick<Grid, "header">): boolean {
  const forms = new Set(header.map(headerForm));
  const titles = Object.values(table.columns).map(({ title }) => title);
  return titles.filter((title) => forms.has(headerForm(title))).length >= Math.max(2, titles.length * MOST_TITLES);
}

function isNear(cell: Value, title: string): boolean {
  const [one, other] = [bareForm(cell), bareForm(title)];
  return one.length > 1 && (one.includes(other) || other.includes(one));
}
