import { broughtUp } from "../../domain/operations/brought-up";
import { withLost } from "../../domain/operations/lost-tabs";
import type { PackedGrid } from "../../domain/serving/packed-grid";
import { gridsIn, SCREEN_TABLES } from "../../domain/serving/reading";
import { type Snapshot, snapshotOf } from "../../domain/snapshot/snapshot";

/** What screens are worked out of: a reading, as a workbook of today's schema. */
export function screenSnapshot(tabs: readonly PackedGrid[]): Snapshot {
  const present = broughtUp(withLost(gridsIn({ tabs }), SCREEN_TABLES)).grids;
  return snapshotOf(present, SCREEN_TABLES) as Snapshot;
}
