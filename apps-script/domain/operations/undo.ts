import { isAbout } from "../changes/about-people";
import type { ChangeSet } from "../changes/change-set";
import { combine } from "../changes/combine";
import { changesOfRun, unreadable } from "../changes/recover";
import { inverseOf, lastStanding, type RowLookup, standingRuns, UNDO } from "../changes/undo";
import { marksOfTakenBack, namesOfRuns, takenBackWith } from "../changes/undo-together";
import { Refusal } from "../refusal";
import type { Context } from "../rules/context";
import { RUN } from "../schema/allowed";
import { OPEN_TABLES, type TableName } from "../schema/index";
import type { Run } from "../schema/records";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { noSuchRun, nothingToUndo, runBetweenBooks, runNotDone, runUndoneAlready, UNDO_TITLE } from "../wording/undo";
import { afterUndo } from "./after-undo";
import { BETWEEN_BOOKS } from "./between-books";
import type { Decision, Operation } from "./operation";

/**
 * Undoes a run, by default the last one that still stands and is not itself an undo, with the edits of the same clerk right
 * before it.
 *
 * @param isAlone without those edits: so a run that is named, unless it is the last one of an earlier moment
 * @throws {Refusal} `not-undoable`, when it is decided
 */
export function undoOperation(run?: string, isAlone = run !== undefined): Operation {
  return { id: UNDO, title: UNDO_TITLE, decide: (...about) => undo(about, run, isAlone), tables: OPEN_TABLES };
}

function undo([snapshot, context]: [Snapshot, Context], wanted: string | undefined, isAlone: boolean): Decision {
  const runs = runsToUndo(snapshot, wanted, isAlone);
  const name = namesOfRuns(runs.map(({ run }) => run));
  return {
    ...takenBack(name, together(runs.map(({ changes }) => changes)), snapshot, context, touchedSince(snapshot, runs)),
    marks: runs.flatMap(({ run, changes }) => marksOfTakenBack(run.key, changes.summary)),
  };
}

/** Whether a run after the last of these was about an enrolment and stands, as far as the log says it. */
function touchedSince({ runs: all }: Snapshot, runs: readonly Standing[]): (enrolment: string) => boolean {
  const last = runs[runs.length - 1]?.run.key ?? "";
  const later = standingRuns(all).filter(({ key }) => key > last);
  return (enrolment) => later.some(({ people }) => isAbout(people, enrolment) !== false);
}

/** What taking back these changes comes to: the cells, what stays, what follows, and what cannot stand without them. */
export function takenBack(
  name: string,
  changes: ChangeSet,
  snapshot: Snapshot,
  context: Context,
  isTouchedSince: (enrolment: string) => boolean,
) {
  const inverse = inverseOf(name, changes, lookup(snapshot));
  const { rows, blanked } = inverse.changes;
  const { cells: followed, findings, kept } = afterUndo(snapshot, context, changes, inverse, isTouchedSince);
  const { cells } = combine([inverse.changes, { cells: followed, rows: [], findings: [], summary: {} }], {});
  const summary = { undoes: name, restored: cells.length, blanked: blanked.length, kept: kept.length };
  return { cells, rows, blanked, findings, summary, kept };
}

/**
 * The runs that an undo may take back: the change sets that have to be read for it.
 *
 * @throws {Refusal} `not-undoable`
 */
export function runsUndoneBy(
  snapshot: Pick<Snapshot, "runs">,
  run?: string,
  isAlone = run !== undefined,
): readonly [last: string, ...before: string[]] {
  const last = runToUndo(snapshot, run);
  const [, ...before] = withEdits(last, snapshot, isAlone).map(({ key }) => key);
  return [last.key, ...before];
}

/** The run, and those that are taken back with it, the latest first. */
function withEdits(last: Run, { runs }: Pick<Snapshot, "runs">, isAlone: boolean): readonly Run[] {
  return isAlone ? [last] : [...takenBackWith(last, runs)].reverse();
}

interface Standing {
  readonly run: Run;
  readonly changes: ChangeSet;
}

/** Several change sets as one; what a later one undoes is not among them. */
function together(all: readonly ChangeSet[]): ChangeSet {
  const [first, ...others] = all;
  if (first === undefined) throw new Error("Nothing is to be undone.");
  if (others.length === 0) return first;
  return { ...first, ...combine(all, {}), blanked: all.flatMap(({ blanked }) => blanked) };
}

/** The run that is wanted or the last one, alone or with those that are taken back with it and can be read. */
function runsToUndo(snapshot: Snapshot, wanted: string | undefined, isAlone: boolean): readonly Standing[] {
  const last = runToUndo(snapshot, wanted);
  const readable: Standing[] = [];
  for (const run of withEdits(last, snapshot, isAlone)) {
    const changes = changesOfRun(snapshot, run.key);
    if (!changes) break;
    if (isBetweenBooks(changes)) throw new Refusal("not-undoable", runBetweenBooks(run.key));
    readable.unshift({ run, changes });
  }
  if (readable.length === 0) throw new Refusal("not-undoable", unreadable(snapshot, last.key));
  return readable;
}

/** What two books were told of: taken back in one of them, cards and people would be in both or in none. */
const isBetweenBooks = ({ action }: Pick<ChangeSet, "action">): boolean => BETWEEN_BOOKS.includes(action);

function runToUndo(snapshot: Pick<Snapshot, "runs">, wanted: string | undefined): Run {
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
