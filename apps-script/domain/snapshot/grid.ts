import { type Table, titlesOf } from "../schema/column";
import type { Value } from "./value";

/**
 * A tab as a host reads it: cells by position, nothing interpreted.
 *
 * `at` is the 1-based row of the sheet; `values[i]` belongs to sheet column i + 1; trailing empty cells may be left
 * out. `formulas` lists the 0-based columns whose cell holds a formula (its value is then the cached result).
 * Rows without any value may be left out.
 */
export interface GridRow {
  readonly at: number;
  readonly values: readonly Value[];
  readonly formulas?: readonly number[];
}

/** Cells side by side. Rows of the sheet count from 1, columns from 0, both ends included. */
interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Cells that belong together. */
export interface CellBlock extends CellRange {
  /** `array`: the results of one formula. `merged`: shown as one cell, with the value of the first one. */
  readonly kind: "array" | "merged";
}

/** What staff made of a part of the tab: a table (ListObject) with its name, or what is to be printed. */
export interface CellArea extends CellRange {
  readonly kind: "table" | "print";
  readonly name: string;
  /** Whether it takes in rows that are written right below it. */
  readonly grows: boolean;
}

export interface Grid {
  readonly title: string;
  /** The sheet row of the header, 1-based: the first row that is not blank. */
  readonly headerRow: number;
  readonly header: readonly Value[];
  readonly rows: readonly GridRow[];
  /** Blocks of several cells; left out where there are none. */
  readonly blocks?: readonly CellBlock[];
  /** Tables and print areas; left out where there are none. */
  readonly areas?: readonly CellArea[];
}

/** All tabs that were asked for and exist. Where one does not, tabs that are none of ours may be there too, without rows. */
export type Grids = readonly Grid[];

/** A tab that is none of ours, for what is said where one of ours is missing. */
export function strangerTab(title: string, header: readonly Value[] = []): Grid {
  return { title, headerRow: 1, header, rows: [] };
}

export function emptyTab(table: Table): Grid {
  return { title: table.title, headerRow: 1, header: titlesOf(table), rows: [] };
}
