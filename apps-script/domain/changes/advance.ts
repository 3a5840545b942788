import type { Table } from "../schema/column";
import { TABLES, type TableName, tableTitled } from "../schema/index";
import { emptyRow } from "../snapshot/empty-row";
import { type AnyRow, keyOf, type Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import type { CellChange, RowChange } from "./change-set";

/**
 * The snapshot as it will be once the changes are written; the same one when there are none. New rows stand behind the
 * last row of their tab.
 */
export function withChanges(
  snapshot: Snapshot,
  changes: { readonly cells: readonly CellChange[]; readonly rows: readonly RowChange[] },
): Snapshot {
  if (changes.cells.length === 0 && changes.rows.length === 0) return snapshot;
  const next: Record<string, unknown> = { ...snapshot };
  for (const name of Object.keys(TABLES) as TableName[]) {
    const table: Table = TABLES[name];
    const cells = changes.cells.filter((change) => change.table === table.title);
    const rows = changes.rows.filter((change) => change.table === table.title);
    if (cells.length > 0 || rows.length > 0) next[name] = advanced(table, snapshot[name], cells, rows);
  }
  return next as unknown as Snapshot;
}

function advanced(table: Table, before: readonly AnyRow[], cells: readonly CellChange[], added: readonly RowChange[]): AnyRow[] {
  const names = new Map(Object.entries(table.columns).map(([name, column]) => [column.title, name]));
  const edits = new Map<string, Record<string, Value>>();
  for (const cell of cells) {
    const edit = edits.get(cell.row) ?? {};
    edit[names.get(cell.column) ?? cell.column] = cell.after;
    edits.set(cell.row, edit);
  }
  const rows = before.map((row) => {
    const next = edited(table, row, edits.get(row.key));
    return next.key === row.key ? next : edited(table, next, edits.get(next.key));
  });
  let at = before.reduce((last, row) => Math.max(last, row.at), 1);
  for (const change of added) rows.push(newRow(table, names, change, ++at));
  return rows;
}

/** A row with its edits; one that was numbered on the way goes on under its new key. */
function edited(table: Table, row: AnyRow, edit: Record<string, Value> | undefined): AnyRow {
  if (!edit) return row;
  const next: Record<string, Value> & { key: string } = { ...row, ...edit };
  next.key = keyOf(table, next, row.at);
  return next as unknown as AnyRow;
}

function newRow(table: Table, names: ReadonlyMap<string, string>, change: RowChange, at: number): AnyRow {
  const row = emptyRow(table);
  for (const [title, value] of Object.entries(change.values)) {
    const name = names.get(title);
    if (name !== undefined) row[name] = value;
  }
  row.key = change.row;
  row.at = at;
  return row;
}

/** The English name of a column by its title. */
export function columnTitled(table: string, title: string): string | null {
  const columns = tableTitled(table)?.columns ?? {};
  return Object.keys(columns).find((name) => columns[name]?.title === title) ?? null;
}
