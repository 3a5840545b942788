import type { TableName } from "../schema/index";
import type { Value } from "../snapshot/value";
import type { ChangeSet } from "./change-set";

/** One cell to write: sheet row 1-based, column 0-based. `kind` says how the value goes into the cell. */
export interface CellWrite {
  readonly sheet: string;
  readonly at: number;
  readonly column: number;
  readonly value: Value;
  readonly kind: "text" | "day" | "number";
}

/**
 * Everything a host has to write for one run, in this order: the journal (the run as 待写 with its whole change set),
 * the cells, the mark that it is done. A host that writes atomically writes all three at once.
 */
export interface WritePlan {
  readonly run: string;
  readonly journal: readonly CellWrite[];
  readonly cells: readonly CellWrite[];
  readonly done: readonly CellWrite[];
  readonly applied: ChangeSet;
}

/** Who runs what, and when; `time` is a moment with offset. */
export interface RunHead {
  readonly time: string;
  readonly clerk: string;
  readonly source: "菜单" | "命令行" | "工作台";
  /** The operation's Chinese name, as 操作记录 shows it. */
  readonly title: string;
}

/** Secret cells of new rows (card passwords), by `table\nrow key` and column name. They never enter a change set. */
export type Secrets = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function secretKey(table: TableName, row: string): string {
  return `${table}\n${row}`;
}
