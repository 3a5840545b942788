import { hashOf } from "../../apps-script/domain/changes/change-set";
import { findingOf } from "../../apps-script/domain/changes/lost";
import { recoveryWrites } from "../../apps-script/domain/changes/recover";
import type { RunHead } from "../../apps-script/domain/changes/write-plan";
import type { Day } from "../../apps-script/domain/days/civil-day";
import type { Host } from "../../apps-script/domain/operations/host";
import { asMigrated, migrationOf } from "../../apps-script/domain/operations/migrate";
import { type Operation, type Prepared, prepare, tablesOf } from "../../apps-script/domain/operations/operation";
import type { TableName } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { type Stop, WriteBegun } from "./half-way";

export interface Terms {
  readonly today: Day;
  readonly head: Omit<RunHead, "title">;
  /** Decide and place, but write nothing. */
  readonly dryRun?: boolean;
  /** Told what begins, so that a person can be told. */
  readonly onPhase?: (phase: Phase) => void;
  /**
   * Called right before the write, if there is one and not on a dry run: keeps what must not get lost when the program is cut
   * off right after it, and fails where what has to follow could not be done.
   */
  readonly beforeWrite?: () => Promise<void>;
}

export type Phase = "read" | "decide" | "write" | "done";

/**
 * What became of an operation: `run` is null when there was nothing to write or nothing was to be written. `stopped` when it
 * was cut off after something was written: a run whose rest the next command writes, or only what had to be done first.
 */
export interface Receipt extends Prepared, Beforehand {
  readonly run: string | null;
  readonly applied: boolean;
  readonly stopped: Stop | null;
}

/** Whether anything of an operation stands in the workbook. */
export function hasWritten({ run, isMigrated, finished }: Receipt): boolean {
  return run !== null || isMigrated || finished.length > 0;
}

/** What was written before an operation was decided. */
export interface Beforehand {
  /** The workbook was of an older schema and is of this one now. */
  readonly isMigrated: boolean;
  /** Runs that were found half written, and that are finished now. */
  readonly finished: readonly string[];
}

const nothing: Beforehand = { isMigrated: false, finished: [] };

/**
 * The one pattern: lock, read, decide, write. An older workbook is brought up first, a cut-off run finished first. Rejects
 * only while nothing was written.
 */
export async function perform(host: Host, operation: Operation, terms: Terms): Promise<Receipt> {
  const begin = terms.onPhase ?? (() => undefined);
  begin("read");
  if (terms.dryRun) {
    const grids = asMigrated(await host.read(tablesOf(operation)));
    begin("decide");
    const prepared = prepare(grids, operation, terms.today, terms.head);
    begin("done");
    return { ...prepared, ...nothing, run: null, applied: false, stopped: null };
  }
  return host.exclusively(() => apply(host, operation, terms, begin));
}

/** The receipt of an operation that has not been performed. */
export function notPerformed(operation: Pick<Operation, "id">, { today }: Pick<Terms, "today">): Receipt {
  const changes = { action: operation.id, today, cells: [], rows: [], blanked: [], findings: [], summary: {} };
  const prepared = { changes, hash: () => hashOf(changes), kept: [], plan: null };
  return { ...prepared, ...nothing, run: null, applied: false, stopped: null };
}

async function apply(host: Host, operation: Operation, terms: Terms, begin: NonNullable<Terms["onPhase"]>): Promise<Receipt> {
  const done: Doing = { ...nothing };
  let prepared: Prepared = notPerformed(operation, terms);
  try {
    const grids = await readyGrids(host, tablesOf(operation), done);
    begin("decide");
    prepared = prepare(grids, operation, terms.today, terms.head);
    begin("write");
    const { plan, changes } = prepared;
    if (plan) await terms.beforeWrite?.();
    const lost = plan ? await host.write([plan.journal, plan.cells, plan.done]) : [];
    begin("done");
    const findings = [...lost.map(findingOf), ...changes.findings];
    const told = { ...prepared, changes: { ...changes, findings } };
    return { ...told, ...done, run: plan?.run ?? null, applied: true, stopped: null };
  } catch (error) {
    const isBegun = error instanceof WriteBegun;
    const isUntouched = !isBegun && !done.isMigrated && done.finished.length === 0;
    if (isUntouched) throw error;
    const stopped: Stop = isBegun ? { at: "write", error: error.cause } : { at: "begin", error };
    if (!isBegun) return { ...notPerformed(operation, terms), ...done, stopped };
    return { ...prepared, ...done, run: prepared.plan?.run ?? null, applied: true, stopped };
  }
}

type Doing = { -readonly [K in keyof Beforehand]: Beforehand[K] };

/** The workbook as the operation is to find it; what has to be written for that is noted in `done`. */
async function readyGrids(host: Host, tables: readonly TableName[], done: Doing): Promise<Grids> {
  return recovered(host, await migrated(host, await host.read(tables), tables, done), tables, done);
}

async function migrated(host: Host, grids: Grids, tables: readonly TableName[], done: Doing): Promise<Grids> {
  if (!migrationOf(grids)) return grids;
  const migration = migrationOf(await host.read());
  if (migration && migration.tabs.length > 0) {
    await host.addTabs(migration.tabs);
    done.isMigrated = true;
    await host.read();
  }
  if (migration) {
    await host.write([migration.cells]);
    done.isMigrated = true;
  }
  return host.read(tables);
}

async function recovered(host: Host, grids: Grids, tables: readonly TableName[], done: Doing): Promise<Grids> {
  const pending = snapshotOf(grids, ["runs"]).runs.filter((run) => run.state === "待写");
  if (pending.length === 0) return grids;
  const whole = await host.read();
  await host.write([recoveryWrites(whole, snapshotOf(whole))]);
  const ready = await host.read(tables);
  const complete = new Set(snapshotOf(ready, ["runs"]).runs.flatMap((run) => (run.state === "完成" ? [run.key] : [])));
  done.finished = pending.map(({ key }) => key).filter((run) => complete.has(run));
  return ready;
}
