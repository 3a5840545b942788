import type { RunMarks } from "../changes/apply";
import { changesOfRun, unreadable } from "../changes/recover";
import { inverseOf, lastStanding, type RowLookup } from "../changes/undo";
import { Refusal } from "../refusal";
import { RUN } from "../schema/allowed";
import { OPEN_TABLES, type TableName } from "../schema/index";
import type { Run } from "../schema/tables";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { noSuchRun, nothingToUndo, runNotDone, runUndoneAlready, UNDO_TITLE } from "../wording/undo";
import type { Decision, Operation } from "./operation";

const UNDO = "undo";

/**
 * Undoes a run, by default the last one that still stands and is not itself an undo.
 *
 * @throws {Refusal} `not-undoable`, when it is decided
 */
export function undoOperation(run?: string): Operation {
  return { id: UNDO, title: UNDO_TITLE, decide: (snapshot) => undo(snapshot, run), tables: OPEN_TABLES };
}

function undo(snapshot: Snapshot, wanted: string | undefined): Decision {
  const run = runToUndo(snapshot, wanted);
  const changes = changesOfRun(snapshot, run.key);
  if (!changes) throw new Refusal("not-undoable", unreadable(snapshot, run.key));
  const inverse = inverseOf(run.key, changes, lookup(snapshot));
  return {
    cells: inverse.changes.cells,
    rows: inverse.changes.rows,
    blanked: inverse.changes.blanked,
    findings: [],
    summary: {
      undoes: run.key,
      restored: inverse.changes.cells.length,
      blanked: inverse.changes.blanked.length,
      kept: inverse.kept.length,
    },
    kept: inverse.kept,
    marks: marksOf(run, changes.summary.undoes),
  };
}

/** Taking back an undo makes the run it took back stand again. */
function marksOf(run: Run, undone: unknown): RunMarks {
  const mark = { run: run.key, state: RUN.undone } as const;
  return typeof undone === "string" ? [mark, { run: undone, state: RUN.done }] : [mark];
}

function runToUndo(snapshot: Snapshot, wanted: string | undefined): Run {
  if (wanted !== undefined) {
    const run = snapshot.runs.find((candidate) => candidate.id === wanted);
    if (!run) throw new Refusal("not-undoable", noSuchRun(wanted));
    if (run.state === RUN.unfinished) throw new Refusal("not-undoable", runNotDone(wanted));
    if (run.state === RUN.undone) throw new Refusal("not-undoable", runUndoneAlready(wanted));
    return run;
  }
  const last = lastStanding(snapshot.runs);
  if (!last) throw new Refusal("not-undoable", nothingToUndo());
  return last;
}

function lookup(snapshot: Snapshot): RowLookup {
  const indexes = new Map<TableName, ReadonlyMap<string, AnyRow>>();
  return (table, key) => {
    let index = indexes.get(table);
    if (!index) {
      const rows: readonly AnyRow[] | undefined = snapshot[table];
      index = new Map(rows?.map((row) => [row.key, row]));
      indexes.set(table, index);
    }
    return index.get(key) ?? null;
  };
}
