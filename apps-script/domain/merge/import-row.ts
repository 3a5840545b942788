import type { Severity } from "../changes/finding";
import { shownName } from "../people/canonical";
import { textOf, type Value } from "../snapshot/value";
import * as say from "../wording/import";
import type { Account, FileFindings, Place } from "./file-report";
import type { ImportTodo } from "./import-todo";
import type { IncomingCell, IncomingRow } from "./incoming";
import { type Draft, idTextOf, type Match, type RosterBook } from "./roster-book";
import { formOf, titleOfColumn, UNIT_COLUMNS, type UnitColumn, type UnitValues } from "./unit-columns";
import { isUnitName } from "./units";

/** What taking in a row needs. `unit` is the row's unit by its full name, null when the file names none. */
export interface RowTask {
  readonly row: IncomingRow;
  readonly person: string;
  readonly unit: string | null;
  readonly place: Place;
  readonly file: string;
  readonly book: RosterBook;
  readonly account: Account;
  readonly findings: FileFindings;
  readonly todo: ImportTodo;
}

const CLEAR = "清空";

/** The enrolment a row is about, by its person, unit, post and kind. */
export function matchOf({ row, person, unit, book }: RowTask): Match {
  return book.match(person, unit, valueIn(row, "post"), valueIn(row, "kind"));
}

/** Takes in a row that may enter: appended, filled, equal, or left for staff. Returns the enrolment it went to. */
export function takeRow(task: RowTask, match: Match): Draft | null {
  if (match.kind === "new") return enrol(task, match.others);
  if (match.kind === "one") return fill(task, match.draft);
  leave(task, match);
  task.account.row("unchanged");
  task.account.cell("refused", ownCells(task.row).length);
  return null;
}

/** A row that only staff can place: said, and nothing of it is taken. */
function leave(task: RowTask, match: Exclude<Match, { readonly kind: "new" | "one" }>): void {
  if (match.kind === "transfer") transfer(task, match.draft);
  else if (match.kind === "several") {
    note(task, "I12", "警告", "idNumber", say.severalEnrolments(match.drafts.map(({ id }) => id)));
  } else {
    const { values, id } = match.draft;
    note(task, "I11", "警告", "unit", say.unitAskedRow(textOf(values.unit), task.unit ?? "", id));
  }
}

/** The cells of the file's own columns: what the balance counts. */
export function ownCells(row: IncomingRow): (readonly [UnitColumn, IncomingCell])[] {
  return [...row.cells].filter(([, cell]) => cell.isOwn);
}

function enrol(task: RowTask, others: readonly Draft[]): Draft {
  const { row, person, unit, book, account, file } = task;
  const values = Object.fromEntries(UNIT_COLUMNS.map((column) => [column, valueIn(row, column)])) as UnitValues;
  const written = row.cells.get("unit")?.value ?? null;
  const draft = book.enrol(person, { ...values, unit: unit ?? written }, say.importedFrom(file));
  account.row("new");
  for (const [, cell] of ownCells(row))
    account.cell(cell.unusable === undefined ? (cell.value === null ? "equal" : "applied") : "refused");
  if (others.length > 0) note(task, "I13", "提示", "post", say.enrolledOtherwise(others.map(({ id }) => id)));
  if (unit === null) note(task, "I16", "警告", "unit", say.noUnit(written === null ? null : textOf(written)));
  return draft;
}

function fill(task: RowTask, draft: Draft): Draft {
  const { row, unit, book, account, file } = task;
  const differences: say.Difference[] = [];
  const columns: UnitColumn[] = [];
  let changed = false;
  for (const [column, cell] of row.cells) {
    const theirs = column === "unit" ? (unit ?? cell.value) : cell.value;
    const ours = draft.values[column];
    const end = endOf(column, cell, ours, theirs);
    if (cell.isOwn) account.cell(end);
    if (end === "applied") {
      book.fill(draft, column, theirs, say.importedFrom(file));
      changed = true;
    } else if (end === "conflicts") {
      columns.push(column);
      differences.push({ column: titleOfColumn(column), ours: textOf(ours), theirs: cell.clears ? CLEAR : textOf(theirs) });
    }
  }
  account.row(changed ? "changed" : "unchanged");
  const [first] = columns;
  if (first !== undefined) differ(task, draft, first, differences);
  return draft;
}

type CellEnd = "applied" | "equal" | "conflicts" | "refused";

/** Empty cells are filled; a value that differs is left. Two names of units were found to be one when the row was matched. */
function endOf(column: UnitColumn, cell: IncomingCell, ours: Value, theirs: Value): CellEnd {
  if (cell.unusable !== undefined) return "refused";
  if (cell.clears) return ours === null ? "equal" : "conflicts";
  if (theirs === null) return "equal";
  if (ours === null) return "applied";
  if (column === "unit" && isUnitName(textOf(ours)) && isUnitName(textOf(theirs))) return "equal";
  return formOf(column, ours) === formOf(column, theirs) ? "equal" : "conflicts";
}

function differ(task: RowTask, draft: Draft, column: UnitColumn, differences: readonly say.Difference[]): void {
  const sentence = `${differences.map(say.differs).join("；")}。`;
  note(task, "I09", "警告", column, sentence);
  const about = [draft.id, ...differences.map(({ column: title, theirs }) => `${title}=${theirs}`)];
  raise(task, "I09", about, draft, sentence);
}

function transfer(task: RowTask, draft: Draft): void {
  const { row, unit } = task;
  const sentence = say.transferred(idTextOf(draft), textOf(draft.values.unit), unit ?? "", draft.id);
  note(task, "I10", "警告", "unit", sentence);
  raise(task, "I10", [task.person, unit ?? "", textOf(valueIn(row, "post")), textOf(valueIn(row, "kind"))], draft, sentence);
}

function raise(task: RowTask, code: string, about: readonly string[], draft: Draft, sentence: string): void {
  const { todo, file, place } = task;
  const { name, unit, mobile } = draft.values;
  const content = say.placed(file, place.sheet, place.at === null ? null : String(place.at), "", sentence);
  const subject = [shownName(textOf(name)), draft.id].filter((text) => text !== "").join(" ");
  todo.raise({ code, severity: "警告", about, subject, unit: textOf(unit) || null, phone: mobile, content });
}

function note(task: RowTask, code: string, severity: Severity, column: UnitColumn, message: string): void {
  const { findings, row, place } = task;
  const address = row.cells.get(column)?.address ?? place.address;
  findings.note(code, severity, { ...place, address }, titleOfColumn(column), message);
}

function valueIn(row: IncomingRow, column: UnitColumn): Value {
  return row.cells.get(column)?.value ?? null;
}
