import type { CellWrite } from "../changes/write-plan";
import type { Table } from "../schema/column";
import type { Grids } from "../snapshot/grid";

/**
 * A document that holds the workbook: a local file, a Google Sheet, memory. A host interprets nothing; it moves
 * cells. What it promises is written down as one test suite that every host passes.
 */
export interface Host {
  /** Runs `work` as the only writer of the document; refuses, with a sentence, while another writer is at it. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** All tabs of the schema that are there, in one batched read. */
  read(): Promise<Grids>;
  /**
   * Writes the stages in order; each is complete before the next begins. A host that can, writes all of them as one.
   * Refuses when the document is not the one that was read.
   */
  write(stages: readonly (readonly CellWrite[])[]): Promise<void>;
  /** Adds empty tabs with their headers. */
  addTabs(tables: readonly Table[]): Promise<void>;
}
