import type { Carried } from "../../../apps-script/domain/next-year/carried";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { refuseUnready } from "../../../apps-script/domain/next-year/ready-to-carry";
import type { Host } from "../../../apps-script/domain/operations/host";
import { migrationOf } from "../../../apps-script/domain/operations/migrate";
import { type Context, contextOf } from "../../../apps-script/domain/rules/context";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { olderForm } from "../../../apps-script/domain/wording/next-year";
import { refusal } from "../refusal";

/** The book of a year that ends, read whole, and what of it goes into the next one. */
export interface OldBook {
  readonly grids: Grids;
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly carried: Carried;
}

/**
 * @param year the year that is to begin; the one after the book's own unless given
 * @throws {Refusal} `not-ready`
 */
export async function readOldBook(host: Pick<Host, "read">, today: string, year: number | null): Promise<OldBook> {
  const grids = await host.read();
  if (migrationOf(grids) !== null) throw refusal("not-ready", olderForm);
  const snapshot = snapshotOf(grids);
  const context = contextOf(snapshot, today);
  refuseUnready(snapshot, context, year ?? context.settings.planYear + 1);
  return { grids, snapshot, context, carried: carriedOver(snapshot, context) };
}
