import { withChanges } from "../changes/advance";
import { withoutBlanked, withRevived } from "../changes/blanked";
import type { RowChange } from "../changes/change-set";
import { combine } from "../changes/combine";
import type { Outcome } from "../changes/outcome";
import { isBlocked, unsentFindings } from "../exchange/chosen-units";
import { sendTo, type UnitFile } from "../exchange/export";
import { applyChoices } from "../merge/choices";
import type { ForeignReport } from "../merge/file-report";
import { type ForeignFile, importForeign } from "../merge/foreign";
import { type IncomingFile, importReturned, type ReturnedReport } from "../merge/returned";
import { type Context, contextOf } from "../rules/context";
import { numberRows } from "../rules/number-rows";
import { progress } from "../rules/progress";
import { EXCHANGE_TABLES } from "../schema/index";
import type { Snapshot } from "../snapshot/snapshot";
import { IMPORT_TITLE } from "../wording/import";
import type { Decision, Reporting } from "./operation";

/** What became of a file, whoever made its form. */
export type FileReport = ForeignReport | ReturnedReport;

/** What an import has to tell of its files, in their order. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  /** What each file's unit is sent in answer; `null` where there is nothing to tell. */
  readonly answers: readonly (UnitFile | null)[];
}

export const NOTHING_IMPORTED: ImportReport = { files: [], answers: [] };

export interface ImportTerms {
  /** Answers the questions that stop a file with yes. */
  readonly force?: boolean | undefined;
  /** Sends the next generation to the units that are to be told what became of their file. */
  readonly answer?: boolean | undefined;
}

/**
 * Takes in files of units: what staff chose in 冲突 first, then the files that we sent, then the others. As with every
 * action, rows typed into 名册 are numbered before and 进度 follows for the rows that were touched.
 */
export function importOperation(
  files: readonly (ForeignFile | IncomingFile)[],
  receivedAt?: string,
  terms: ImportTerms = {},
): Reporting<ImportReport> {
  const incoming = files.map((file): IncomingFile => ({ returned: null, ...file }));
  return {
    id: "import",
    title: IMPORT_TITLE,
    tables: EXCHANGE_TABLES,
    decide: (snapshot, context) => decide(snapshot, context, incoming, { ...terms, receivedAt }),
  };
}

interface Received extends ImportTerms {
  readonly receivedAt: string | undefined;
}

function decide(snapshot: Snapshot, context: Context, incoming: readonly IncomingFile[], terms: Received) {
  const steps = new Steps(snapshot);
  const at = () => contextOf(steps.now, context.today);
  steps.take(numberRows(steps.now, context));
  steps.take(applyChoices(steps.now, at()));
  const { reports, summary } = takeFiles(steps, incoming, at, terms);
  steps.take(progress(steps.now, at(), steps.touchedRoster()));
  const sent = terms.answer ? steps.send(reports.filter(isToldBack), at(), terms.receivedAt) : [];
  const answers = new Map(sent.map((file) => [file.identity.exchange, file]));
  const settings = { cells: [], rows: [], findings: context.problems, summary: {} };
  const { outcome, blanked } = withRevived(combine([...steps.outcomes, settings], summary), steps.blanked);
  const answerTo = (report: FileReport): UnitFile | null =>
    isToldBack(report) ? (answers.get(report.exchange ?? "") ?? null) : null;
  return { ...outcome, blanked, report: { files: reports, answers: reports.map(answerTo) } };
}

/** The files that we sent, then the others; the reports are in the order of the files. */
function takeFiles(steps: Steps, incoming: readonly IncomingFile[], at: () => Context, { receivedAt, force }: Received) {
  const returned = steps.take(importReturned(incoming, steps.now, at(), { receivedAt, force }));
  const places = incoming.flatMap((_, place) => (returned.reports[place] ? [] : [place]));
  const others = places.flatMap((place) => {
    const file = incoming[place];
    return file ? [{ ...file, remark: returned.remarks[place] ?? null }] : [];
  });
  const foreign = steps.take(importForeign(others, steps.now, at(), { receivedAt, force }));
  const lists = new Map(places.map((place, index) => [place, foreign.reports[index]]));
  const reports = incoming.flatMap((_, place): FileReport[] => {
    const report = returned.reports[place] ?? lists.get(place);
    return report ? [report] : [];
  });
  const isMixed = lists.size < incoming.length;
  return { reports, summary: isMixed ? summed(foreign.summary, returned.summary) : foreign.summary };
}

/** Whether a unit is to be told something: its file changed 名册, or not all of it was taken. */
export function isToldBack(report: FileReport): report is ReturnedReport {
  if (report.kind !== "returned" || report.stopped || report.importedBefore || report.unit === null) return false;
  const { rows, cells } = report;
  return rows.new + rows.changed + rows.refused + cells.conflicts + cells.refused > 0;
}

/** Steps one after the other, each on what the earlier ones will have written. */
class Steps {
  readonly outcomes: Outcome[] = [];
  readonly blanked: RowChange[] = [];

  constructor(public now: Snapshot) {}

  take<D extends Decision>(decision: D): D {
    const blanked = decision.blanked ?? [];
    const gone = new Set(blanked.map(placeOf));
    const isGone = (row: RowChange): boolean => gone.has(placeOf(row));
    // A row that this very run added is simply not added.
    const added = new Set(this.outcomes.flatMap(({ rows }) => rows.filter(isGone).map(placeOf)));
    for (const [place, outcome] of this.outcomes.entries()) {
      if (added.size > 0) this.outcomes[place] = { ...outcome, rows: outcome.rows.filter((row) => !isGone(row)) };
    }
    this.outcomes.push(decision);
    for (const row of blanked) if (!added.has(placeOf(row))) this.blanked.push(row);
    this.now = withoutBlanked(withChanges(this.now, decision), decision.blanked ?? []);
    return decision;
  }

  /**
   * Sends these units their people as 名册 has them now, but for units that 单位 no longer names: a correction of what was not
   * taken is then a change of theirs alone.
   */
  send(reports: readonly ReturnedReport[], context: Context, sentAt: string | undefined): readonly UnitFile[] {
    const units = [...new Set(reports.flatMap(({ unit }) => unit ?? []))];
    if (units.length === 0) return [];
    const options = { force: true, ...(sentAt === undefined ? {} : { sentAt }) };
    const send = (some: readonly string[]): readonly UnitFile[] | null => {
      const { outcome, files } = sendTo(this.now, context, { ...options, units: some });
      if (isBlocked(outcome)) return null;
      this.take({ ...outcome, findings: unsentFindings(outcome) });
      return files;
    };
    return send(units) ?? units.flatMap((unit) => send([unit]) ?? []);
  }

  /** The keys of the enrolments that were numbered, added or filled; a row is known by its number once it has one. */
  touchedRoster(): Set<string> {
    const ofRoster = ({ table }: Pick<RowChange, "table">): boolean => table === "roster";
    const keys = this.outcomes.flatMap(({ cells, rows }) => [
      ...rows.filter(ofRoster).map(({ row }) => row),
      ...cells.filter(ofRoster).map(({ row, column, after }) => (column === "id" ? String(after) : row)),
    ]);
    return new Set(keys);
  }
}

const placeOf = ({ table, row }: RowChange): string => `${table}\n${row}`;

function summed(one: Outcome["summary"], other: Outcome["summary"]): Outcome["summary"] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, Number(one[name] ?? 0) + Number(other[name] ?? 0)]));
}
