import type { RunLine } from "./lines";

/** 操作记录: what was done, and of one run what it changed. */
export interface RunsView {
  /** The newest first. */
  readonly runs: readonly RunLine[];
  /** Of the run that was asked for. */
  readonly run: RunDetail | null;
}

export interface RunDetail extends RunLine {
  /** Why its cells can't be shown and it can't be undone, in a sentence; `null` when they can. */
  readonly isGone: string | null;
  readonly cells: readonly CellLine[];
  readonly rows: readonly RowLine[];
  /** Rows that it emptied. */
  readonly blanked: readonly RowLine[];
}

/** Table and column by their titles. */
export interface CellLine {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
  readonly reason: string;
}

export interface RowLine {
  readonly table: string;
  readonly row: string;
  /** By column title. */
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly reason: string;
}

export interface RunsQuestion {
  /** 运行号, `null` for the list alone. Its change set has to be read. */
  readonly run: string | null;
}
