import type { Closed } from "../changes/closed";
import type { Lost } from "../changes/lost";
import type { CellWrite } from "../changes/write-plan";
import type { Table } from "../schema/column";
import type { TableName } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import type { ColumnLook, LeftLook } from "./migrate";

/**
 * A document that holds the workbook: a local file, a Google Sheet, memory. A host interprets nothing; it moves
 * cells. What it promises is written down as one test suite that every host passes.
 */
export interface Host {
  /** The id of a document of which a copy has another one; absent for files. */
  readonly document?: string;
  /** Runs `work` as the only writer of the document; refuses, with a sentence, while another writer is at it. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** The tabs of these tables that are there, in one batched read; all of the schema unless given, or if that costs the same. */
  read(tables?: readonly TableName[]): Promise<Grids>;
  /**
   * Writes the stages in order; each is complete before the next begins. A host that can, writes all of them as one.
   * Refuses a tab that is protected (`ProtectedTab`), and when the document is not the one that was read; where people go on working in it, gives back the changes that
   * they came before.
   */
  write(stages: readonly (readonly CellWrite[])[]): Promise<readonly Lost[]>;
  /** Cells that this account may not write; a host whose documents are not protected from programs leaves it out. */
  closed?(): Promise<readonly Closed[]>;
  /** Adds empty tabs with their headers. */
  addTabs(tables: readonly Table[]): Promise<void>;
  /**
   * Gives columns of the tabs last read their present look where they have an earlier one of ours, or none yet; gives back what
   * is somebody's own and was left. Done again it changes nothing.
   */
  restyle(looks: readonly ColumnLook[]): Promise<readonly LeftLook[]>;
}
