import { planApply, type RunMarks } from "../changes/apply";
import { type ChangeSet, hashOf } from "../changes/change-set";
import type { Outcome } from "../changes/outcome";
import type { Kept } from "../changes/undo";
import type { RunHead, Secrets, WritePlan } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import { type Context, contextOf } from "../rules/context";
import type { Rule } from "../rules/rule";
import type { Grids } from "../snapshot/grid";
import { type Snapshot, snapshotOf } from "../snapshot/snapshot";

/** What an operation decided: an outcome, with what only undo knows and what must never be written down elsewhere. */
export interface Decision extends Outcome {
  readonly blanked?: ChangeSet["blanked"];
  readonly kept?: readonly Kept[];
  readonly marks?: RunMarks;
  readonly secrets?: Secrets;
}

/** Anything that changes a workbook: a menu action, a plan, a file, an undo. */
export interface Operation {
  readonly id: string;
  readonly title: string;
  readonly decide: (snapshot: Snapshot, context: Context) => Decision;
}

export function operationOf(id: string, title: string, rule: Rule): Operation {
  return { id, title, decide: rule };
}

/** What an operation will do to the workbook in `grids`, ready to preview or to write. */
export interface Prepared {
  readonly changes: ChangeSet;
  /** The hash of what was decided, worked out when asked for. */
  readonly hash: () => string;
  readonly kept: readonly Kept[];
  readonly plan: WritePlan | null;
}

/** Decides and places an operation on a workbook just read. Pure: the shells add the lock, the read and the write. */
export function prepare(grids: Grids, operation: Operation, today: Day, head: Omit<RunHead, "title">): Prepared {
  const snapshot = snapshotOf(grids);
  const decision = operation.decide(snapshot, contextOf(snapshot, today));
  const changes: ChangeSet = {
    action: operation.id,
    today,
    cells: decision.cells,
    rows: decision.rows,
    blanked: decision.blanked ?? [],
    findings: decision.findings,
    summary: decision.summary,
  };
  const { plan, applied } = planApply(
    grids,
    snapshot,
    changes,
    { ...head, title: operation.title },
    decision.secrets,
    decision.marks,
  );
  return { changes: applied, hash: () => hashOf(changes), kept: decision.kept ?? [], plan };
}
