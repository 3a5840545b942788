import type { Finding } from "../domain/changes/finding";
import { recoveryWrites } from "../domain/changes/recover";
import type { CellWrite, RunHead } from "../domain/changes/write-plan";
import type { Day } from "../domain/days/civil-day";
import { migrationOf } from "../domain/operations/migrate";
import { type Operation, type Prepared, prepare } from "../domain/operations/operation";
import type { Table } from "../domain/schema/column";
import type { Grids } from "../domain/snapshot/grid";
import { snapshotOf } from "../domain/snapshot/snapshot";
import {
  changedMeanwhile,
  changedMeanwhileAdvice,
  formulaCell,
  formulaCellAdvice,
  rowGone,
  rowGoneAdvice,
} from "../domain/wording/workbook";
import type { Lost } from "./sheet/tab-memory";

/** The host contract without promises: inside Google everything happens at once. */
export interface SheetHost {
  exclusively<T>(work: () => T): T;
  read(): Grids;
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
  return { ...prepare(host.read(), operation, terms.today, terms.head), run: null, applied: false };
}

/**
 * The one pattern: lock, read, decide, write. An older workbook is brought up first, a cut-off run finished first. With
 * the hash of a preview, only what was previewed is written: when the workbook says something else by now, the receipt
 * is a new preview (`applied` false).
 */
export function apply(host: SheetHost, operation: Operation, terms: Terms, hash: string | null = null): Receipt {
  return host.exclusively(() => {
    const grids = recovered(host, migrated(host, host.read()));
    const prepared = prepare(grids, operation, terms.today, terms.head);
    if (hash !== null && prepared.hash() !== hash) return { ...prepared, run: null, applied: false };
    const { plan } = prepared;
    const lost = plan ? host.write([plan.journal, plan.cells, plan.done]) : [];
    const changes = { ...prepared.changes, findings: [...lost.map(findingOf), ...prepared.changes.findings] };
    return { ...prepared, changes, run: plan?.run ?? null, applied: true };
  });
}

function migrated(host: SheetHost, grids: Grids): Grids {
  const migration = migrationOf(grids);
  if (!migration) return grids;
  if (migration.tabs.length > 0) host.addTabs(migration.tabs);
  host.write([migration.cells]);
  return host.read();
}

function recovered(host: SheetHost, grids: Grids): Grids {
  const writes = recoveryWrites(grids, snapshotOf(grids));
  if (writes.length === 0) return grids;
  host.write([writes]);
  return host.read();
}

/** A change that people's hands came before, as the finding that planning would have made of it. */
function findingOf({ table, row, column, reason, now }: Lost): Finding {
  const place = { severity: "警告", table, row, column } as const;
  switch (reason) {
    case "gone":
      return { ...place, code: "W05", message: rowGone(table, row), suggestion: rowGoneAdvice };
    case "formula":
      return { ...place, code: "W04", message: formulaCell(table, row, column), suggestion: formulaCellAdvice };
    case "changed": {
      const message = changedMeanwhile(table, row, column, now === null ? "（空）" : String(now));
      return { ...place, code: "W03", message, suggestion: changedMeanwhileAdvice };
    }
  }
}
