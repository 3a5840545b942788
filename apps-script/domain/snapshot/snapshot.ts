import type { Column, RowOf, Table } from "../schema/column";
import { TABLE_NAMES, TABLES, type TableName } from "../schema/index";
import { formulaWithoutResult } from "../wording/workbook";
import { rowsBegun } from "./array-cells";
import { cellIn, isShared } from "./cell-value";
import { emptyRow } from "./empty-row";
import type { Grid, GridRow, Grids } from "./grid";
import { kept } from "./kept";
import { type Layout, layoutOf, tabMissing } from "./layout";
import { isForeign } from "./look-alike";
import { overRows, type Shown, shownByMerged } from "./merged";
import type { Value } from "./value";
import { isTypedIn, writtenLine } from "./written-line";

/**
 * The workbook as rules see it: typed rows by table, each with its key and its sheet row.
 *
 * A row whose key cells are empty has the key `@<sheet row>`. Rows with nothing in the schema's columns are left out.
 * Of rows that share a key none is in `rows`; they are listed in `repeated`, as are rows whose number is a formula and lines
 * of text that are no entry. Of a tab that is somebody's own (`isForeign`) there are no rows. A table that was not asked for is not there at all: reading it is a mistake that shows at once.
 */
export type Snapshot = { readonly [N in TableName]: readonly RowOf<(typeof TABLES)[N]>[] } & {
  readonly repeated: readonly SetAside[];
};

/**
 * Rows that nothing is decided about: several that share a key, one whose number is a formula and may change by itself, or
 * a line that people wrote under the table. They go on holding what they hold (a seat, say).
 */
export interface SetAside {
  readonly table: TableName;
  readonly key: string;
  readonly at: readonly number[];
  readonly rows: readonly AnyRow[];
  /** What a written line says; absent for the others. */
  readonly line?: string;
}

/** A row of any table, for code that goes by column name. */
export type AnyRow = { readonly key: string; readonly at: number } & Readonly<Record<string, Value>>;

export function keyOf(table: Table, row: Readonly<Record<string, Value | undefined>>, at: number): string {
  const parts = table.key.map((column) => row[column]);
  if (parts.every((part) => part === null || part === undefined)) return `@${at}`;
  return parts.map((part) => (part === null || part === undefined ? "" : String(part))).join("·");
}

/** A formula that people put where the program writes, and that was never worked out, is nobody's word. */
function valueIn({ owner }: Column, raw: Value | undefined): Value | undefined {
  return owner === "computed" && raw === formulaWithoutResult ? null : raw;
}

function rowOf(
  table: Table,
  columns: readonly (readonly [string, Column, number])[],
  source: GridRow,
  shown: Shown | null,
): AnyRow | null {
  const row = emptyRow(table);
  let empty = true;
  const merged = shown?.get(source.at);
  for (const [name, column, index] of columns) {
    const value = cellIn(column, valueIn(column, source.values[index]));
    if (value !== null) empty = false;
    const held = value ?? (merged && isShared(column) ? cellIn(column, merged.get(index)) : null);
    // Nothing is what an empty row has already, and giving a row a cell costs more than reading one.
    if (held !== null) row[name] = held;
  }
  if (empty) return null;
  row.key = keyOf(table, row, source.at);
  row.at = source.at;
  return row;
}

/** All rows of a tab, repeated keys included, in sheet order. Columns that are not there read as empty. */
export function rowsOf(table: Table, grid: Grid, layout: Layout = layoutOf(table, grid)): AnyRow[] {
  const columns = Object.entries(table.columns).flatMap(([name, column]) => {
    const index = layout.get(name);
    return index === undefined ? [] : [[name, column, index] as const];
  });
  const shown = shownByMerged(grid);
  const { header } = grid;
  return rowsBegun(grid).flatMap((source) => {
    if (shown) return rowOf(table, columns, source, shown) ?? [];
    const known = readRows.get(source);
    if (known?.table === table && known.header === header) return known.row ?? [];
    const row = rowOf(table, columns, source, null);
    readRows.set(source, { table, header, row });
    return row ?? [];
  });
}

