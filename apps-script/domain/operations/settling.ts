import { type Closed, editorsOf, ProtectedTab, type Refuses, refusing, tabsOf } from "../changes/closed";
import type { Finding } from "../changes/finding";
import { findingOfDropped, hasOutdated } from "../changes/outdated";
import { findingOfClosed, type Recovery, recoveryOf } from "../changes/recover";
import type { WritePlan } from "../changes/write-plan";
import { RUN } from "../schema/allowed";
import type { Grids } from "../snapshot/grid";
import { snapshotOf } from "../snapshot/snapshot";
import { pendingProtected, protectedMeanwhile } from "../wording/protected";

/** Whether there are runs that were cut off, or change sets that are to go; needs 操作记录, 设置 and the numbers of the latter. */
export function hasPending(grids: Grids): boolean {
  const snapshot = snapshotOf(grids, ["runs", "settings"]);
  return snapshot.runs.some((run) => run.state === RUN.pending) || hasOutdated(grids, snapshot);
}

/**
 * What settles the runs that were cut off, in a workbook read whole. `refused` are tabs that turned out to be protected
 * while they were written.
 *
 * @throws {ProtectedTab} when the log itself can't be written
 */
export function settlingOf(grids: Grids, closed: readonly Closed[], refused: ReadonlySet<string>): Recovery {
  const refuses: Refuses = refusing(closed, refused);
  const recovery = recoveryOf(grids, snapshotOf(grids), refuses);
  const tabs = tabsOf(recovery.writes.filter(refuses));
  if (tabs.length > 0) throw new ProtectedTab(tabs, pendingProtected(tabs, editorsOf(closed, tabs)));
  return recovery;
}

/** Of a settling that found a tab protected while it wrote: the tabs to leave alone next time. Anything else is thrown on. */
export function nextRefused(error: unknown, refused: ReadonlySet<string>): ReadonlySet<string> {
  if (!(error instanceof ProtectedTab) || error.tabs.every((tab) => refused.has(tab))) throw error;
  return new Set([...refused, ...error.tabs]);
}

/**
 * What to tell of a run that found a tab protected while it was written, now that it is settled; null when it is written
 * after all.
 */
export function refusalOf(error: ProtectedTab, { run }: WritePlan, { finished, closed }: Recovery): ProtectedTab | null {
  if (finished.includes(run)) return null;
  const own = closed.find((one) => one.run === run);
  return own ? new ProtectedTab(own.tabs, protectedMeanwhile(own.tabs, run, own.left)) : error;
}

/** What a settling has to tell. */
export function findingsOf({ closed, dropped }: Pick<Recovery, "closed" | "dropped">): Finding[] {
  return [...closed.map(findingOfClosed), ...(dropped.length > 0 ? [findingOfDropped(dropped)] : [])];
}
