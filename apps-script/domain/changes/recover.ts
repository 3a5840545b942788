import { CHANGE_PARTS, RUNS, TABLES, type TableName, tableTitled } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import type { ChangeSet } from "./change-set";
import { isNumbering } from "./combine";
import { unpackChanges } from "./journal";
import { findKeyless, keylessRow } from "./keyless";
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
 * someone changed the cell since; rows with secrets (cards) are not remade, their list is imported again. A run cut off
 * before its whole change set was in the journal had written nothing: it is taken out of the log, with the parts it left.
 * Returns nothing to write when no run is pending.
 */
export function recoveryWrites(grids: Grids, snapshot: Snapshot): readonly CellWrite[] {
  const pending = snapshot.runs.filter((run) => run.state === "待写");
  if (pending.length === 0) return [];
  const place = placementsOf(grids, snapshot);
  const log = place(RUNS.title);
  return pending.flatMap((run) => {
    const changes = changesOfRun(snapshot, run.key);
    if (!changes) {
      const left = snapshot.changeParts.filter((part) => part.run === run.key);
      return [...(log?.blank(run) ?? []), ...left.flatMap((part) => place(CHANGE_PARTS.title)?.blank(part) ?? [])];
    }
    const writes = [...unwrittenCells(changes, snapshot, place), ...unwrittenRows(changes, place)];
    const marks = [{ run: run.key, state: "完成" }, ...undoMarks(changes, snapshot)];
    for (const mark of marks) {
      const row = log?.find(mark.run);
      if (log && row) writes.push(log.write(row.at, RUNS.columns.state.title, mark.state));
    }
    return writes;
  });
}

type Place = ReturnType<typeof placementsOf>;

function unwrittenCells(changes: ChangeSet, snapshot: Snapshot, place: Place): CellWrite[] {
  const keyless = findKeyless(changes, (title) => {
    const name = (Object.keys(TABLES) as TableName[]).find((candidate) => TABLES[candidate].title === title);
    return name === undefined ? [] : snapshot[name];
  });
  for (const cell of changes.cells) {
    const placement = place(cell.table);
    if (!placement || !isNumbering(cell) || placement.find(String(cell.after))) continue;
    const row = keyless.get(keylessRow(cell));
    if (row) placement.rename(row.key, String(cell.after));
  }
  const numbers = new Map(changes.cells.filter(isNumbering).map((cell) => [keylessRow(cell), String(cell.after)]));
  return changes.cells.flatMap((cell) => {
    const placement = place(cell.table);
    const row = placement?.find(numbers.get(keylessRow(cell)) ?? cell.row);
    if (!placement || !row || placement.value(row, cell.column) !== cell.before) return [];
    return [placement.write(row.at, cell.column, cell.after)];
  });
}

/** New rows that are not there yet, or of which only a part is; and rows that were to be blanked. */
function unwrittenRows(changes: ChangeSet, place: Place): CellWrite[] {
  const writes: CellWrite[] = [];
  for (const added of changes.rows) {
    const placement = place(added.table);
    const secret = Object.values(tableTitled(added.table)?.columns ?? {}).some((column) => column.secret);
    if (!placement || secret) continue;
    const row = placement.find(added.row);
    if (!row) writes.push(...placement.append(added.values));
    else {
      for (const [title, value] of Object.entries(added.values)) {
        const found = placement.value(row, title);
        if (found === null || isTakenForNumber(found, value)) writes.push(placement.write(row.at, title, value));
      }
    }
  }
  for (const blanked of changes.blanked) {
    const placement = place(blanked.table);
    const row = placement?.find(blanked.row);
    if (placement && row) writes.push(...placement.blank(row));
  }
  return writes;
}

/** A text that a spreadsheet took for a number (`0535001`) before the run could put that right. */
function isTakenForNumber(found: Value, wanted: Value): boolean {
  return typeof found === "number" && typeof wanted === "string" && Number(wanted) === found;
}

/** An undo that was cut off still has to mark the run it took back; taking back an undo makes the earlier run stand again. */
function undoMarks(changes: ChangeSet, snapshot: Snapshot): { run: string; state: string }[] {
  const undone = changes.summary.undoes;
  if (typeof undone !== "string") return [];
  const again = changesOfRun(snapshot, undone)?.summary.undoes;
  const mark = { run: undone, state: "已撤销" };
  return typeof again === "string" ? [mark, { run: again, state: "完成" }] : [mark];
}
