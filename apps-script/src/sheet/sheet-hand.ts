import type { CellWrite } from "../../domain/changes/write-plan";
import type { Content, Fixes, Landed } from "../../domain/moving/content";
import { type Block, type Hand, once, type Raws, type Steps } from "../../domain/moving/hand";
import type { Sight } from "../../domain/moving/sight";
import type { Value } from "../../domain/snapshot/value";
import { AUTOMATIC_FORMAT } from "./cell-text";
import { contentOf, putBlock, putBoxes, putNewRows } from "./put-boxes";
import type { SheetDays } from "./sheet-days";
import type { Look, SheetTab } from "./sheet-tab";

/** The program's hand on a tab of this very Sheet: every step is done at once. */
export class SheetHand implements Hand {
  private last: Look | null = null;

  constructor(
    readonly tab: SheetTab,
    private readonly days: SheetDays,
    private readonly look: () => Look,
  ) {}

  values(): Steps<Raws> {
    return once(() => {
      this.last = this.look();
      return this.last.values;
    });
  }

  formulas(): Steps<string[][]> {
    return once(() => (this.last ?? this.look()).formulas());
  }

  grid(): Steps<Raws> {
    return once(() => this.tab.grid().values);
  }

  put(sight: Sight, fixes: Fixes, ours: ReadonlySet<number>): Steps<readonly Landed[]> {
    return once(() => putBoxes(this.tab, sight, fixes, ours));
  }

  putBlock(row: number, column: number, block: readonly (readonly Content[])[]): Steps<void> {
    return once(() => putBlock(this.tab, row, column, block));
  }

  putNew(blocks: readonly Block[]): Steps<boolean> {
    return once(() => {
      for (const { row, column, cells } of blocks) putNewRows(this.tab, row, column, cells);
      return true;
    });
  }

  growRows(present: number, needed: number): Steps<void> {
    return once(() => this.tab.growRows(present, needed));
  }

  growColumns(_present: number, needed: number): Steps<void> {
    return once(() => this.tab.growColumns(needed));
  }

  unformat(cells: readonly { readonly row: number; readonly column: number }[]): Steps<void> {
    return once(() =>
      this.tab.reformat(
        cells.map(({ row, column }) => ({ row, column: column + 1 })),
        AUTOMATIC_FORMAT,
      ),
    );
  }

  valueOf(raw: unknown): Value {
    return this.days.valueOf(raw);
  }

  numberOf(raw: unknown): number | null {
    return this.days.numberOf(raw);
  }

  contentOf(value: Value, kind: CellWrite["kind"]): Content {
    return contentOf(value, kind, this.days);
  }
}