/** Rows as they were read before: a host that holds the workbook hands on those that did not change. */
const readRows = new WeakMap<GridRow, { readonly table: Table; readonly header: Grid["header"]; readonly row: AnyRow | null }>();

/** Of the tables that were asked for, so that no other one can be named. */
export type SnapshotWith<N extends TableName> = Pick<Snapshot, N | "repeated">;

/** Builds the snapshot of the given tables (default: all). */
export function snapshotOf<const N extends TableName = TableName>(
  grids: Grids,
  names: readonly N[] = TABLE_NAMES as readonly N[],
): SnapshotWith<N> {
  const byTitle = new Map(grids.map((grid) => [grid.title, grid]));
  const tables: Record<string, readonly AnyRow[]> = {};
  const repeated: SetAside[] = [];
  for (const name of names) {
    const table: Table = TABLES[name];
    const grid = byTitle.get(table.title);
    if (!grid) throw tabMissing(table, grids);
    const { rows, aside } = isForeign(table, grid) ? NOTHING : keptRows(grid, name);
    tables[name] = rows;
    for (const one of aside) repeated.push(one);
  }
  return { ...tables, repeated } as unknown as SnapshotWith<N>;
}

/** Tables whose numbers the program gives; a formula there would number its row anew at every run. */
export const NUMBERED: ReadonlySet<TableName> = new Set<TableName>(["roster", "payments"]);

interface KeyedRows {
  readonly rows: readonly AnyRow[];
  readonly aside: readonly SetAside[];
}

const NOTHING: KeyedRows = { rows: [], aside: [] };

/** Tabs as they were read before. */
const readTabs = new WeakMap<Grid, KeyedRows>();

function keptRows(grid: Grid, name: TableName): KeyedRows {
  const rows = readTabs.get(grid) ?? keyedRows(name, grid);
  readTabs.set(grid, rows);
  return rows;
}

function keyedRows(name: TableName, grid: Grid): KeyedRows {
  const table: Table = TABLES[name];
  const layout = layoutOf(table, grid);
  const keyColumns = NUMBERED.has(name) ? table.key.map((column) => layout.get(column)) : [];
  const isMergedKey = (at: number): boolean => merged.some(({ firstRow, lastRow }) => at >= firstRow && at <= lastRow);
  const merged = overRows(grid).filter(({ firstColumn: first, lastColumn: last }) =>
    keyColumns.some((place) => place !== undefined && place >= first && place <= last),
  );
  const computed = new Set(
    grid.rows.flatMap(({ at, formulas }) =>
      formulas?.some((index) => keyColumns.includes(index)) || isMergedKey(at) ? [at] : [],
    ),
  );
  const all = rowsOf(table, grid, layout);
  const lineOf = lineFinders.get(name) ?? (() => null);
  const lines = (isTypedIn(table) ? all : []).flatMap((row): SetAside[] => {
    const line = lineOf(row);
    return line === null ? [] : [{ table: name, key: row.key, at: [row.at], rows: [row], line }];
  });
  const written = new Set(lines.flatMap(({ at }) => at));
  const rows = written.size === 0 ? all : all.filter(({ at }) => !written.has(at));
  const groups = unclearRows(rows, computed);
  const aside = [...groups].map(([key, group]): SetAside => ({ table: name, key, at: group.map(({ at }) => at), rows: group }));
  const kept = aside.length === 0 ? rows : rows.filter(({ key }) => !groups.has(key));
  return { rows: kept, aside: [...aside, ...lines] };
}

const lineFinders = new Map(TABLE_NAMES.map((name) => [name, kept((row: AnyRow) => writtenLine(name, TABLES[name], row))]));

/** By key the rows that share one, and those whose key is a formula, in the order of the tab. */
function unclearRows(rows: readonly AnyRow[], computed: ReadonlySet<number>): Map<string, AnyRow[]> {
  const seen = new Set<string>();
  const unclear = new Set<string>();
  for (const { key, at } of rows) {
    if (seen.has(key) || computed.has(at)) unclear.add(key);
    seen.add(key);
  }
  const groups = new Map<string, AnyRow[]>();
  if (unclear.size === 0) return groups;
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else if (unclear.has(row.key)) groups.set(row.key, [row]);
  }
  return groups;
}
