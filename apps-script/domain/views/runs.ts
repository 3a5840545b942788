import type { RowChange } from "../changes/change-set";
import { compare } from "../changes/outcome";
import { outdatedRuns } from "../changes/outdated";
import { changesOfRun, unreadable } from "../changes/recover";
import { RUN } from "../schema/allowed";
import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import type { Run } from "../schema/records";
import { columnTitle, titleOf } from "../schema/titles";
import { kept } from "../snapshot/kept";
import type { SnapshotWith } from "../snapshot/snapshot";
import type { RunLine } from "./lines";

/** 操作记录: what was done, and of one run what it changed. */
export interface RunsView {
  /** The newest first. */
  readonly runs: readonly RunLine[];
  /** Of the run that was asked for. */
  readonly run: RunDetail | null;
}

/** What the program keeps for itself in hidden tabs is left out. */
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

/** Of 操作记录; its change sets are looked at for one run alone. */
export function runsView(snapshot: SnapshotWith<"runs" | "settings" | "changeParts">, question: RunsQuestion): RunsView {
  const runs = runLines(snapshot);
  const one = runs.find(({ id }) => id === question.run);
  return { runs, run: one === undefined ? null : detailOf(snapshot, one) };
}

/** The runs, the newest first. */
export const runLines = kept((snapshot: SnapshotWith<"runs" | "settings">): readonly RunLine[] => {
  const outdated = outdatedRuns(snapshot);
  return [...snapshot.runs].sort((a, b) => compare(b.key, a.key)).map((run) => runLine(run, outdated.has(run.key)));
});

function runLine({ key: id, time, clerk, action, source, changes, summary, state }: Run, isOutdated: boolean): RunLine {
  const canUndo = state === RUN.done && !isOutdated;
  return { id, time, clerk, action, source, changes: typeof changes === "number" ? changes : null, summary, state, canUndo };
}

function detailOf(snapshot: SnapshotWith<"runs" | "settings" | "changeParts">, run: RunLine): RunDetail {
  const changes = changesOfRun(snapshot, run.id);
  if (changes === null) return { ...run, canUndo: false, isGone: unreadable(snapshot, run.id), cells: [], rows: [], blanked: [] };
  const isShown = ({ table }: { readonly table: TableName }): boolean => !(TABLES[table] as Table).hidden;
  return {
    ...run,
    isGone: null,
    cells: changes.cells.filter(isShown).map(({ table, column, ...cell }) => ({
      ...cell,
      table: titleOf(table),
      column: columnTitle(table, column),
    })),
    rows: changes.rows.filter(isShown).map(rowLine),
    blanked: changes.blanked.filter(isShown).map(rowLine),
  };
}

function rowLine({ table, values, ...row }: RowChange): RowLine {
  const titled = Object.entries(values).map(([column, value]) => [columnTitle(table, column), value]);
  return { ...row, table: titleOf(table), values: Object.fromEntries(titled) };
}
