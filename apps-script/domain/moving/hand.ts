import type { CellWrite } from "../changes/write-plan";
import type { Value } from "../snapshot/value";
import type { Content, Fixes, Landed } from "./content";
import type { Sight } from "./sight";

/**
 * Work on a tab that a host may interrupt at every step: inside Google Sheets each step is done at once, over the network
 * the steps of all tabs go together into as few requests as possible.
 */
export type Steps<T> = Generator<unknown, T, unknown>;

/** Rows of cells as the host gave them, from the first row and column on. */
export type Raws = readonly (readonly unknown[])[];

/** Cells with content to be: row from 1, column from 0 of the first one. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Content[])[];
}

/** A host's hand on one tab. Rows count from 1, columns from 0. */
export interface Hand {
  /** The columns looked at before, down to the end of the grid. */
  values(): Steps<Raws>;
  /** The formulas of the same cells, `""` where there is none, `SPILLED` where a cell shows a part of another one's result. */
  formulas(): Steps<readonly (readonly string[])[]>;
  /** The whole grid. */
  grid(): Steps<Raws>;
  /** Writes the cells; what lies in `ours`, the columns of the program, may be written along as it was just seen. */
  put(sight: Sight, fixes: Fixes, ours: ReadonlySet<number>): Steps<readonly Landed[]>;
  /** Writes a block where something stood. */
  putBlock(row: number, column: number, block: readonly (readonly Content[])[]): Steps<void>;
  /** Writes blocks into new rows. `false`: nobody knows whether they were written. */
  putNew(blocks: readonly Block[]): Steps<boolean>;
  growRows(present: number, needed: number): Steps<void>;
  growColumns(present: number, needed: number): Steps<void>;
  /** Takes the format off cells (`column` from 0) that made something else of a text. */
  unformat(cells: readonly { readonly row: number; readonly column: number }[]): Steps<void>;
  valueOf(raw: unknown): Value;
  /** See `Sight`. */
  numberOf?(raw: unknown): number | null;
  contentOf(value: Value, kind: CellWrite["kind"]): Content;
}

/** A step that is done on the spot. */
export function* once<T>(work: () => T): Steps<T> {
  yield* [];
  return work();
}

/** Does all steps of a host that interrupts nothing. */
export function finish<T>(steps: Steps<T>): T {
  const { done, value } = steps.next();
  if (!done) throw new Error("A step was left undone.");
  return value;
}
