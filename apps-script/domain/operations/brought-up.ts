import type { CellWrite } from "../changes/write-plan";
import type { Grids } from "../snapshot/grid";
import { withWrites } from "../snapshot/written-grids";
import { asMigrated } from "./migrate";

/** A workbook as it is decided about: an older one as it will be, with the key that it still needs to seal files. */
interface BroughtUp {
  readonly grids: Grids;
  readonly key: readonly CellWrite[];
  /** The same of another reading of the same cells. */
  readonly again: (found: Grids) => Grids;
}

export function broughtUp(found: Grids, keyOf: (grids: Grids) => readonly CellWrite[] = () => []): BroughtUp {
  const migrated = asMigrated(found);
  const key = keyOf(migrated);
  const again = (other: Grids): Grids => withWrites(other === found ? migrated : asMigrated(other), key);
  return { grids: again(found), key, again };
}
