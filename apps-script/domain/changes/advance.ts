import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { placesByKey } from "../snapshot/by-key";
import { emptyRow } from "../snapshot/empty-row";
import { groupedBy } from "../snapshot/grouped-by";
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
  const [cells, rows] = [byTable(changes.cells), byTable(changes.rows)];
  for (const name of new Set([...cells.keys(), ...rows.keys()])) {
    next[name] = advanced(TABLES[name], snapshot[name], cells.get(name) ?? [], rows.get(name) ?? []);
  }
  return next as unknown as Snapshot;
}

function byTable<T extends { readonly table: TableName }>(changes: readonly T[]): ReadonlyMap<TableName, readonly T[]> {
  const groups = new Map<TableName, T[]>();
  for (const change of changes) {
    const group = groups.get(change.table);
    if (group) group.push(change);
    else groups.set(change.table, [change]);
  }
  return groups;
}

function advanced(table: Table, before: readonly AnyRow[], cells: readonly CellChange[], added: readonly RowChange[]): AnyRow[] {
  const edits = groupedBy(cells, ({ row }) => row);
  const rows = [...before];
  const places = placesByKey(before);
  for (const [key, edit] of edits) {
    const place = places.get(key);
    const row = place === undefined ? undefined : before[place];
    if (place === undefined || row === undefined) continue;
    const next = edited(table, row, edit);
    rows[place] = next.key === row.key ? next : edited(table, next, edits.get(next.key));
  }
  if (added.length === 0) return rows;
  let at = before.reduce((last, row) => Math.max(last, row.at), 1);
  for (const change of added) rows.push(newRow(table, change, ++at));
  return rows;
}

/** A row with its edits; one that was numbered on the way goes on under its new key. */
function edited(table: Table, row: AnyRow, edit: readonly CellChange[] | undefined): AnyRow {
  if (!edit) return row;
  const next: Record<string, Value> & { key: string } = { ...row };
  for (const { column, after } of edit) next[column] = after;
  next.key = keyOf(table, next, row.at);
  return next as unknown as AnyRow;
}

function newRow(table: Table, change: RowChange, at: number): AnyRow {
  const row = emptyRow(table);
  for (const [name, value] of Object.entries(change.values)) if (name in table.columns) row[name] = value;
  row.key = change.row;
  row.at = at;
  return row;
}
