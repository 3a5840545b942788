import type { Day } from "../days/civil-day";
import { textOf } from "../snapshot/value";
import * as say from "../wording/import";
import { Account, FileFindings, type ForeignReport, type Place, type RefusedRow, reasonsFor } from "./file-report";
import { matchOf, ownCells, type RowIntake, type RowTask, takeRow } from "./import-row";
import { type IncomingRow, incomingRows, type Refusal } from "./incoming";
import type { ListPlace } from "./list-bases";
import { mappingOf, noteFile, noteList, WHOLE_FILE } from "./list-notes";
import type { ForeignFile } from "./recognise";
import { contentFingerprint } from "./returned/read-rows";
import type { Draft } from "./roster-book";
import { kindForm, postForm, titleOfColumn } from "./unit-columns";
import type { UnitIntake } from "./unit-intake";
import { isUnitName } from "./units";

/** What files are taken into, one after the other. */
export interface Intake extends RowIntake {
  readonly units: UnitIntake;
  readonly today: Day;
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

/** Takes in one file. The same content again changes nothing of what was taken from it. */
export function importFile(file: ForeignFile, intake: Intake): TakenFile {
  const lists = file.lists.map((list) => ({ list, rows: incomingRows(list, intake.today) }));
  const rows = lists.flatMap((one) => one.rows);
  const fingerprint = rows.length === 0 ? file.fingerprint : contentFingerprint(rows.map(unmarked));
  const taking = new Taking({ ...file, fingerprint }, intake);
  const entered = new Set(inOrderOfTaking(rows).filter((row) => taking.take(row)));
  for (const { list, rows: listed } of lists) {
    const isEntered = (row: IncomingRow): boolean => entered.has(row);
    noteList(list, listed.filter(isEntered), taking.findings);
  }
  return taking.close();
}

/** A row of a list bears no mark of ours. */
const unmarked = (row: IncomingRow) => ({ row, idText: null, grey: [] });

/**
 * The order of the file, but of one person the rows that state post and kind come before those that leave them open: else
 * an open row would take the enrolment of a later, stated one, and the same file would say something else the second time.
 */
function inOrderOfTaking(rows: readonly IncomingRow[]): IncomingRow[] {
  const groups = new Map<string | IncomingRow, IncomingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.person ?? row);
    if (group) group.push(row);
    else groups.set(row.person ?? row, [row]);
  }
  const stated = ({ cells }: IncomingRow): number =>
    (["post", "kind"] as const).filter((column) => (cells.get(column)?.value ?? null) !== null).length;
  return [...groups.values()].flatMap((group) => group.sort((a, b) => stated(b) - stated(a)));
}

/** One file on its way into 名册. An enrolment is served by one row of a file only: the first one. */
class Taking {
  readonly findings: FileFindings;
  private readonly account = new Account();
  private readonly refused: RefusedRow[] = [];
  private readonly units = new Set<string>();
  /** The units of all rows, refused ones too. */
  private readonly stated = new Set<string>();
  private readonly told = new Set<string>();
  private readonly entered = new Map<string, IncomingRow>();
  private readonly served = new Map<Draft, IncomingRow>();
  private readonly isRepeated: boolean;
  private rows = 0;
  private cells = 0;
  private stale = 0;

  constructor(
    private readonly file: ForeignFile,
    private readonly intake: Intake,
  ) {
    this.findings = new FileFindings(file.file);
    this.isRepeated = intake.received.has(file.fingerprint);
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
    const key = enrolmentKey(row);
    const twin = this.entered.get(key);
    if (twin) return [repeated(row, twin)];
    this.entered.set(key, row);
    const { findings, account, isRepeated, intake } = this;
    const { file } = this.file;
    const unit = intake.units.take(row.cells.get("unit"), place, file, this.told, findings);
    if (unit !== null) this.units.add(unit);
    if (unit !== null) this.stated.add(unit);
    const task: RowTask = { ...intake, row, person: row.person, unit, place, file, isRepeated, account, findings };
    const match = matchOf(task);
    const earlier = match.kind === "one" ? this.served.get(match.draft) : undefined;
    if (earlier) return [{ ...repeated(row, earlier), told: null }];
    for (const { code, severity, column, address, message } of row.problems) {
      if (code !== "I17") findings.note(code, severity, { ...place, address }, titleOfColumn(column), message);
    }
    const taken = takeRow(task, match);
    if (taken) this.served.set(taken.draft, row);
    this.stale += taken?.stale ?? 0;
    return [];
  }

  close(): TakenFile {
    const { file, fingerprint, lists } = this.file;
    if (this.stale > 0) this.findings.note("I19", "提示", WHOLE_FILE, null, say.repeatsEarlierList(this.stale));
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
      findings: this.findings.all(),
      refusedRows: this.refusedInOrder(),
      mapping: lists.map(mappingOf),
    };
    const place = this.intake.bases.close();
    return { report, findings: this.findings.all("file"), isTaken: this.served.size > 0, place };
  }

  private soleUnit(): string | null {
    const [unit] = this.stated;
    if (unit === undefined || this.stated.size > 1) return null;
    return this.intake.directory.look(unit).kind === "known" ? unit : null;
  }

  /** In the order of the file. */
  private refusedInOrder(): RefusedRow[] {
    const sheets = this.file.lists.map(({ sheet }) => sheet);
    return this.refused.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.at - b.at);
  }

  private refuse(row: IncomingRow, refusals: readonly Refusal[]): void {
    const place = placeOf(row);
    for (const { code, address, column, message } of refusals) {
      this.findings.note(code, "阻断", { ...place, address }, titleOfColumn(column), message);
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

function enrolmentKey({ person, cells }: IncomingRow): string {
  return JSON.stringify([person, postForm(cells.get("post")?.value ?? null), kindForm(cells.get("kind")?.value ?? null)]);
}

/** An enrolment that the file holds twice: the first row stands, the later one is refused. */
function repeated(row: IncomingRow, first: IncomingRow): Refusal {
  const address = row.cells.get("idNumber")?.address ?? "";
  const message = say.repeatedInFile(first.sheet, first.at);
  return { code: "I15", column: "idNumber", address, message, told: message };
}
