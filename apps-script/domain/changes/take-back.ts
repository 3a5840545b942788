import { tableTitled } from "../schema/index";
import { sameWhenRead } from "../snapshot/same";
import type { AnyRow } from "../snapshot/snapshot";
import { leftPlace } from "../wording/protected";
import type { ChangeSet, RowChange } from "./change-set";
import type { Refuses } from "./closed";
import type { Placement } from "./placement";
import { isPermanent } from "./undo";
import type { CellWrite } from "./write-plan";

/** What takes back a run that was only written in part, and the places of it that can't be. */
export interface TakeBack {
  readonly writes: readonly CellWrite[];
  readonly left: readonly string[];
}

/**
 * Every cell that holds what the run wrote goes back to what it held before; its new rows are blanked, rows that it
 * blanked are there again. What people changed since stays theirs, and numbers once given stay given.
 */
export function takeBack(changes: ChangeSet, place: (title: string) => Placement | null, refuses: Refuses): TakeBack {
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
    take([placement.write(row.at, cell.column, cell.before)], leftPlace(cell.table, cell.row, cell.column));
  }
  for (const added of changes.rows) {
    const placement = place(added.table);
    const row = placement?.find(added.row);
    if (!placement || !row) continue;
    if (isOurs(added, row, placement)) take(placement.blank(row), leftPlace(added.table, added.row, null));
    else left.push(leftPlace(added.table, added.row, null));
  }
  for (const blanked of changes.blanked) {
    const placement = place(blanked.table);
    if (placement) take(restored(blanked, placement), leftPlace(blanked.table, blanked.row, null));
  }
  return { writes, left };
}

/** Whether nobody put anything of their own into a new row, of which only a part may be there. */
function isOurs(added: RowChange, row: AnyRow, placement: Placement): boolean {
  return Object.values(tableTitled(added.table)?.columns ?? {}).every(({ title, secret }) => {
    const now = placement.value(row, title);
    return secret || now === null || String(now) === String(added.values[title] ?? null);
  });
}

function restored({ row: key, values }: RowChange, placement: Placement): CellWrite[] {
  const row = placement.find(key);
  if (!row) return placement.append(values);
  const missing = Object.entries(values).filter(([title]) => placement.value(row, title) === null);
  return missing.map(([title, value]) => placement.write(row.at, title, value));
}
