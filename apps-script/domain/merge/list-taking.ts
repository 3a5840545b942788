import type { Day } from "../days/civil-day";
import { titleOfColumn } from "../schema/unit-columns";
import { textOf } from "../snapshot/value";
import * as say from "../wording/import";
import * as ofSheet from "../wording/list-sheets";
import { Account, FileFindings, type ForeignReport, type Place, type RefusedRow, reasonsFor, type Stop } from "./file-report";
import { matchOf, mergedRow, ownCells, type RowIntake, type RowTask, takeRow } from "./import-row";
import type { IncomingRow, Refusal } from "./incoming";
import { kindsUnsaid } from "./kinds-unsaid";
import type { ListPlace } from "./list-bases";
import { mappingOf, noteFile, unreadHeaders, WHOLE_FILE } from "./list-notes";
import type { ForeignFile } from "./recognise";
import { enrolmentKey, isCopyOf, repeated } from "./repeated-row";
import { conflictSource } from "./returned/conflict-book";
import type { CellFate } from "./returned/merge-row";
import type { Draft } from "./roster-book";
import type { SenderQuestions } from "./sender-questions";
import type { UnitIntake } from "./unit-intake";
import { isUnitName } from "./units";

/** What files are taken into, one after the other. */
export interface Intake extends RowIntake {
  readonly units: UnitIntake;
  readonly today: Day;
  /** Whether questions are answered with yes. */
  readonly force: boolean;
  /** The fingerprints of what was received before. */
  readonly received: ReadonlySet<string>;
}

/** A report with the findings as the run's change set lists them: by file and sheet. */
export interface TakenFile {
  readonly report: ForeignReport;
  readonly findings: ReturnType<FileFindings["all"]>;
  /** Whether some row went to an enrolment. */
  readonly isTaken: boolean;
  /** Where the list stands in 往来; `null` when it spoke of several units' people or of none's. */
  readonly place: ListPlace | null;
}

/** One file on its way into 名册. An enrolment is served by one row of a file only: the first one. */
export class ListTaking {
  readonly findings: FileFindings;
  private readonly account = new Account();
  private readonly refused: RefusedRow[] = [];
  private readonly units = new Set<string>();
  /** The units of all rows, refused ones too. */
  private readonly stated = new Set<string>();
  private readonly told = new Set<string>();
  private readonly entered = new Map<string, IncomingRow>();
  private readonly served = new Map<Draft, IncomingRow>();
  private readonly copies = new Map<string, { readonly of: string; readonly in: string; readonly count: number }>();
  private readonly isRepeated: boolean;
  private readonly source: string;
  private rows = 0;
  private cells = 0;
  private stale = 0;

  constructor(
    private readonly file: ForeignFile,
    private readonly questions: SenderQuestions,
    private readonly intake: Intake,
  ) {
    this.findings = new FileFindings(file.file);
    this.isRepeated = intake.received.has(file.fingerprint);
    this.source = conflictSource(file.file, file.fingerprint);
    noteFile(file, this.isRepeated, this.findings);
  }

  /** Whether the row may enter; one that may not goes back to the unit. */
  take(row: IncomingRow): boolean {
    this.rows++;
    this.cells += ownCells(row).length;
    const refusals = this.enter(row);
    if (refusals.length > 0) this.refuse(row, refusals);
    return refusals.length === 0;
  }

  /** Takes a row in, or says why it may not enter. */
  private enter(row: IncomingRow): readonly Refusal[] {
    const place = placeOf(row);
    if (row.person === null || row.refusals.length > 0) return row.refusals;
    if (this.questions.leaves(row, row.cells.get("unit")?.value ?? null)) return this.wait(row);
    const key = enrolmentKey(row);
    const twin = this.entered.get(key);
    if (twin && isCopyOf(row, twin)) return this.passCopy(row, twin);
    if (twin) return [repeated(row, twin)];
    this.entered.set(key, row);
    const { findings, account, isRepeated, intake, source } = this;
    const { file } = this.file;
    const stated = intake.units.take(row.cells.get("unit"), place, file, this.told, findings);
    const unit = stated ?? this.questions.senderOf(row);
    if (unit !== null) this.units.add(unit);
    if (unit !== null) this.stated.add(unit);
    const isBySender = stated === null && unit !== null;
    const task: RowTask = {
      ...intake,
      row,
      person: row.person,
      unit,
      place,
      file,
      source,
      isRepeated,
      account,
      findings,
      isBySender,
    };
    const match = matchOf(task);
    if (match.kind === "one" && this.questions.leaves(row, match.draft.values.unit)) return this.wait(row);
    const earlier = match.kind === "one" ? this.served.get(match.draft) : undefined;
    if (earlier) return [{ ...repeated(row, earlier), told: null }];
    for (const problem of row.problems) {
      const { address, code, column, message } = problem;
      if (code !== "I17") findings.note(problem, { ...place, address }, column, message);
    }
    const taken = takeRow(task, match);
    if (taken) this.served.set(taken.draft, row);
    this.stale += taken?.stale ?? 0;
    return [];
  }

