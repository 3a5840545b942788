import { isDay } from "../days/civil-day";
import { readDay } from "../days/spellings";
import type { Kind, RowOf, Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { missingTab } from "../wording/workbook";
import type { Grid, GridRow, Grids } from "./grid";
import { BrokenWorkbook, type Layout, layoutOf } from "./layout";
import { presentValue, type Value } from "./value";

/**
 * The workbook as rules see it: typed rows by table, each with its key and its sheet row.
 *
 * A row whose key cells are empty has the key `@<sheet row>`. Rows with nothing in the schema's columns are left out.
 * Of rows that share a key none is in `rows`; they are listed in `repeated`. A tab that the action did not need is
 * absent from `present` and has no rows.
 */
export type Snapshot = { readonly [N in TableName]: readonly RowOf<(typeof TABLES)[N]>[] } & {
  readonly repeated: readonly { readonly table: TableName; readonly key: string; readonly at: readonly number[] }[];
};

/** A row of any table, for code that goes by column name. */
export type AnyRow = { readonly key: string; readonly at: number } & Readonly<Record<string, Value>>;

/** Cells as rules see them: text columns hold text, day columns `YYYY-MM-DD` when the cell can be read as a day. */
export function cellOf(kind: Kind, raw: Value | undefined): Value {
  const value = presentValue(raw);
  if (value === null) return null;
  switch (kind) {
    case "id":
      return typeof value === "string" ? value.trim() : value;
    case "number":
      return typeof value === "number" ? value : numberIn(value);
    case "day":
      return dayIn(value);
    default:
      return typeof value === "number" ? String(value) : value.trim();
  }
}

function numberIn(text: string): Value {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text.trim();
}

function dayIn(value: string | number): string {
  if (typeof value === "string" && isDay(value)) return value;
  const reading = readDay(value);
  return reading.kind === "day" ? reading.day : String(value).trim();
}

export function keyOf(table: Table, row: Readonly<Record<string, Value | undefined>>, at: number): string {
  const parts = table.key.map((column) => row[column]);
  if (parts.every((part) => part === null || part === undefined)) return `@${at}`;
  return parts.map((part) => (part === null || part === undefined ? "" : String(part))).join("·");
}

function rowOf(table: Table, columns: readonly (readonly [string, Kind, number])[], source: GridRow): AnyRow | null {
  const row: Record<string, Value> = {};
  let empty = true;
  for (const [name, kind, index] of columns) {
    const value = cellOf(kind, source.values[index]);
    if (value !== null) empty = false;
    row[name] = value;
  }
  if (empty) return null;
  return Object.assign(row, { key: keyOf(table, row, source.at), at: source.at }) as AnyRow;
}

/** All rows of a tab, repeated keys included, in sheet order. Columns that are not there read as empty. */
export function rowsOf(table: Table, grid: Grid, layout: Layout = layoutOf(table, grid)): AnyRow[] {
  const columns = Object.entries(table.columns).flatMap(([name, column]) => {
    const index = layout.get(name);
    return index === undefined ? [] : [[name, column.kind, index] as const];
  });
  return grid.rows.flatMap((source) => rowOf(table, columns, source) ?? []);
}

/** Builds the snapshot of the given tables (default: all). */
export function snapshotOf(grids: Grids, names: readonly TableName[] = Object.keys(TABLES) as TableName[]): Snapshot {
  const byTitle = new Map(grids.map((grid) => [grid.title, grid]));
  const tables: Record<string, readonly AnyRow[]> = {};
  const repeated: { table: TableName; key: string; at: number[] }[] = [];
  for (const name of Object.keys(TABLES) as TableName[]) {
    if (!names.includes(name)) {
      tables[name] = [];
      continue;
    }
    const table: Table = TABLES[name];
    const grid = byTitle.get(table.title);
    if (!grid) throw new BrokenWorkbook("missing-tab", missingTab(table.title));
    const rows = rowsOf(table, grid);
    const places = new Map<string, number[]>();
    for (const row of rows) {
      const seen = places.get(row.key);
      if (seen) seen.push(row.at);
      else places.set(row.key, [row.at]);
    }
    for (const [key, at] of places) if (at.length > 1) repeated.push({ table: name, key, at });
    tables[name] = repeated.length === 0 ? rows : rows.filter((row) => places.get(row.key)?.length === 1);
  }
  return { ...tables, repeated } as unknown as Snapshot;
}
