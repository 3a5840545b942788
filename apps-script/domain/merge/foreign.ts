import { OutcomeBuilder } from "../changes/outcome";
import type { Decision } from "../operations/operation";
import type { Context } from "../rules/context";
import { DIRECTION } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import { differsReason } from "../wording/import";
import { type ForeignReport, totalsOf } from "./file-report";
import { importFile } from "./import-file";
import { ImportTodo } from "./import-todo";
import { ListBases } from "./list-bases";
import type { TakenFile } from "./list-taking";
import type { ForeignFile } from "./recognise";
import { ConflictBook } from "./returned/conflict-book";
import { groupsOf } from "./returned/groups";
import type { IncomingFile } from "./returned/recognise";
import { sameValueBy } from "./returned/same-value";
import { RosterBook } from "./roster-book";
import { UnitIntake } from "./unit-intake";
import { UnitDirectory } from "./units";

export { type ForeignFile, foreignFileOf } from "./recognise";

/** A list, also one that bears marks of ours without being a file that we sent. */
type ListFile = ForeignFile & Partial<Pick<IncomingFile, "returned">>;

interface ForeignOptions {
  /** The moment written into 往来, an ISO text with offset; the day when it is not known. */
  readonly receivedAt?: string | undefined;
  /** Answers the question that stops a list (one value for nearly everybody) with yes. */
  readonly force?: boolean | undefined;
}

/** The outcome of taking in files, with one report per file in their order. */
export interface ImportDecision extends Decision {
  readonly reports: readonly ForeignReport[];
}

const RECEIVED = DIRECTION.received;

/**
 * Takes lists that units made themselves into 名册. People are matched on 证件号, 职位 and 申报类型 within one unit: new ones
 * are appended; of the others empty cells are filled, and whatever would replace a value goes to 冲突 unless it was said or
 * agreed before. A person of another unit is not touched. 底稿 keeps what the list said.
 */
export function importForeign(
  files: readonly ListFile[],
  snapshot: Snapshot,
  context: Context,
  { receivedAt = context.today, force = false }: ForeignOptions = {},
): ImportDecision {
  const out = new OutcomeBuilder();
  if (files.length === 0) return { ...out.done(totalsOf([])), reports: [] };
  const directory = new UnitDirectory(snapshot.units);
  const todo = new ImportTodo(snapshot);
  const units = new UnitIntake(directory, todo);
  const book = new RosterBook(snapshot, context, directory);
  const bases = new ListBases(snapshot, directory);
  const conflicts = new ConflictBook(snapshot);
  const received = receivedBefore(snapshot);
  const law = { same: sameValueBy(directory), groups: groupsOf(snapshot) };
  const intake = { book, units, todo, bases, conflicts, law, directory, out, received, today: context.today, force };
  const taken = files.map((file) => {
    const raised = todo.count + units.count;
    const one = importFile(file, exchangeUnit(file, bases, context), intake);
    for (const finding of one.findings) out.take(finding);
    const isNews = !one.report.importedBefore && (one.isTaken || todo.count + units.count > raised);
    if (isNews) received.add(one.report.fingerprint);
    return { ...one, isNews };
  });
  units.write(out);
  book.write(out);
  todo.write(out);
  const settled = conflicts.write(out, differsReason);
  for (const one of taken) if (one.isNews) addExchange(out, one, receivedAt);
  const reports = taken.map(({ report }) => report);
  return { ...out.done(totalsOf(reports)), blanked: [...settled, ...bases.outdated()], reports };
}

/** The unit to which a file with these marks went, if this workbook made them: a clue to the sender, no proof. */
function exchangeUnit({ returned }: ListFile, bases: ListBases, { settings }: Context): string | null {
  const identity = returned?.identity;
  return identity && identity.workbook === settings.workbook ? bases.unitOf(identity.exchange) : null;
}

/** The fingerprints of every file that came, whoever made it. */
function receivedBefore({ exchanges, repeated }: Snapshot): Set<string> {
  const known = exchanges.flatMap((row) => (row.direction === RECEIVED ? [String(row.fingerprint)] : []));
  const aside = repeated.flatMap(({ table, key }) => (table === "exchanges" ? [key.split("·").pop() ?? ""] : []));
  return new Set([...known, ...aside]);
}

function addExchange(out: OutcomeBuilder, { report, place }: TakenFile, time: string): void {
  const { file, fingerprint, unit, rows, cells } = report;
  out.add("exchanges", {
    ...place,
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
