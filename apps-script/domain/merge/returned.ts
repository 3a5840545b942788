import type { RowChange } from "../changes/change-set";
import { OutcomeBuilder } from "../changes/outcome";
import { classFactsOf } from "../exchange/sent-class";
import type { Decision } from "../operations/operation";
import type { Context } from "../rules/context";
import { DIRECTION } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import * as say from "../wording/exchange";
import { totalsOf } from "./file-report";
import { ImportTodo } from "./import-todo";
import { BaseBook } from "./returned/base-book";
import { ConflictBook } from "./returned/conflict-book";
import { Ending, type ReturnedFile, type TakenReturned } from "./returned/ending";
import { exchangeBookOf } from "./returned/exchange-book";
import { groupsOf } from "./returned/groups";
import type { ReturnedIntake } from "./returned/intake";
import type { IncomingFile } from "./returned/recognise";
import type { ReturnedReport } from "./returned/report";
import { type Remark, type Resolution, resolve } from "./returned/resolve";
import { sameValueBy } from "./returned/same-value";
import { readReturned, takeReturned } from "./returned/take-file";
import { Taking } from "./returned/taking";
import { RosterBook } from "./roster-book";
import { UnitDirectory } from "./units";

export { type IncomingFile, incomingFileOf, type ReturnedMarks, type SourceFile } from "./returned/recognise";
export type { AnnotatedCell, AnnotatedRow, ReturnedReport, Stop } from "./returned/report";

/**
 * The outcome of taking in files of ours: one report for each, `null` for one that is to be read as a foreign list, and what
 * staff are then told of its marks.
 */
interface ReturnedDecision extends Decision {
  readonly reports: readonly (ReturnedReport | null)[];
  readonly remarks: readonly (Remark | null)[];
}

interface ReturnedOptions {
  /** The moment written into 往来, an ISO text with offset; the day when it is not known. */
  readonly receivedAt?: string | undefined;
  /** Answers the questions that stop a file (many people missing, an empty list, a column changed throughout) with yes. */
  readonly force?: boolean | undefined;
}

/**
 * Takes files that we sent back into 名册: cell by cell against what was last agreed. What both sides changed goes to 冲突,
 * who is missing to 待办, what cannot be taken to the reply; 底稿 advances to what the file says.
 */
export function importReturned(
  files: readonly IncomingFile[],
  snapshot: Snapshot,
  context: Context,
  { receivedAt = context.today, force = false }: ReturnedOptions = {},
): ReturnedDecision {
  const out = new OutcomeBuilder();
  const intake = intakeOf(snapshot, context, out, force);
  const reports: (ReturnedReport | null)[] = [];
  const remarks: (Remark | null)[] = [];
  for (const file of files) {
    const { taken, remark } = takeOne(file, intake);
    reports.push(taken?.report ?? null);
    remarks.push(remark);
    if (!taken) continue;
    for (const finding of taken.findings) out.take(finding);
    note(out, taken.report, receivedAt);
  }
  intake.book.write(out);
  intake.todo.write(out);
  const settled = intake.conflicts.write(out, say.conflictReason);
  const blanked = [...settled, ...outdatedRows(reports, intake)];
  return { ...out.done(summaryOf(reports)), blanked, reports, remarks };
}

function intakeOf(snapshot: Snapshot, context: Context, out: OutcomeBuilder, force: boolean): ReturnedIntake {
  const units = new UnitDirectory(snapshot.units);
  const bases = new BaseBook(snapshot);
  const received = snapshot.exchanges.filter(({ direction }) => direction === DIRECTION.received);
  const repeated = snapshot.repeated.filter(({ table }) => table === "exchanges");
  return {
    book: new RosterBook(snapshot, context, units),
    units,
    todo: new ImportTodo(snapshot),
    conflicts: new ConflictBook(snapshot),
    bases,
    exchanges: exchangeBookOf(snapshot, context.settings, bases),
    law: { same: sameValueBy(units), groups: groupsOf(snapshot) },
    classOf: classFactsOf(snapshot, context.settings),
    today: context.today,
    out,
    received: new Map([
      ...repeated.map(({ key }): [string, string] => [key, ""]),
      ...received.map(({ key, time }): [string, string] => [key, textOf(time)]),
    ]),
    force,
  };
}

interface One {
  readonly taken: TakenReturned | null;
  readonly remark: Remark | null;
}

function takeOne(file: IncomingFile, intake: ReturnedIntake): One {
  if (file.returned === null) return { taken: null, remark: null };
  const returned = readReturned(file, file.returned, intake.today);
  const resolution = resolve(file.returned, returned.rows, intake.exchanges);
  if (resolution.kind === "foreign") return { taken: null, remark: resolution.remark };
  const isOurs = resolution.kind === "ours";
  return { taken: isOurs ? takeReturned(returned, resolution, intake) : stopped(returned, resolution, intake), remark: null };
}

function stopped(
  returned: ReturnedFile,
  { stop, exchange, generation }: Extract<Resolution, { readonly kind: "stop" }>,
  intake: ReturnedIntake,
): TakenReturned {
  const head = { file: returned.file.file, fingerprint: returned.fingerprint, exchange: exchange ?? "", unit: null, generation };
  return new Ending(returned, new Taking(head, intake), { ...head, exchange }).stopped(stop);
}

/** 往来 holds what was received. */
function note(out: OutcomeBuilder, report: ReturnedReport, time: string): void {
  const { exchange, unit, generation, file, fingerprint, rows, cells, stopped: stop, importedBefore } = report;
  if (stop || importedBefore) return;
  out.add("exchanges", {
    exchange,
    unit,
    direction: DIRECTION.received,
    generation,
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

function outdatedRows(reports: readonly (ReturnedReport | null)[], { bases, exchanges }: ReturnedIntake): RowChange[] {
  const touched = new Set(
    reports.flatMap((report) =>
      report && !report.stopped && !report.importedBefore && report.exchange !== null ? [report.exchange] : [],
    ),
  );
  return [...touched].flatMap((exchange) => bases.outdated(exchange, exchanges.oldestKept(exchange)));
}

function summaryOf(reports: readonly (ReturnedReport | null)[]): Decision["summary"] {
  const taken = reports.flatMap((report) => report ?? []);
  return { ...totalsOf(taken), missing: taken.reduce((all, { rows }) => all + rows.missing, 0) };
}
