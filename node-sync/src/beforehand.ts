import { type Closed, ProtectedTab, refuseClosed } from "../../apps-script/domain/changes/closed";
import type { Finding } from "../../apps-script/domain/changes/finding";
import type { Recovery } from "../../apps-script/domain/changes/recover";
import type { Host } from "../../apps-script/domain/operations/host";
import { migrationOf } from "../../apps-script/domain/operations/migrate";
import { findingsOf, hasPending, nextRefused, settlingOf } from "../../apps-script/domain/operations/settling";
import type { TableName } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import { WriteBegun } from "./half-way";

/** What was written before an operation was decided. */
export interface Beforehand {
  /** The workbook was of an older schema and is of this one now. */
  readonly isMigrated: boolean;
  /** Runs that were found half written, and that are finished now. */
  readonly finished: readonly string[];
  /** What is to be told of runs that could not be finished (each was taken back and closed), and of change sets that went. */
  readonly closed: readonly Finding[];
}

/** `Beforehand`, while it is being done. */
export type Doing = { -readonly [K in keyof Beforehand]: Beforehand[K] };

export const nothingDone: Beforehand = { isMigrated: false, finished: [], closed: [] };

export function hasDone({ isMigrated, finished, closed }: Beforehand): boolean {
  return isMigrated || finished.length > 0 || closed.length > 0;
}

/** The workbook as an operation is to find it; what has to be written for that is noted in `done`. */
export async function readyGrids(host: Host, tables: readonly TableName[], done: Doing): Promise<Grids> {
  return recovered(host, await migrated(host, await host.read(tables), tables, done), tables, done);
}

async function migrated(host: Host, grids: Grids, tables: readonly TableName[], done: Doing): Promise<Grids> {
  if (!migrationOf(grids)) return grids;
  const migration = migrationOf(await host.read());
  if (migration) refuseClosed(await closedOf(host), migration.cells);
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
  if (!hasPending(grids)) return grids;
  const recovery = await settled(host, new Set());
  done.finished = recovery.finished;
  done.closed = findingsOf(recovery);
  return host.read(tables);
}

/** Finishes runs that were cut off, or closes them. `refused` are tabs that turned out to be protected meanwhile. */
export async function settled(host: Host, refused: ReadonlySet<string>): Promise<Recovery> {
  const recovery = settlingOf(await host.read(), await closedOf(host), refused);
  try {
    if (recovery.writes.length > 0) await host.write([recovery.writes]);
    return recovery;
  } catch (error) {
    const cause = error instanceof WriteBegun ? error.cause : error;
    if (!(cause instanceof ProtectedTab)) throw error;
    return settled(host, nextRefused(cause, refused));
  }
}

/** What is protected against this program. */
export async function closedOf(host: Host): Promise<readonly Closed[]> {
  return (await host.closed?.()) ?? [];
}
