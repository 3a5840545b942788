import type { Closed } from "../changes/closed";
import type { Lost } from "../changes/lost";
import type { CellWrite } from "../changes/write-plan";
import type { Table } from "../schema/column";
import type { TableName } from "../schema/index";
import type { SettingSpec } from "../schema/settings";
import type { Grids } from "../snapshot/grid";
import type { Sparing } from "../snapshot/sparing";
import type { ColumnLook, LeftLook } from "./migrate";

/** What a host answers: at once inside Google, later from a disk or over a network. */
export type Answer<T> = T | Promise<T>;

/**
 * A document that holds the workbook: a local file, a Google Sheet, memory. A host interprets nothing; it moves
 * cells. What it promises is written down as one test suite that every host passes.
 */
export interface Host {
  /** The id of a document of which a copy has another one; absent for files. */
  readonly document?: string;
  /** Keeps every other writer off the document until it is released; refuses, with a sentence, while one is at it. */
  lock(): Answer<Lock>;
  /**
   * The tabs of these tables that are there, in one batched read; all of the schema unless given, or if that costs the same.
   * Of earlier change sets at least the numbers are always read: the next one goes below them.
   */
  read(tables?: readonly TableName[], sparing?: Sparing): Answer<Grids>;
  /**
   * The tabs of the last read, with the formulas of these among them. A host that reads formulas along with the cells leaves
   * it out.
   */
  withFormulas?(titles: ReadonlySet<string>): Answer<Grids>;
  /**
   * Writes the stages in order; each is complete before the next begins. A host that can, writes all of them as one.
   * Refuses a tab that is protected (`ProtectedTab`), and when the document is not the one that was read; where people go on working in it, gives back the changes that
   * they came before.
   *
   * @throws {WriteBegun} when part of it stands in the document
   */
  write(stages: readonly (readonly CellWrite[])[]): Answer<readonly Lost[]>;
  /** Cells that this account may not write; a host whose documents are not protected from programs leaves it out. */
  closed?(): Answer<readonly Closed[]>;
  /**
   * Gives cells of the tabs last read whose numbers are shown as days the format of numbers; their values stay. A host that
   * knows no formats when it reads leaves it out.
   */
  mend?(): Answer<readonly Mended[]>;
  /** Adds empty tabs with their headers. */
  addTabs(tables: readonly Table[]): Answer<void>;
  /**
   * Gives columns of the tabs last read their present look where they have an earlier one of ours, or none yet; gives back what
   * is somebody's own and was left. The rows of these settings get what they have in a new workbook of this host, if rows differ
   * there. Done again it changes nothing.
   */
  restyle(looks: readonly ColumnLook[], settings: readonly SettingSpec[]): Answer<readonly LeftLook[]>;
}

/** Cells whose format showed their numbers as days or times, and shows them as numbers now. */
export interface Mended {
  readonly table: Table;
  readonly columns: readonly string[];
  readonly cells: number;
}

/** Held by the only writer of a document. */
export interface Lock {
  release(): Answer<void>;
}
