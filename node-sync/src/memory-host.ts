import type { Lost } from "../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../apps-script/domain/changes/write-plan";
import type { Host, Lock } from "../../apps-script/domain/operations/host";
import type { LeftLook } from "../../apps-script/domain/operations/migrate";
import type { Table } from "../../apps-script/domain/schema/column";
import { type TableName, tableTitled } from "../../apps-script/domain/schema/index";
import { emptyTab, type GridRow, type Grids } from "../../apps-script/domain/snapshot/grid";
import { type Sparing, spared } from "../../apps-script/domain/snapshot/sparing";
import { withWrites } from "../../apps-script/domain/snapshot/written-grids";

/** A workbook in memory, which answers at once: for trials, and for tests. */
export class MemoryHost implements Host {
  private isLocked = false;

  constructor(
    protected grids: Grids,
    readonly document = "",
  ) {}

  lock(): Lock {
    if (this.isLocked) throw new Error("The workbook in memory has another writer.");
    this.isLocked = true;
    return {
      release: () => {
        this.isLocked = false;
      },
    };
  }

  /** All tables, whichever are asked for; of tabs that are none of ours the header. */
  read(_tables?: readonly TableName[], sparing: Sparing = {}): Grids {
    return spared(
      this.grids.map((grid) => (tableTitled(grid.title) ? { ...grid, rows: grid.rows.filter(isFilled) } : { ...grid, rows: [] })),
      sparing,
    );
  }

  write(stages: readonly (readonly CellWrite[])[]): readonly Lost[] {
    for (const stage of stages) this.grids = withWrites(this.grids, stage);
    return [];
  }

  addTabs(tables: readonly Table[]): void {
    const added = tables.map(emptyTab);
    this.grids = [...this.grids, ...added];
  }

  /** Has no looks. */
  restyle(): readonly LeftLook[] {
    return [];
  }
}

function isFilled({ values, formulas = [] }: GridRow): boolean {
  return formulas.length > 0 || values.some((value) => value !== null);
}
