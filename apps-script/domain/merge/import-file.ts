import type { Day } from "../days/civil-day";
import { textOf } from "../snapshot/value";
import * as say from "../wording/import";
import { Account, FileFindings, type FileReport, type ListMapping, type Place, type RefusedRow } from "./file-report";
import { matchOf, ownCells, type RowTask, takeRow } from "./import-row";
import type { ImportTodo } from "./import-todo";
import { type IncomingRow, incomingRows, type Refusal } from "./incoming";
import type { ForeignFile, RecognisedList } from "./recognise";
import type { Draft, RosterBook } from "./roster-book";
import { kindForm, postForm, titleOfColumn } from "./unit-columns";
import type { UnitIntake } from "./unit-intake";

/** What files are taken into, one after the other. */
export interface Intake {
  readonly book: RosterBook;
  readonly units: UnitIntake;
  readonly todo: ImportTodo;
  readonly today: Day;
}

/** A report with the findings as the run's change set lists them: by file and sheet. */
export interface TakenFile {
  readonly report: FileReport;
  readonly findings: ReturnType<FileFindings["all"]>;
}

/** Takes in one file. The same file again changes nothing and says the same. */
export function importFile(file: ForeignFile, intake: Intake, importedBefore: boolean): TakenFile {
  const taking = new Taking(file, intake);
  noteFile(file, importedBefore, taking.findings);
  const rows = file.lists.flatMap((list) => {
    const incoming = incomingRows(list, intake.today);
    noteList(list, incoming, taking.findings);
    return incoming;
  });
  for (const row of inOrderOfTaking(rows)) taking.take(row);
  return taking.close(importedBefore);
}

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
  private readonly told = new Set<string>();
  private readonly entered = new Map<string, IncomingRow>();
  private readonly served = new Map<Draft, IncomingRow>();
  private rows = 0;
  private cells = 0;

  constructor(
    private readonly file: ForeignFile,
    private readonly intake: Intake,
  ) {
    this.findings = new FileFindings(file.file);
  }

  take(row: IncomingRow): void {
    this.rows++;
    this.cells += ownCells(row).length;
    const refusals = this.enter(row);
    if (refusals.length > 0) this.refuse(row, refusals);
  }

  /** Takes a row in, or says why it may not enter. */
  private enter(row: IncomingRow): readonly Refusal[] {
    const place = placeOf(row);
    if (row.person === null || row.refusals.length > 0) return row.refusals;
    const key = enrolmentKey(row);
    const twin = this.entered.get(key);
    if (twin) return [repeated(row, twin)];
    this.entered.set(key, row);
    const { units, book, todo } = this.intake;
    const { findings, account } = this;
    const unit = units.take(row.cells.get("unit"), place, this.file.file, this.told, findings);
    if (unit !== null) this.units.add(unit);
    const task: RowTask = { row, person: row.person, unit, place, file: this.file.file, account, findings, book, todo };
    const match = matchOf(task);
    const earlier = match.kind === "one" ? this.served.get(match.draft) : undefined;
    if (earlier) return [repeated(row, earlier)];
    for (const { code, severity, column, address, message } of row.problems) {
      if (code !== "I17") findings.note(code, severity, { ...place, address }, titleOfColumn(column), message);
    }
    const draft = takeRow(task, match);
    if (draft) this.served.set(draft, row);
    return [];
  }

  close(importedBefore: boolean): TakenFile {
    const { file, fingerprint, lists } = this.file;
    const { rows, cells } = this.account.close(file, this.rows, this.cells);
    const report: FileReport = {
      file,
      fingerprint,
      unit: this.units.size === 0 ? null : say.units([...this.units]),
      kind: "foreign",
      exchange: null,
      generation: null,
      importedBefore,
      rows: { ...rows, missing: 0 },
      cells,
      findings: this.findings.all(),
      refusedRows: this.refusedInOrder(),
      mapping: lists.map(mappingOf),
    };
    return { report, findings: this.findings.all("file") };
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
    const reasons = refusals.map(({ address, column, message }) => ({ address, column: titleOfColumn(column), message }));
    this.refused.push({ sheet: row.sheet, at: row.at, reasons, cells: row.received });
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
  return { code: "I15", column: "idNumber", address, message: say.repeatedInFile(first.sheet, first.at) };
}

const WHOLE_FILE: Place = { sheet: null, at: null, address: null, name: "" };

function noteFile(file: ForeignFile, importedBefore: boolean, findings: FileFindings): void {
  if (importedBefore) findings.note("I01", "提示", WHOLE_FILE, null, say.importedBefore());
  if (file.lists.length === 0) findings.note("I02", "阻断", WHOLE_FILE, null, say.noList());
  for (const { name, hidden, rows } of file.unlisted ?? []) {
    if (file.lists.length === 0 && !hidden) continue;
    findings.note("I03", "提示", { ...WHOLE_FILE, sheet: name }, null, hidden ? say.hiddenList(rows) : say.noListInSheet(rows));
  }
}

/** Notes what was passed over and what is odd about a list as a whole. */
export function noteList(list: RecognisedList, rows: readonly IncomingRow[], findings: FileFindings): void {
  const place: Place = { ...WHOLE_FILE, sheet: list.sheet };
  const passed = new Map<string, number[]>();
  for (const { at, why } of list.skipped) {
    if (why === "title" || why === "header" || why === "blank") continue;
    const places = passed.get(why);
    if (places) places.push(at);
    else passed.set(why, [at]);
  }
  const parts = [...passed].map(([why, places]) => say.skippedRows(why, places));
  if (parts.length > 0) findings.note("I03", "提示", place, null, say.rowsPassedOver(parts));
  for (const { header, twin } of list.columns) {
    const taken = list.columns.find(({ title }) => title !== null && title === twin);
    if (taken && twin !== null) findings.note("I04", "警告", place, twin, say.twinColumn(twin, taken.header, header));
  }
  const numeric = rows.filter((row) => row.problems.some(({ code }) => code === "I17")).length;
  if (numeric > 0) findings.note("I17", "提示", place, titleOfColumn("mobile"), say.numericMobiles(numeric));
  const lost = list.rows.reduce((sum, { cells }) => sum + cells.filter((cell) => textOf(cell).includes("\ufffd")).length, 0);
  if (lost > 0) findings.note("I18", "警告", place, null, say.lostCharacters(lost));
}

/** How the columns of a list were read. */
export function mappingOf(list: RecognisedList): ListMapping {
  return {
    sheet: list.sheet,
    taken: list.columns.flatMap(({ title, header }) => (title === null || title === "班级" ? [] : [{ title, header }])),
    ignored: list.columns.filter(({ title }) => title === null || title === "班级").map(({ header }) => header),
    skipped: list.skipped,
  };
}