  /** A row of another sheet that says the same over again, as a list for printing does. */
  private passCopy(row: IncomingRow, twin: IncomingRow): readonly Refusal[] {
    const key = JSON.stringify([row.sheet, twin.sheet]);
    this.copies.set(key, { of: twin.sheet, in: row.sheet, count: (this.copies.get(key)?.count ?? 0) + 1 });
    this.account.row("unchanged");
    this.account.cell("equal", ownCells(row).length);
    return [];
  }

  /** Leaves a row to staff; nothing of it is sent back. */
  private wait(row: IncomingRow): readonly Refusal[] {
    this.account.row("unchanged");
    this.account.cell("refused", ownCells(row).length);
    return [];
  }

  /** What the row would do to an enrolment that is there; changes nothing. */
  fatesOf(row: IncomingRow): readonly CellFate[] | null {
    const { intake, questions, isRepeated } = this;
    if (row.person === null || row.refusals.length > 0) return null;
    const stated = intake.units.named(row.cells.get("unit"));
    if (questions.isOfAnother(row, stated)) return null;
    const unit = stated ?? questions.senderOf(row);
    const match = matchOf({ row, person: row.person, unit, book: intake.book });
    if (match.kind !== "one" || questions.isOfAnother(row, match.draft.values.unit)) return null;
    return mergedRow({ ...intake, row, unit, isRepeated }, match.draft).fates;
  }

  /** Takes nothing of the file. */
  stop(rows: readonly IncomingRow[], stop: Stop): TakenFile {
    this.findings.note(stop, WHOLE_FILE, null, stop.message);
    for (const row of rows) {
      const cells = ownCells(row).length;
      this.rows++;
      this.cells += cells;
      this.account.row("refused");
      this.account.cell("refused", cells);
    }
    return this.close(stop);
  }

  close(stopped: Stop | null = null): TakenFile {
    const { file, fingerprint, lists } = this.file;
    this.questions.close(file, this.units, this.findings, this.intake.todo);
    for (const copy of this.copies.values())
      this.findings.note({ code: "I03" }, { ...WHOLE_FILE, sheet: copy.in }, null, ofSheet.copiedRows(copy.count, copy.of));
    if (this.stale > 0) this.findings.note({ code: "I19" }, WHOLE_FILE, null, say.repeatsEarlierList(this.stale));
    const unsaid = kindsUnsaid(this.served, this.intake.today);
    if (unsaid !== null) this.findings.note({ code: "I27" }, WHOLE_FILE, titleOfColumn("kind"), unsaid);
    const { rows, cells } = this.account.close(file, this.rows, this.cells);
    const report: ForeignReport = {
      file,
      fingerprint,
      unit: this.units.size === 0 ? null : say.units([...this.units]),
      soleUnit: this.soleUnit(),
      kind: "foreign",
      exchange: null,
      generation: null,
      importedBefore: this.isRepeated,
      rows: { ...rows, missing: 0 },
      cells,
      changes: { filled: rows.changed, replaced: 0, left: this.questions.leftRows },
      stopped,
      findings: this.findings.all(),
      refusedRows: this.refusedInOrder(),
      mapping: lists.map(mappingOf),
      unread: unreadHeaders(lists),
    };
    const place = this.intake.bases.close();
    return { report, findings: this.findings.all("file"), isTaken: this.served.size > 0, place };
  }

  private soleUnit(): string | null {
    const [unit] = this.stated;
    return unit !== undefined && this.stated.size === 1 && this.questions.soleSender() === unit ? unit : null;
  }

  /** In the order of the file. */
  private refusedInOrder(): RefusedRow[] {
    const sheets = this.file.lists.map(({ sheet }) => sheet);
    return this.refused.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.at - b.at);
  }

  private refuse(row: IncomingRow, refusals: readonly Refusal[]): void {
    const place = placeOf(row);
    for (const refusal of refusals) {
      this.findings.note(refusal, { ...place, address: refusal.address }, refusal.column, refusal.message);
    }
    const reasons = reasonsFor(refusals);
    if (reasons.length > 0) this.refused.push({ sheet: row.sheet, at: row.at, reasons, cells: row.received() });
    const stated = textOf(row.cells.get("unit")?.value);
    if (isUnitName(stated)) this.stated.add(this.intake.directory.nameFor(stated));
    this.account.row("refused");
    this.account.cell("refused", ownCells(row).length);
  }
}

function placeOf(row: IncomingRow): Place {
  return { sheet: row.sheet, at: row.at, address: null, name: textOf(row.cells.get("name")?.value) };
}
