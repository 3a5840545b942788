import type { RunMarks } from "../changes/apply";
import { changesOfRun } from "../changes/recover";
import { inverseOf } from "../changes/undo";
import { Refusal } from "../refusal";
import { OPEN_TABLES, TABLES, type TableName } from "../schema/index";
import type { Run } from "../schema/tables";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { noSuchRun, nothingToUndo, runNotDone, runNotReadable, runUndoneAlready, UNDO_TITLE } from "../wording/undo";
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
  if (!changes) throw new Refusal("not-undoable", runNotReadable(run.key));
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
  const mark = { run: run.key, state: "已撤销" } as const;
  return typeof undone === "string" ? [mark, { run: undone, state: "完成" }] : [mark];
}

function runToUndo(snapshot: Snapshot, wanted: string | undefined): Run {
  if (wanted !== undefined) {
    const run = snapshot.runs.find((candidate) => candidate.id === wanted);
    if (!run) throw new Refusal("not-undoable", noSuchRun(wanted));
    if (run.state === "未完成") throw new Refusal("not-undoable", runNotDone(wanted));
    if (run.state === "已撤销") throw new Refusal("not-undoable", runUndoneAlready(wanted));
    return run;
  }
  const standing = snapshot.runs.filter((run) => run.state === "完成" && run.action !== UNDO_TITLE);
  const last = standing.reduce<Run | null>((latest, run) => (latest === null || run.key > latest.key ? run : latest), null);
  if (!last) throw new Refusal("not-undoable", nothingToUndo());
  return last;
}

function lookup(snapshot: Snapshot): (table: string, key: string) => AnyRow | null {
  const indexes = new Map<string, ReadonlyMap<string, AnyRow>>();
  return (title, key) => {
    let index = indexes.get(title);
    if (!index) {
      const name = (Object.keys(TABLES) as TableName[]).find((candidate) => TABLES[candidate].title === title);
      const rows: readonly AnyRow[] = name === undefined ? [] : snapshot[name];
      index = new Map(rows.map((row) => [row.key, row]));
      indexes.set(title, index);
    }
    return index.get(key) ?? null;
  };
}
