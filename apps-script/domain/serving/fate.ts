import { changesOfRun } from "../changes/recover";
import { RUN } from "../schema/allowed";
import type { Run } from "../schema/records";
import type { Grids } from "../snapshot/grid";
import { snapshotOf } from "../snapshot/snapshot";

/**
 * What became of a decision to which no answer came. Each run keeps the digest of the decision that it wrote
 * (`ChangeSet.decision`), and a decision stands on 操作记录 as it was, so that it can only be among the runs that came since:
 * `written` as `run`, `undone` by now, `unfinished` (the next run of anybody writes the rest, or staff have closed it), or
 * `absent`, which is final once the log was read with nobody writing.
 */
export interface Fate {
  readonly state: "written" | "undone" | "unfinished" | "absent";
  readonly run: string | null;
}

/** The runs that came after an earlier reading of 操作记录. */
export function runsSince(before: readonly Pick<Run, "key">[], now: readonly Pick<Run, "key">[]): string[] {
  const known = new Set(before.map(({ key }) => key));
  return now.flatMap(({ key }) => (known.has(key) ? [] : [key]));
}

/** @param grids 操作记录 with the change sets of `runs` */
export function fateOf(decision: string, runs: readonly string[], grids: Grids): Fate {
  if (runs.length === 0) return { state: "absent", run: null };
  const snapshot = snapshotOf(grids, ["runs", "changeParts"]);
  const run = runs.find((key) => changesOfRun(snapshot, key)?.decision === decision);
  const row = snapshot.runs.find(({ key }) => key === run);
  if (run === undefined || !row) return { state: "absent", run: null };
  const state = row.state === RUN.done ? "written" : row.state === RUN.undone ? "undone" : "unfinished";
  return { state, run };
}
