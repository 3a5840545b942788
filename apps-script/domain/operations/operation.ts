import { numbersAs } from "../changes/about-people";
import { type Placed, placeChanges, type RunMarks } from "../changes/apply";
import { type ChangeSet, hashOf } from "../changes/change-set";
import { found } from "../changes/found";
import type { Outcome } from "../changes/outcome";
import type { Kept } from "../changes/undo";
import type { Secrets } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import { Refusal } from "../refusal";
import { type Context, contextOf } from "../rules/context";
import { decisionsIn, type LeftOut } from "../rules/left-out";
import type { Rule } from "../rules/rule";
import { ACTION_TABLES, PRESENT_TABLES, TABLES, type TableName } from "../schema/index";
import { SETTING_SPECS } from "../schema/settings";
import type { Grids } from "../snapshot/grid";
import { foreignTables } from "../snapshot/look-alike";
import { type Snapshot, snapshotOf } from "../snapshot/snapshot";
import { refusedAfterEnd } from "../wording/close-year";
import { peopleCounted } from "../wording/summary";
import { notTheBoard } from "../wording/workbook";
import { AFTER_THE_END } from "./between-books";

/**
 * What an operation decided: an outcome, with what only undo knows and what must never be written down elsewhere. `report` is
 * what it has to tell besides, such as what became of each file.
 */
export interface Decision<R = unknown> extends Outcome {
  readonly blanked?: ChangeSet["blanked"];
  readonly kept?: readonly Kept[];
  readonly marks?: RunMarks;
  readonly secrets?: Secrets;
  readonly report?: R;
  /** Enrolments for which something is decided, each of which can be left out (`without`); absent where all is one decision. */
  readonly choices?: readonly string[];
}

/** Anything that changes a workbook: a menu action, a plan, a file, an undo. `decide` is pure: it may be asked again. */
export interface Operation<R = unknown> {
  readonly id: string;
  readonly title: string;
  readonly decide: (snapshot: Snapshot, context: Context) => Decision<R>;
  /** The tables that `decide` reads or writes; all but the change sets of earlier runs unless given. */
  readonly tables?: readonly TableName[];
}

/** An operation that always has something to tell besides. */
export interface Reporting<R> extends Operation<R> {
  readonly decide: (snapshot: Snapshot, context: Context) => Decision<R> & { readonly report: R };
}

export function operationOf(id: string, title: string, rule: Rule): Operation {
  const decideByRule = (snapshot: Snapshot, context: Context): Decision => {
    const outcome = rule(snapshot, context);
    return { ...outcome, choices: [...decisionsIn(outcome).keys()] };
  };
  return { id, title, decide: decideByRule, tables: ACTION_TABLES };
}

/** The same operation, decided as if it might do nothing for some enrolments; the log says who they are. */
export function without<R>(operation: Operation<R>, leftOut: LeftOut): Operation<R> {
  if (leftOut.size === 0) return operation;
  const decideWithout = (snapshot: Snapshot, context: Context): Decision<R> => {
    const decision = operation.decide(snapshot, { ...context, leftOut });
    return { ...decision, summary: { ...decision.summary, leftOut: peopleCounted(leftOut.size, numbersAs([...leftOut])) } };
  };
  return { ...operation, decide: decideWithout };
}

/** What has to be read for an operation: its own tables, and the log, which tells runs that were cut off. */
export function tablesOf({ tables }: Pick<Operation, "tables">): readonly TableName[] {
  return tables ? [...new Set<TableName>([...tables, "settings", "runs"])] : PRESENT_TABLES;
}

/** Whether an operation seals what it sends, or looks at seals. */
export function isSealed({ tables = [] }: Pick<Operation, "tables">): boolean {
  return tables.includes("seals");
}

/** What was decided about a workbook, not yet placed. */
export interface Decided<R = unknown> extends Pick<Decision<R>, "kept" | "marks" | "secrets" | "report" | "choices"> {
  readonly snapshot: Snapshot;
  readonly changes: ChangeSet;
  /** The operation's Chinese name, as 操作记录 shows it. */
  readonly title: string;
}

/** What an operation will do to a workbook, ready to preview. */
export interface Prepared<R = unknown> {
  readonly changes: ChangeSet;
  /** The hash of what was decided, worked out when asked for. */
  readonly hash: () => string;
  readonly kept: readonly Kept[];
  /** As `Decision` has them. */
  readonly choices: readonly string[];
  /** There is nothing to write. */
  readonly isNothing: boolean;
  /** What was decided besides; absent where it did not come to that. */
  readonly report?: R | undefined;
}

/**
 * What opens the year again is taken: the undo of its end, too.
 *
 * @throws {Refusal} `ended` once staff have ended the year of the book
 */
function refuseAfterEnd(
  { id, title }: Pick<Operation, "id" | "title">,
  { settings: { endedOn } }: Context,
  decision: Pick<Decision, "cells" | "blanked">,
): void {
  if (endedOn === null || AFTER_THE_END.includes(id) || opensYear(decision)) return;
  throw new Refusal("ended", refusedAfterEnd(String(endedOn), title));
}

function opensYear({ cells, blanked = [] }: Pick<Decision, "cells" | "blanked">): boolean {
  const isEnd = ({ table, row }: { readonly table: string; readonly row: string }): boolean =>
    table === "settings" && row === SETTING_SPECS.endedOn.item;
  return blanked.some(isEnd) || cells.some((cell) => isEnd(cell) && cell.after === null);
}

/** Pure. Needs the formulas of the numbered tables only (`NUMBERED`). */
export function decide<R>(grids: Grids, operation: Operation<R>, today: Day): Decided<R> {
  const snapshot = snapshotOf(grids, tablesOf(operation));
  const context = contextOf(snapshot, today);
  const decision = operation.decide(snapshot, context);
  refuseAfterEnd(operation, context, decision);
  const { cells, rows, blanked = [], findings, summary, ...besides } = withoutForeign(decision, foreignTables(grids));
  const changes = { action: operation.id, today, cells, rows, blanked, findings, summary };
  return { ...besides, snapshot, changes, title: operation.title };
}

/** Nothing is decided about a tab that is somebody's own; that something would have been is told. */
function withoutForeign<R>(decision: Decision<R>, foreign: ReadonlySet<TableName>): Decision<R> {
  if (foreign.size === 0) return decision;
  const isOurs = ({ table }: { readonly table: TableName }): boolean => !foreign.has(table);
  const [cells, rows] = [decision.cells.filter(isOurs), decision.rows.filter(isOurs)];
  const left = [...foreign].filter((name) => decision.rows.some(({ table }) => table === name));
  const told = left.map((table) => found("W17", { table, row: null, column: null }, notTheBoard(TABLES[table].title)));
  return { ...decision, cells, rows, findings: [...decision.findings, ...told] };
}

/** Needs the formulas of the tables whose cells change: what holds one is not written. */
export function place(grids: Grids, { snapshot, changes, secrets, marks }: Decided): Placed {
  return placeChanges(grids, snapshot, changes, secrets, marks);
}

export function preparedOf<R>(decided: Decided<R>, { applied, isNothing }: Placed): Prepared<R> {
  const { changes, kept = [], choices = [], report } = decided;
  return { changes: applied, hash: () => hashOf(changes), kept, choices, isNothing, report };
}
