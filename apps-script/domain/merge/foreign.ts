import { OutcomeBuilder } from "../changes/outcome";
import type { Decision } from "../operations/operation";
import type { Context } from "../rules/context";
import type { Snapshot } from "../snapshot/snapshot";
import { type FileReport, totalsOf } from "./file-report";
import { type Intake, importFile } from "./import-file";
import { ImportTodo } from "./import-todo";
import type { ForeignFile } from "./recognise";
import { RosterBook } from "./roster-book";
import { UnitIntake } from "./unit-intake";
import { UnitDirectory } from "./units";

export type { FileReport, RefusedRow } from "./file-report";
export { type ForeignFile, foreignFileOf } from "./recognise";

/** The outcome of taking in files, with one report per file in their order. */
export interface ImportDecision extends Decision {
  readonly reports: readonly FileReport[];
}

const RECEIVED = "收回";

/**
 * Takes lists that units made themselves into 名册. People are matched on 证件号, 职位 and 申报类型 within one unit: new ones
 * are appended, empty cells filled, a value that differs is left and reported, a person of another unit is not touched.
 *
 * @param receivedAt the moment written into 往来, an ISO text with offset; the day when it is not known
 */
export function importForeign(
  files: readonly ForeignFile[],
  snapshot: Snapshot,
  context: Context,
  receivedAt: string = context.today,
): ImportDecision {
  const out = new OutcomeBuilder();
  const directory = new UnitDirectory(snapshot.units);
  const todo = new ImportTodo(snapshot);
  const units = new UnitIntake(directory, todo);
  const book = new RosterBook(snapshot, context, directory);
  const intake: Intake = { book, units, todo, today: context.today };
  const received = new Set(snapshot.exchanges.flatMap((row) => (row.direction === RECEIVED ? [String(row.fingerprint)] : [])));
  for (const { table, key } of snapshot.repeated) if (table === "exchanges") received.add(key.split("·").pop() ?? "");
  const reports: FileReport[] = [];
  const exchanges: FileReport[] = [];
  for (const file of files) {
    const raised = todo.count + units.count;
    const { report, findings } = importFile(file, intake, received.has(file.fingerprint));
    reports.push(report);
    for (const finding of findings) out.take(finding);
    const isChange = report.rows.new + report.rows.changed + todo.count + units.count > raised;
    if (!isChange || received.has(file.fingerprint)) continue;
    received.add(file.fingerprint);
    exchanges.push(report);
  }
  units.write(out);
  book.write(out);
  todo.write(out);
  for (const report of exchanges) addExchange(out, report, receivedAt);
  return { ...out.done(totalsOf(reports)), reports };
}

function addExchange(out: OutcomeBuilder, report: FileReport, time: string): void {
  const { file, fingerprint, unit, rows, cells } = report;
  out.add("exchanges", {
    unit,
    direction: RECEIVED,
    file,
    fingerprint,
    people: rows.total,
    added: rows.new,
    updated: rows.changed,
    conflicts: cells.conflicts,
    refused: rows.refused,
    time,
  });
}
