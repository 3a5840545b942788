import { findingOf } from "../../apps-script/domain/changes/lost";
import { recoveryWrites } from "../../apps-script/domain/changes/recover";
import type { CellWrite, RunHead } from "../../apps-script/domain/changes/write-plan";
import type { Day } from "../../apps-script/domain/days/civil-day";
import type { Host } from "../../apps-script/domain/operations/host";
import { keyWrites } from "../../apps-script/domain/operations/keying";
import { asMigrated, migrationOf } from "../../apps-script/domain/operations/migrate";
import { isSealed, type Operation, type Prepared, prepare, tablesOf } from "../../apps-script/domain/operations/operation";
import type { TableName } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { withWrites } from "../../apps-script/domain/snapshot/written-grids";
import { freshKey } from "./fresh-key";

export interface Terms {
  readonly today: Day;
  readonly head: Omit<RunHead, "title">;
  /** Decide and place, but write nothing. */
  readonly dryRun?: boolean;
  /** Told what begins, so that a person can be told. */
  readonly onPhase?: (phase: Phase) => void;
  /** Keeps what must not get lost when the program is cut off right after the write. Not called on a dry run. */
  readonly beforeWrite?: () => Promise<void>;
}

export type Phase = "read" | "decide" | "write" | "done";

/** What became of an operation: `run` is null when there was nothing to write or nothing was to be written. */
export interface Receipt extends Prepared {
  readonly run: string | null;
  readonly applied: boolean;
}

/**
 * The one pattern: lock, read, decide, write. An older workbook is brought up first, a cut-off run finished first; one that
 * is to seal files for the first time gets its secret.
 */
export async function perform(host: Host, operation: Operation, terms: Terms): Promise<Receipt> {
  const begin = terms.onPhase ?? (() => undefined);
  const decide = (grids: Grids): Prepared => {
    begin("decide");
    return prepare(grids, operation, terms.today, terms.head);
  };
  begin("read");
  if (terms.dryRun) {
    const grids = asMigrated(await host.read(tablesOf(operation)));
    const prepared = decide(withWrites(grids, keyWritesFor(host, operation, grids)));
    begin("done");
    return receiptOf(prepared, false);
  }
  return host.exclusively(async () => {
    const tables = tablesOf(operation);
    const present = await recovered(host, await migrated(host, await host.read(tables), tables), tables);
    const key = keyWritesFor(host, operation, present);
    const prepared = decide(withWrites(present, key));
    const { plan, changes } = prepared;
    begin("write");
    if (plan) await terms.beforeWrite?.();
    const lost = plan ? await host.write([[...key, ...plan.journal], plan.cells, plan.done]) : [];
    begin("done");
    const findings = [...lost.map(findingOf), ...changes.findings];
    return receiptOf({ ...prepared, changes: { ...changes, findings } }, true);
  });
}

function receiptOf(prepared: Prepared, applied: boolean): Receipt {
  return { ...prepared, run: applied ? (prepared.plan?.run ?? null) : null, applied };
}

async function migrated(host: Host, grids: Grids, tables: readonly TableName[]): Promise<Grids> {
  if (!migrationOf(grids)) return grids;
  const migration = migrationOf(await host.read());
  if (migration && migration.tabs.length > 0) await host.addTabs(migration.tabs);
  if (migration && migration.tabs.length > 0) await host.read();
  if (migration) await host.write([migration.cells]);
  return host.read(tables);
}

async function recovered(host: Host, grids: Grids, tables: readonly TableName[]): Promise<Grids> {
  if (snapshotOf(grids, ["runs"]).runs.every((run) => run.state !== "待写")) return grids;
  const whole = await host.read();
  await host.write([recoveryWrites(whole, snapshotOf(whole))]);
  return host.read(tables);
}

/** What a workbook still needs to seal files; it goes in with the run's first cells, past the log. */
function keyWritesFor({ document = "" }: Host, operation: Operation, grids: Grids): readonly CellWrite[] {
  return isSealed(operation) ? keyWrites(grids, document, freshKey) : [];
}
