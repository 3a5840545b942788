import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { cellOf } from "./cell-value";
import type { Value } from "./value";

/** Whether a cell, read back, is what was written into it (a day typed as text reads as the day, and so on). */
export function sameWhenRead(
  cell: { readonly table: TableName; readonly column: string; readonly after: Value },
  now: Value,
): boolean {
  if (now === cell.after) return true;
  const { columns }: Table = TABLES[cell.table];
  const kind = columns[cell.column]?.kind;
  return kind !== undefined && cellOf(kind, cell.after) === now;
}
