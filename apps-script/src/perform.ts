import { type Closed, ProtectedTab, refuseClosed } from "../domain/changes/closed";
import type { Finding } from "../domain/changes/finding";
import { findingOf, type Lost } from "../domain/changes/lost";
import type { Recovery } from "../domain/changes/recover";
import type { CellWrite, RunHead, WritePlan } from "../domain/changes/write-plan";
import type { Day } from "../domain/days/civil-day";
import { asMigrated, migrationOf } from "../domain/operations/migrate";
import { decide, type Operation, type Prepared, place, tablesOf } from "../domain/operations/operation";
import { findingsOf, hasPending, nextRefused, refusalOf, settlingOf } from "../domain/operations/settling";
import type { Table } from "../domain/schema/column";
import type { TableName } from "../domain/schema/index";
import { titleOf } from "../domain/schema/titles";
import type { Grids } from "../domain/snapshot/grid";

/** The host contract without promises: inside Google everything happens at once. */
export interface SheetHost {
  /** The id of the Sheet; a copy has another one. */
  readonly document: string;
  exclusively<T>(work: () => T): T;
  read(tables?: readonly TableName[]): Grids;
  withFormulas(titles: ReadonlySet<string>): Grids;
  closed(): readonly Closed[];
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

/** Decides and places, but writes nothing and takes no lock. What can't be written, as its tab is protected, is refused here. */
export function preview(host: SheetHost, operation: Operation, terms: Terms): Receipt {
  const prepared = prepare(host, host.read(tablesOf(operation)), operation, terms);
  if (prepared.plan) refuseProtected(host, prepared.plan);
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
    const { grids, findings } = recovered(host, migrated(host, host.read(tables), tables), tables);
    const prepared = prepare(host, grids, operation, terms);
    if (hash !== null && prepared.hash() !== hash) return { ...prepared, run: null, applied: false };
    const { plan } = prepared;
    if (plan && hash === null) refuseProtected(host, plan);
    const lost = plan ? written(host, plan) : [];
    const changes = { ...prepared.changes, findings: [...findings, ...lost.map(findingOf), ...prepared.changes.findings] };
    return { ...prepared, changes, run: plan?.run ?? null, applied: true };
  });
}

/** Decides, then asks for formulas only where cells are to change. An older workbook is seen as it will be. */
function prepare(host: SheetHost, grids: Grids, operation: Operation, terms: Terms): Prepared {
  const decided = decide(asMigrated(grids), operation, terms.today);
  const { cells, blanked } = decided.changes;
  const edited = new Set([...cells, ...blanked].map(({ table }) => titleOf(table)));
  return place(asMigrated(host.withFormulas(edited)), decided, terms.head);
}

function migrated(host: SheetHost, grids: Grids, tables: readonly TableName[]): Grids {
  if (!migrationOf(grids)) return grids;
  const migration = migrationOf(host.read());
  if (migration) refuseClosed(host.closed(), migration.cells);
  if (migration && migration.tabs.length > 0) host.addTabs(migration.tabs);
  if (migration) host.write([migration.cells]);
  return host.read(tables);
}

function refuseProtected(host: SheetHost, { journal, cells, done }: WritePlan): void {
  refuseClosed(host.closed(), [...journal, ...cells, ...done]);
}

/** Where a tab became protected since the preview, what was written of the run is taken back. */
function written(host: SheetHost, plan: WritePlan): readonly Lost[] {
  try {
    return host.write([plan.journal, plan.cells, plan.done]);
  } catch (error) {
    if (!(error instanceof ProtectedTab)) throw error;
    const refusal = refusalOf(error, plan, settled(host, new Set(error.tabs)));
    if (refusal) throw refusal;
    return [];
  }
}

function recovered(host: SheetHost, grids: Grids, tables: readonly TableName[]) {
  if (!hasPending(grids)) return { grids, findings: [] as readonly Finding[] };
  const recovery = settled(host, new Set());
  return { grids: host.read(tables), findings: findingsOf(recovery) };
}

/** Finishes runs that were cut off, or closes them. */
function settled(host: SheetHost, refused: ReadonlySet<string>): Recovery {
  const recovery = settlingOf(host.read(), host.closed(), refused);
  try {
    if (recovery.writes.length > 0) host.write([recovery.writes]);
    return recovery;
  } catch (error) {
    return settled(host, nextRefused(error, refused));
  }
}
