import { RUN } from "../schema/allowed";
import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import type { Run } from "../schema/records";
import { SETTING_SPECS, type SettingSpec } from "../schema/settings";
import { columnTitle, titleOf } from "../schema/titles";
import { sameWhenRead } from "../snapshot/same";
import type { AnyRow } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import { UNDO_TITLE } from "../wording/undo";
import { keptCell, keptRow, rowLabel, undoneReason } from "../wording/workbook";
import type { CellChange, ChangeSet, RowChange } from "./change-set";
import { isNumbering } from "./combine";

/** The id of the operation that takes a run back. */
export const UNDO = "undo";

/** A place that undoing leaves as people made it since, with what it holds now. */
export interface Kept {
  readonly table: TableName;
  readonly row: string;
  readonly column: string | null;
  readonly value: Value;
  readonly message: string;
}

export type RowLookup = (table: TableName, key: string) => AnyRow | null;

/**
 * The inverse of a run: each cell that still holds what the run wrote goes back to what it held before; an appended
 * row is blanked unless someone changed it since. Numbers once given stay given, and so does what is worked out of the rest: it is
 * told anew by the next run.
 */
export function inverseOf(run: string, changes: ChangeSet, find: RowLookup): { changes: ChangeSet; kept: Kept[] } {
  const reason = undoneReason(run);
  const kept: Kept[] = [];
  const cells = changes.cells
    .filter((cell) => !isPermanent(cell) && !isDerived(cell))
    .flatMap((cell) => restored(cell, find, reason, kept));
  const blanked = changes.rows
    .filter((row) => row.table !== "settings" && !isDerived(row))
    .flatMap((row) => blankedRow(row, find, reason, kept));
  const rows = changes.blanked.map((row) => ({ ...row, reason }));
  return {
    changes: { action: UNDO, today: changes.today, cells, rows, blanked, findings: [], summary: {} },
    kept,
  };
}

const isDerived = ({ table }: { readonly table: TableName }): boolean => (TABLES[table] as Table).isDerived === true;

/** The runs that still stand and are not themselves an undo. */
export const standingRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.filter((run) => run.state === RUN.done && run.action !== UNDO_TITLE);

/** The last of those: what 撤销 takes back next. */
export function lastStanding(runs: readonly Run[]): Run | null {
  return standingRuns(runs).reduce<Run | null>((latest, run) => (latest === null || run.key > latest.key ? run : latest), null);
}

/** Numbers and counters, which no run gives twice. A 人员编号 that was given up for another one comes back. */
export function isPermanent(cell: CellChange): boolean {
  if (isNumbering(cell)) return true;
  if (cell.table === "roster" && cell.column === "person" && cell.before === null) return true;
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  return cell.table === "settings" && specs.some((spec) => spec.counter && !spec.isUndone && spec.item === cell.row);
}

function restored(cell: CellChange, find: RowLookup, reason: string, kept: Kept[]): CellChange[] {
  const row = find(cell.table, cell.row);
  const now = row?.[cell.column] ?? null;
  if (row && now === cell.before) return [];
  if (row && sameWhenRead(cell, now)) return [{ ...cell, before: now, after: cell.before, reason }];
  const title = columnTitle(cell.table, cell.column);
  const message = keptCell(titleOf(cell.table), labelOf(row, cell.row), title, now === null ? "（空）" : String(now));
  kept.push({ table: cell.table, row: cell.row, column: cell.column, value: now, message });
  return [];
}

/** With its name where it has one. */
const labelOf = (row: AnyRow | null, key: string): string => rowLabel(textOf(row?.name), key);

function blankedRow(added: RowChange, find: RowLookup, reason: string, kept: Kept[]): RowChange[] {
  const table: Table = TABLES[added.table];
  const row = find(added.table, added.row);
  if (!row) return [];
  const now = valuesOf(table, row);
  const touched = Object.entries(table.columns).some(
    ([name, column]) =>
      !column.secret &&
      (column.owner === "unit" || column.owner === "centre") &&
      (row[name] ?? null) !== (added.values[name] ?? null),
  );
  if (touched) {
    const message = keptRow(titleOf(added.table), labelOf(row, added.row));
    kept.push({ table: added.table, row: added.row, column: null, value: null, message });
    return [];
  }
  return [{ table: added.table, row: added.row, values: now, reason }];
}

/** A row's filled cells by column name, secrets left out. */
export function valuesOf(table: Table, row: AnyRow): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, column] of Object.entries(table.columns)) {
    const value = row[name] ?? null;
    if (value !== null && !column.secret) values[name] = value;
  }
  return values;
}
