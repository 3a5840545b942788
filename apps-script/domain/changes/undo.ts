import type { Table } from "../schema/column";
import { ROSTER, SETTINGS, tableTitled } from "../schema/index";
import { SETTING_SPECS, type SettingSpec } from "../schema/settings";
import { sameWhenRead } from "../snapshot/same";
import type { AnyRow } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import { keptCell, keptRow, undoneReason } from "../wording/workbook";
import { columnTitled } from "./advance";
import type { CellChange, ChangeSet, RowChange } from "./change-set";
import { isNumbering } from "./combine";

/** A place that undoing leaves as people made it since, with what it holds now. */
export interface Kept {
  readonly table: string;
  readonly row: string;
  readonly column: string | null;
  readonly value: Value;
  readonly message: string;
}

export type RowLookup = (table: string, key: string) => AnyRow | null;

/**
 * The inverse of a run: each cell that still holds what the run wrote goes back to what it held before; an appended
 * row is blanked unless someone changed it since. Numbers once given stay given.
 */
export function inverseOf(run: string, changes: ChangeSet, find: RowLookup): { changes: ChangeSet; kept: Kept[] } {
  const reason = undoneReason(run);
  const kept: Kept[] = [];
  const cells = changes.cells.filter((cell) => !isPermanent(cell)).flatMap((cell) => restored(cell, find, reason, kept));
  const blanked = changes.rows
    .filter((row) => row.table !== SETTINGS.title)
    .flatMap((row) => blankedRow(row, find, reason, kept));
  const rows = changes.blanked.map((row) => ({ ...row, reason }));
  return {
    changes: { action: "undo", today: changes.today, cells, rows, blanked, findings: [], summary: {} },
    kept,
  };
}

/** Numbers and counters, which no run gives twice. */
export function isPermanent(cell: CellChange): boolean {
  if (isNumbering(cell)) return true;
  if (cell.table === ROSTER.title && cell.column === ROSTER.columns.person.title) return true;
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  return cell.table === SETTINGS.title && specs.some((spec) => spec.counter && spec.item === cell.row);
}

function restored(cell: CellChange, find: RowLookup, reason: string, kept: Kept[]): CellChange[] {
  const column = columnTitled(cell.table, cell.column);
  const row = find(cell.table, cell.row);
  const now = row && column !== null ? (row[column] ?? null) : null;
  if (row && now === cell.before) return [];
  if (row && sameWhenRead(cell, now)) return [{ ...cell, before: now, after: cell.before, reason }];
  const message = keptCell(cell.table, cell.row, cell.column, now === null ? "（空）" : String(now));
  kept.push({ table: cell.table, row: cell.row, column: cell.column, value: now, message });
  return [];
}

function blankedRow(added: RowChange, find: RowLookup, reason: string, kept: Kept[]): RowChange[] {
  const table = tableTitled(added.table);
  const row = find(added.table, added.row);
  if (!table || !row) return [];
  const now = valuesOf(table, row);
  const touched = Object.entries(table.columns).some(
    ([name, column]) =>
      !column.secret &&
      (column.owner === "unit" || column.owner === "centre") &&
      (row[name] ?? null) !== (added.values[column.title] ?? null),
  );
  if (touched) {
    kept.push({ table: added.table, row: added.row, column: null, value: null, message: keptRow(added.table, added.row) });
    return [];
  }
  return [{ table: added.table, row: added.row, values: now, reason }];
}

/** A row's filled cells by title, secrets left out. */
export function valuesOf(table: Table, row: AnyRow): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, column] of Object.entries(table.columns)) {
    const value = row[name] ?? null;
    if (value !== null && !column.secret) values[column.title] = value;
  }
  return values;
}
