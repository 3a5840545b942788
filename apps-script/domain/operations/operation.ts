import { planApply, type RunMarks } from "../changes/apply";
import { type ChangeSet, hashOf } from "../changes/change-set";
import type { Outcome } from "../changes/outcome";
import type { Kept } from "../changes/undo";
import type { RunHead, Secrets, WritePlan } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import { type Context, contextOf } from "../rules/context";
import type { Rule } from "../rules/rule";
import { ACTION_TABLES, PRESENT_TABLES, type TableName } from "../schema/index";
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
  /** The tables that `decide` reads or writes; all but the change sets of earlier runs unless given. */
  readonly tables?: readonly TableName[];
}

export function operationOf(id: string, title: string, rule: Rule): Operation {
  return { id, title, decide: rule, tables: ACTION_TABLES };
}

/** What has to be read for an operation: its own tables, and the log, which tells runs that were cut off. */
export function tablesOf({ tables }: Operation): readonly TableName[] {
  return tables ? [...new Set<TableName>([...tables, "settings", "runs"])] : PRESENT_TABLES;
}

/** Whether an operation seals what it sends, or looks at seals. */
export function isSealed({ tables = [] }: Operation): boolean {
  return tables.includes("seals");
}

/** What an operation will do to the workbook in `grids`, ready to preview or to write. */
export interface Prepared {
  readonly changes: ChangeSet;
  /** The hash of what was decided, worked out when asked for. */
  readonly hash: () => string;
  readonly kept: readonly Kept[];
  readonly plan: WritePlan | null;
}

/** What was decided about a workbook just read, not yet placed. */
export interface Decided {
  readonly snapshot: Snapshot;
  readonly changes: ChangeSet;
  readonly decision: Decision;
  readonly title: string;
}

/** Decides and places an operation on a workbook just read. Pure: the shells add the lock, the read and the write. */
export function prepare(grids: Grids, operation: Operation, today: Day, head: Omit<RunHead, "title">): Prepared {
  return place(grids, decide(grids, operation, today), head);
}

/** Needs the formulas of the numbered tables only (`NUMBERED`). */
export function decide(grids: Grids, operation: Operation, today: Day): Decided {
  const snapshot = snapshotOf(grids, tablesOf(operation));
  const decision = operation.decide(snapshot, contextOf(snapshot, today));
  const { cells, rows, blanked = [], findings, summary } = decision;
  return {
    snapshot,
    changes: { action: operation.id, today, cells, rows, blanked, findings, summary },
    decision,
    title: operation.title,
  };
}

/** Needs the formulas of the tables whose cells change: what holds one is not written. */
export function place(grids: Grids, { snapshot, changes, decision, title }: Decided, head: Omit<RunHead, "title">): Prepared {
  const { secrets, marks, kept = [] } = decision;
  const { plan, applied } = planApply(grids, snapshot, changes, { ...head, title }, secrets, marks);
  return { changes: applied, hash: () => hashOf(changes), kept, plan };
}
