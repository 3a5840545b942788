import { CHANGE_PARTS, RUNS, tableTitled } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import type { Snapshot } from "../snapshot/snapshot";
import { isNumbering } from "./combine";
import { unpackChanges } from "./journal";
import { placementsOf } from "./placement";
import type { CellWrite } from "./write-plan";

/** The change set of a run, from the hidden tab; null when it is not there or broken. */
export function changesOfRun(snapshot: Snapshot, run: string) {
  const parts = snapshot.changeParts
    .filter((part) => part.run === run)
    .sort((a, b) => Number(a.part) - Number(b.part))
    .map((part) => part.content ?? "");
  return parts.length === 0 ? null : unpackChanges(parts);
}

/**
 * A run found 待写 was cut off between its journal and its mark. What it had not written yet is written now, unless
 * someone changed the cell since; rows with secrets (cards) are not remade, their list is imported again.
 * Returns nothing to write when no run is pending.
 */
export function recoveryWrites(grids: Grids, snapshot: Snapshot): readonly CellWrite[] {
  const pending = snapshot.runs.filter((run) => run.state === "待写");
  if (pending.length === 0) return [];
  const place = placementsOf(grids, snapshot);
  return pending.flatMap((run) => {
    const changes = changesOfRun(snapshot, run.key);
    const writes: CellWrite[] = [];
    for (const cell of changes?.cells ?? []) if (isNumbering(cell)) place(cell.table)?.rename(cell.row, String(cell.after));
    for (const cell of changes?.cells ?? []) {
      const placement = place(cell.table);
      const row = placement?.find(cell.row) ?? (isNumbering(cell) ? placement?.find(String(cell.after)) : null);
      if (!placement || !row || placement.value(row, cell.column) !== cell.before) continue;
      writes.push(placement.write(row.at, cell.column, cell.after));
    }
    for (const added of changes?.rows ?? []) {
      const placement = place(added.table);
      const secret = Object.values(tableTitled(added.table)?.columns ?? {}).some((column) => column.secret);
      if (placement && !secret && !placement.find(added.row)) writes.push(...placement.append(added.values));
    }
    for (const blanked of changes?.blanked ?? []) {
      const placement = place(blanked.table);
      const row = placement?.find(blanked.row);
      if (placement && row) writes.push(...placement.blank(row));
    }
    const log = place(RUNS.title);
    return log ? [...writes, log.write(run.at, RUNS.columns.state.title, "完成")] : writes;
  });
}

/** Whether the hidden tab is needed: only to undo a run or to finish one that was cut off. */
export const JOURNAL_TABS: readonly string[] = [RUNS.title, CHANGE_PARTS.title];
