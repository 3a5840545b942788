import { RUN } from "../schema/allowed";
import type { Table } from "../schema/column";
import { presentWord, renamesOf } from "../schema/earlier";
import { TABLES } from "../schema/index";
import type { Run } from "../schema/records";
import { tableOfTab } from "../schema/titles";
import type { Grids } from "../snapshot/grid";
import type { Snapshot, SnapshotWith } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import { closedRun, closedRunAdvice, closedRunSummary } from "../wording/protected";
import { runDropped, runLost, runNotReadable } from "../wording/undo";
import type { ChangeSet, RowChange } from "./change-set";
import { type Refuses, tabsOf } from "./closed";
import { isNumbering } from "./combine";
import type { Finding } from "./finding";
import { found } from "./found";
import { unpackChanges } from "./journal";
import { findKeyless, keylessRow } from "./keyless";
import { oldRuns, outdatedRuns } from "./outdated";
import { type Place, placementsOf } from "./placement";
import { takeBack } from "./take-back";
import { marksOfTakenBack, runsTakenBackBy } from "./undo-together";
import type { CellWrite } from "./write-plan";

/** The change set of a run, from the hidden tab; null when it is not there or broken. */
export function changesOfRun(snapshot: SnapshotWith<"changeParts">, run: string) {
  const parts = partsOfRun(snapshot, run);
  const changes = parts.length === 0 ? null : unpackChanges(parts);
  return changes && withPresentWords(changes);
}

/** What stands in the hidden tab of a run, in order. */
export function partsOfRun({ changeParts }: SnapshotWith<"changeParts">, run: string): string[] {
  const own = changeParts.filter((part) => part.run === run).sort((a, b) => Number(a.part) - Number(b.part));
  return own.map(({ content }) => content ?? "");
}

/** A run of an older version knew some words by another name; the cells it wrote have the present one. */
export function withPresentWords(changes: ChangeSet, renames = renamesOf): ChangeSet {
  const row = (change: RowChange): RowChange => {
    const values = Object.entries(change.values).map(([column, value]) => [
      column,
      presentWord(value, renames(change.table, column)),
    ]);
    return { ...change, values: Object.fromEntries(values) };
  };
  const cells = changes.cells.map((cell) => {
    const words = renames(cell.table, cell.column);
    return words.length === 0
      ? cell
      : { ...cell, before: presentWord(cell.before, words), after: presentWord(cell.after, words) };
  });
  return { ...changes, cells, rows: changes.rows.map(row), blanked: changes.blanked.map(row) };
}

/** Why the change set of a run is not there: it is broken, it was dropped for its age, or somebody removed it. */
export function unreadable(snapshot: SnapshotWith<"changeParts" | "runs" | "settings">, run: string): string {
  if (snapshot.changeParts.some((part) => part.run === run)) return runNotReadable(run);
  return oldRuns(snapshot).some(({ key }) => key === run) ? runDropped(run) : runLost(run);
}

/** A run that could not be finished, since staff protected tabs that it had still to write. */
export interface ClosedRun {
  readonly run: string;
  readonly action: string;
  readonly tabs: readonly string[];
  /** What of it is written and can't be taken back, as places. */
  readonly left: readonly string[];
}

/** What settles the runs found 待写: cells to write, which runs are finished or closed by them, whose change sets go. */
export interface Recovery {
  readonly writes: readonly CellWrite[];
  readonly finished: readonly string[];
  readonly closed: readonly ClosedRun[];
  readonly dropped: readonly string[];
}

/**
 * A run found 待写 was cut off between its journal and its mark. What it had not written yet is written now, unless
 * someone changed the cell since; rows with secrets (cards) are not remade, their list is imported again. Where a part of
 * that can't be written, since its tab is protected, the run is taken back and closed as 未完成, and others go on. A run
 * cut off before its whole change set was in the journal had written nothing: it is taken out of the log, with the parts
 * it left. Change sets that are older than they are kept are emptied.
 */
