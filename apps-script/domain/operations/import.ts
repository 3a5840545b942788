import { withChanges } from "../changes/advance";
import { combine } from "../changes/combine";
import type { Outcome } from "../changes/outcome";
import { type FileReport, type ForeignFile, importForeign } from "../merge/foreign";
import { contextOf } from "../rules/context";
import { numberRows } from "../rules/number-rows";
import { progress } from "../rules/progress";
import { ROSTER } from "../schema/roster";
import { IMPORT_TITLE } from "../wording/import";
import type { Operation } from "./operation";

/** An import to perform, and what it said about each file the last time it was decided. */
export interface ImportRun {
  readonly operation: Operation;
  readonly reports: () => readonly FileReport[];
}

/**
 * Takes in files of units. As with every action, rows typed into 名册 are numbered first and 进度 follows for the rows
 * that were touched.
 */
export function importOperation(files: readonly ForeignFile[], receivedAt?: string): ImportRun {
  let reports: readonly FileReport[] = [];
  const operation: Operation = {
    id: "import",
    title: IMPORT_TITLE,
    decide: (snapshot, context) => {
      const numbered = numberRows(snapshot, context);
      const now = withChanges(snapshot, numbered);
      const imported = importForeign(files, now, contextOf(now, context.today), receivedAt);
      reports = imported.reports;
      const settings = { cells: [], rows: [], findings: context.problems, summary: {} };
      const then = withChanges(now, imported);
      const moved = progress(then, contextOf(then, context.today), touchedRows(numbered, imported));
      return combine([numbered, imported, moved, settings], imported.summary);
    },
  };
  return { operation, reports: () => reports };
}

/** The keys of the enrolments that were numbered, added or filled; a row is known by its number once it has one. */
function touchedRows(...steps: readonly Outcome[]): Set<string> {
  const ofRoster = ({ table }: { readonly table: string }): boolean => table === ROSTER.title;
  const keys = steps.flatMap(({ cells, rows }) => [
    ...rows.filter(ofRoster).map(({ row }) => row),
    ...cells.filter(ofRoster).map(({ row, column, after }) => (column === ROSTER.columns.id.title ? String(after) : row)),
  ]);
  return new Set(keys);
}
