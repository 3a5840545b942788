import type { ChangeSet } from "../changes/change-set";
import { type Closed, refuseClosed } from "../changes/closed";
import { packChanges } from "../changes/journal";
import type { Secrets } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import { TABLE_NAMES, type TableName } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import { isMarked, type Marks, marksOf } from "../snapshot/marks";
import { type Snapshot, snapshotOf } from "../snapshot/snapshot";
import { broughtUp } from "./brought-up";
import { withLost } from "./lost-tabs";
import { type Decided, decide, isSealed, type Operation, type Prepared, place, preparedOf, tablesOf } from "./operation";
import type { Deciding } from "./run";
import { readSent, type Sent } from "./sent-decision";
import { refuseUnfit } from "./sent-form";
import { stagesOf } from "./write-run";

/** A decision to look at, and the same as it is sent. */
interface AwayDecision<R> {
  readonly prepared: Prepared<R>;
  readonly text: string;
  /** 名册 as it was decided about; empty where the operation does not look at it. */
  readonly roster: Snapshot["roster"];
}

/**
 * Decides away from the workbook, about a reading of `tablesOf` the operation. What seals files is decided where the
 * seals are.
 *
 * @param build names the program: a decision of another one is not taken
 * @param closed cells that are protected against whoever decides
 * @throws {ProtectedTab} for what could not be written
 */
export function decideAway<R>(
  grids: Grids,
  operation: Operation<R>,
  today: Day,
  build: string,
  closed: readonly Closed[] = [],
): AwayDecision<R> {
  if (isSealed(operation)) throw new Error("An operation that needs seals is decided where they are.");
  const present = broughtUp(withLost(grids, tablesOf(operation))).grids;
  const decided = decide(present, operation, today);
  const stoodOn = marksOf(decided.snapshot, tablesOf(operation));
  const placed = place(present, decided);
  if (closed.length > 0 && !placed.isNothing) refuseClosed(closed, stagesOf(placed.plan({ ...NOBODY, title: "" })).flat());
  const text = JSON.stringify(sentOf(decided, stoodOn, build));
  return { prepared: preparedOf(decided, placed), text, roster: decided.snapshot.roster ?? [] };
}

/** Who a run is asked for that is not going to be written. */
const NOBODY = { time: "", clerk: "", source: "菜单" } as const;

function sentOf({ title, changes, secrets = new Map(), marks = [] }: Decided, stoodOn: Marks, build: string): Sent {
  return { build, today: changes.today, title, stoodOn, changes: packChanges(changes), secrets: [...secrets], marks };
}

/** Tables that are always compared: 设置 and 操作记录, and those that get rows, so that no number is given twice. */
function neededFor({ rows }: Pick<ChangeSet, "rows">): TableName[] {
  return ["settings", "runs", ...tablesOfChanges(rows).filter(isMarked)];
}

function tablesOfChanges(changes: readonly { readonly table: TableName }[]): TableName[] {
  const names = new Set(changes.map(({ table }) => table));
  return TABLE_NAMES.filter((name) => names.has(name));
}

/**
 * What was decided earlier, as something to do. It is not taken when the day, the program or what it stood on is another by
 * now.
 *
 * @throws {Refusal} for what has not the form of a decision, at once or when it is decided
 */
export function decidedEarlier(text: string, build: string): Deciding<undefined> {
  const { sent, changes } = readSent(text);
  const { cells, rows, blanked } = changes;
  const changed = tablesOfChanges([...cells, ...rows, ...blanked]);
  const compared = TABLE_NAMES.filter((name) => sent.stoodOn[name] !== undefined);
  const tables = [...new Set([...compared, ...neededFor(changes), ...changed])];
  const isTaken = (snapshot: Snapshot, today: Day): boolean =>
    sent.build === build &&
    sent.today === today &&
    isSame(sent.stoodOn, marksOf(snapshot, [...new Set([...compared, ...neededFor(changes)])])) &&
    !addsWhatIsThere(changes, snapshot);
  const decideOn = (grids: Grids, today: Day): Decided<undefined> | null => {
    const snapshot = snapshotOf(grids, tables);
    const secrets: Secrets = new Map(sent.secrets);
    if (!isTaken(snapshot, today)) return null;
    refuseUnfit(changes, snapshot);
    return { snapshot, changes, title: sent.title, secrets, marks: sent.marks };
  };
  return { id: changes.action, tables, isSealed: false, decide: decideOn };
}

function isSame(before: Marks, now: Marks): boolean {
  return TABLE_NAMES.every((name) => before[name] === now[name]);
}

/** Whether a new row has the key of one that is there, or of another new one. */
function addsWhatIsThere({ rows }: ChangeSet, snapshot: Snapshot): boolean {
  return tablesOfChanges(rows).some((name) => {
    const added = rows.filter(({ table, row }) => table === name && !row.startsWith("@")).map(({ row }) => row);
    const aside = snapshot.repeated.filter(({ table }) => table === name);
    const there = new Set([...snapshot[name], ...aside].map(({ key }) => key));
    return new Set(added).size < added.length || added.some((key) => there.has(key));
  });
}
