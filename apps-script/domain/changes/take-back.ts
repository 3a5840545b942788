import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import { sameWhenRead } from "../snapshot/same";
import type { AnyRow } from "../snapshot/snapshot";
import { leftPlace } from "../wording/protected";
import type { ChangeSet, RowChange } from "./change-set";
import type { Refuses } from "./closed";
import type { Place, Placement } from "./placement";
import { isPermanent } from "./undo";
import type { CellWrite } from "./write-plan";

/** What takes back a run that was only written in part, and the places of it that can't be. */
interface TakeBack {
  readonly writes: readonly CellWrite[];
  readonly left: readonly string[];
}

/**
 * Every cell that holds what the run wrote goes back to what it held before; its new rows are blanked, rows that it
 * blanked are there again. What people changed since stays theirs, and numbers once given stay given.
 */
export function takeBack(changes: ChangeSet, place: Place, refuses: Refuses): TakeBack {
  const writes: CellWrite[] = [];
  const left: string[] = [];
  const take = (some: readonly CellWrite[], where: string): void => {
    if (some.some(refuses)) left.push(where);
    else writes.push(...some);
  };
  for (const cell of changes.cells) {
    const placement = place(cell.table);
    const row = placement?.find(cell.row);
    if (!placement || !row || isPermanent(cell) || !sameWhenRead(cell, placement.value(row, cell.column))) continue;
    if (placement.isFormula(row, cell.column)) continue;
    take([placement.write(row.at, cell.column, cell.before)], leftOf(cell.table, cell.row, cell.column));
  }
  for (const added of changes.rows) {
    const placement = place(added.table);
    const row = placement?.find(added.row);
    if (!placement || !row) continue;
    if (isOurs(added, row, placement)) take(placement.blank(row), leftOf(added.table, added.row, null));
    else left.push(leftOf(added.table, added.row, null));
  }
  for (const blanked of changes.blanked) {
    const placement = place(blanked.table);
    if (placement) take(restored(blanked, placement), leftOf(blanked.table, blanked.row, null));
  }
  return { writes, left };
}

function leftOf(table: TableName, row: string, column: string | null): string {
  return leftPlace(titleOf(table), row, column === null ? null : columnTitle(table, column));
}

/** Whether nobody put anything of their own into a new row, of which only a part may be there. */
function isOurs(added: RowChange, row: AnyRow, placement: Placement): boolean {
  const { columns }: Table = TABLES[added.table];
  return Object.entries(columns).every(([column, { secret }]) => {
    const now = placement.value(row, column);
    return secret || now === null || String(now) === String(added.values[column] ?? null);
  });
}

function restored({ row: key, values }: RowChange, placement: Placement): CellWrite[] {
  const row = placement.find(key);
  if (!row) return placement.append(values);
  const missing = Object.entries(values).filter(([column]) => placement.value(row, column) === null);
  return missing.map(([column, value]) => placement.write(row.at, column, value));
}