export function recoveryOf(grids: Grids, snapshot: Snapshot, refuses: Refuses): Recovery {
  const pending = snapshot.runs.filter((run) => run.state === RUN.pending);
  const place = placementsOf(grids, snapshot);
  const settled = pending.map((run) => settle(run, snapshot, place, refuses));
  const old = droppedParts(snapshot, place, refuses);
  return {
    writes: [...settled.flatMap(({ writes }) => writes), ...old.writes],
    finished: settled.flatMap(({ finished }) => finished ?? []),
    closed: settled.flatMap(({ closed }) => closed ?? []),
    dropped: old.runs,
  };
}

/** Where the tab is protected they stay for another time. */
function droppedParts(snapshot: Snapshot, place: Place, refuses: Refuses): { runs: string[]; writes: CellWrite[] } {
  const outdated = outdatedRuns(snapshot);
  const parts = snapshot.changeParts.filter(({ run }) => outdated.has(textOf(run)));
  const writes = parts.flatMap((part) => place("changeParts")?.blank(part) ?? []);
  if (writes.some(refuses)) return { runs: [], writes: [] };
  return { runs: [...new Set(parts.map(({ run }) => textOf(run)))], writes };
}

interface Settled {
  readonly writes: readonly CellWrite[];
  readonly finished?: string;
  readonly closed?: ClosedRun;
}

function settle(run: Run, snapshot: Snapshot, place: Place, refuses: Refuses): Settled {
  const log = place("runs");
  const changes = changesOfRun(snapshot, run.key);
  if (!changes) {
    const left = snapshot.changeParts.filter((part) => part.run === run.key);
    return { writes: [...(log?.blank(run) ?? []), ...left.flatMap((part) => place("changeParts")?.blank(part) ?? [])] };
  }
  const writes = [...unwrittenCells(changes, snapshot, place), ...unwrittenRows(changes, place)];
  const tabs = tabsOf(writes.filter(refuses));
  if (tabs.length > 0) return close(run, changes, tabs, place, refuses);
  const marks = [{ run: run.key, state: RUN.done }, ...undoMarks(changes, snapshot)];
  for (const mark of marks) {
    const row = log?.find(mark.run);
    if (log && row) writes.push(log.write(row.at, "state", mark.state));
  }
  return { writes, finished: run.key };
}

function close(run: Run, changes: ChangeSet, tabs: readonly string[], place: Place, refuses: Refuses): Settled {
  const { writes, left } = takeBack(changes, place, refuses);
  const log = place("runs");
  const marks = log ? [log.write(run.at, "summary", closedRunSummary(tabs)), log.write(run.at, "state", RUN.unfinished)] : [];
  return { writes: [...writes, ...marks], closed: { run: run.key, action: run.action ?? "", tabs, left } };
}

/** A run that was closed, for whoever comes next. */
export function findingOfClosed({ run, action, tabs, left }: ClosedRun): Finding {
  const table = tableOfTab(tabs[0] ?? "") ?? "runs";
  const message = closedRun(tabs, run, action, left);
  return found("W09", { table, row: null, column: null }, message, { advice: closedRunAdvice(action) });
}

function unwrittenCells(changes: ChangeSet, snapshot: Snapshot, place: Place): CellWrite[] {
  const keyless = findKeyless(changes, (table) => snapshot[table]);
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
    const { columns }: Table = TABLES[added.table];
    if (!placement || Object.values(columns).some(({ secret }) => secret)) continue;
    const row = placement.find(added.row);
    if (!row) writes.push(...placement.append(added.values));
    else {
      for (const [column, value] of Object.entries(added.values)) {
        const found = placement.value(row, column);
        if (found === null || isTakenForNumber(found, value)) writes.push(placement.write(row.at, column, value));
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

/** An undo that was cut off still has to mark the run it took back. */
function undoMarks(changes: ChangeSet, snapshot: Snapshot) {
  return runsTakenBackBy(changes.summary).flatMap((run) => marksOfTakenBack(run, changesOfRun(snapshot, run)?.summary ?? {}));
}
