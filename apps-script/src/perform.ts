import { findingOf, type Lost } from "../domain/changes/lost";
import { recoveryWrites } from "../domain/changes/recover";
import type { CellWrite, RunHead } from "../domain/changes/write-plan";
import type { Day } from "../domain/days/civil-day";
import { asMigrated, migrationOf } from "../domain/operations/migrate";
import { decide, type Operation, type Prepared, place, tablesOf } from "../domain/operations/operation";
import type { Table } from "../domain/schema/column";
import type { TableName } from "../domain/schema/index";
import type { Grids } from "../domain/snapshot/grid";
import { snapshotOf } from "../domain/snapshot/snapshot";

/** The host contract without promises: inside Google everything happens at once. */
export interface SheetHost {
  exclusively<T>(work: () => T): T;
  read(tables?: readonly TableName[]): Grids;
  withFormulas(titles: ReadonlySet<string>): Grids;
  write(stages: readonly (readonly CellWrite[])[]): readonly Lost[];
  addTabs(tables: readonly Table[]): void;
}

export interface Terms {
  readonly today: Day;
  readonly head: Omit<RunHead, "title">;
}

/** What became of an operation: `run` is null when there was nothing to write, or when it was not applied. */
export interface Receipt extends Prepared {
  readonly run: string | null;
  readonly applied: boolean;
}

/** Decides and places, but writes nothing and takes no lock. */
export function preview(host: SheetHost, operation: Operation, terms: Terms): Receipt {
  const prepared = prepare(host, host.read(tablesOf(operation)), operation, terms);
  return { ...prepared, run: null, applied: false };
}

/**
 * The one pattern: lock, read, decide, write. An older workbook is brought up first, a cut-off run finished first. With
 * the hash of a preview, only what was previewed is written: when the workbook says something else by now, the receipt
 * is a new preview (`applied` false).
 */
export function apply(host: SheetHost, operation: Operation, terms: Terms, hash: string | null = null): Receipt {
  return host.exclusively(() => {
    const tables = tablesOf(operation);
    const grids = recovered(host, migrated(host, host.read(tables), tables), tables);
    const prepared = prepare(host, grids, operation, terms);
    if (hash !== null && prepared.hash() !== hash) return { ...prepared, run: null, applied: false };
    const { plan } = prepared;
    const lost = plan ? host.write([plan.journal, plan.cells, plan.done]) : [];
    const changes = { ...prepared.changes, findings: [...lost.map(findingOf), ...prepared.changes.findings] };
    return { ...prepared, changes, run: plan?.run ?? null, applied: true };
  });
}

/** Decides, then asks for formulas only where cells are to change. An older workbook is seen as it will be. */
function prepare(host: SheetHost, grids: Grids, operation: Operation, terms: Terms): Prepared {
  const decided = decide(asMigrated(grids), operation, terms.today);
  const { cells, blanked } = decided.changes;
  const edited = new Set([...cells, ...blanked].map(({ table }) => table));
  return place(asMigrated(host.withFormulas(edited)), decided, terms.head);
}

function migrated(host: SheetHost, grids: Grids, tables: readonly TableName[]): Grids {
  if (!migrationOf(grids)) return grids;
  const migration = migrationOf(host.read());
  if (migration && migration.tabs.length > 0) host.addTabs(migration.tabs);
  if (migration) host.write([migration.cells]);
  return host.read(tables);
}

function recovered(host: SheetHost, grids: Grids, tables: readonly TableName[]): Grids {
  if (snapshotOf(grids, ["runs"]).runs.every((run) => run.state !== "待写")) return grids;
  const whole = host.read();
  host.write([recoveryWrites(whole, snapshotOf(whole))]);
  return host.read(tables);
}
