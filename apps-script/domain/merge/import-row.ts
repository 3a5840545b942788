import type { OutcomeBuilder } from "../changes/outcome";
import { canonicalId, shownName } from "../people/canonical";
import { titleOfColumn, UNIT_COLUMNS, type UnitColumn, type UnitValues } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import type { StaffSentence } from "../wording/audience";
import * as say from "../wording/import";
import type { FileGraded } from "./file-code";
import type { Account, FileFindings, Place } from "./file-report";
import type { ImportTodo } from "./import-todo";
import type { IncomingCell, IncomingRow } from "./incoming";
import type { ListAgreement, ListBases } from "./list-bases";
import { mergeListRow } from "./list-row";
import { type ConflictBook, statedBy } from "./returned/conflict-book";
import type { CellFate, RowLaw } from "./returned/merge-row";
import { type Draft, describedBy, idTextOf, type Match, type RosterBook } from "./roster-book";
import { isUnitName, type UnitDirectory } from "./units";

/** What rows are taken into, file after file. */
export interface RowIntake {
  readonly book: RosterBook;
  readonly todo: ImportTodo;
  readonly bases: ListBases;
  readonly conflicts: ConflictBook;
  readonly law: RowLaw;
  readonly directory: UnitDirectory;
  /** Takes 底稿 rows as they are agreed. */
  readonly out: OutcomeBuilder;
}

/** What taking in a row needs. `unit` is the row's unit by its full name, null when the file names none. */
export interface RowTask extends RowIntake {
  readonly row: IncomingRow;
  readonly person: string;
  readonly unit: string | null;
  readonly place: Place;
  readonly file: string;
  /** The file names no unit for the row: it is the sender's. */
  readonly isBySender: boolean;
  /** What 冲突 calls the file. */
  readonly source: string;
  /** The same content was received before: people whom a list of the unit has spoken of are left alone. */
  readonly isRepeated: boolean;
  readonly account: Account;
  readonly findings: FileFindings;
}

/** Where a row went, and how many of its cells only repeat what the unit's list before this one said. */
interface TakenRow {
  readonly draft: Draft;
  readonly stale: number;
}

/** The enrolment a row is about, by its person, unit, post and kind. */
export function matchOf({ row, person, unit, book }: Pick<RowTask, "row" | "person" | "unit" | "book">): Match {
  return book.match(person, unit, describedBy(row));
}

/** Takes in a row that may enter: appended, merged, or left for staff (`null`). */
export function takeRow(task: RowTask, match: Match): TakenRow | null {
  if (match.kind === "new") return { draft: enrol(task, match.others), stale: 0 };
  if (match.kind === "one") return { draft: match.draft, stale: merge(task, match.draft) };
  leave(task, match);
  task.account.row("unchanged");
  task.account.cell("refused", ownCells(task.row).length);
  return null;
}

/** A row that only staff can place: said, and nothing of it is taken. */
function leave(task: RowTask, match: Exclude<Match, { readonly kind: "new" | "one" }>): void {
  if (match.kind === "transfer") transfer(task, match.draft);
  else if (match.kind === "renamed") rename(task, match.draft);
  else if (match.kind === "alike") askWhetherSame(task, match.draft);
  else if (match.kind === "several") {
    note(task, { code: "I12" }, "idNumber", say.severalEnrolments(match.drafts.map(({ id }) => id)));
  } else {
    const { values, id } = match.draft;
    note(task, { code: "I11" }, "unit", say.unitAskedRow(textOf(values.unit), task.unit ?? "", id));
  }
}

/** The cells of the file's own columns: what the balance counts. */
export function ownCells(row: IncomingRow): (readonly [UnitColumn, IncomingCell])[] {
  return [...row.cells].filter(([, cell]) => cell.isOwn);
}

function enrol(task: RowTask, others: readonly Draft[]): Draft {
  const { row, person, unit, book, account, file, bases, out } = task;
  const values = Object.fromEntries(UNIT_COLUMNS.map((column) => [column, valueIn(row, column)])) as UnitValues;
  const written = row.cells.get("unit")?.value ?? null;
  const draft = book.enrol(person, { ...values, unit: unit ?? written }, say.importedFrom(file));
  account.row("new");
  for (const [, cell] of ownCells(row))
    account.cell(cell.unusable === undefined ? (cell.value === null ? "equal" : "applied") : "refused");
  if (others.length > 0) note(task, { code: "I13" }, "post", say.enrolledOtherwise(others.map(({ id }) => id)));
  if (task.isBySender) note(task, { code: "I16", severity: "提示" }, "unit", say.unitBySender(unit ?? ""));
  if (unit === null && row.cells.get("unit")?.unusable === undefined)
    note(task, { code: "I16", severity: "警告" }, "unit", say.noUnit(written === null ? null : textOf(written)));
  const home = homeOf(task, draft);
  if (home !== null) bases.agree(out, home, draft.id, draft.values);
  return draft;
}

const NOTHING_AGREED: ListAgreement = { listed: null, agreed: null };

/** What a row does to an enrolment, before anything is done. `agreed` is `null` where there is nothing to agree on. */
interface Merged {
  readonly home: string | null;
  readonly fates: readonly CellFate[];
  readonly agreed: UnitValues | null;
  readonly stale: number;
}

/** Merges a row without writing anything. Of people whom this content spoke of before nothing is news. */
export function mergedRow(
  task: Pick<RowTask, "row" | "unit" | "bases" | "law" | "directory" | "isRepeated">,
  draft: Draft,
): Merged {
  const { row, unit, bases, law, isRepeated } = task;
  const home = homeOf(task, draft);
  const agreement = home === null ? NOTHING_AGREED : bases.on(home, draft.id);
  if (isRepeated && agreement.listed) return { home, fates: [], agreed: null, stale: 0 };
  const { fates, agreed, stale } = mergeListRow(row, unit, { ...draft.values }, agreement, law);
  // Nothing is agreed on people without a known unit: their differences were told when the content came first.
  const isTold = isRepeated && home === null;
  return { home, fates: isTold ? fates.filter(({ end }) => end !== "conflict") : fates, agreed, stale };
}

function merge(task: RowTask, draft: Draft): number {
  const { row, book, account, file, bases, conflicts } = task;
  const { home, fates, agreed, stale } = mergedRow(task, draft);
  for (const { column, end, theirs } of fates) {
    if (end === "applied") book.fill(draft, column, theirs, say.importedFrom(file));
    if (end === "applied" || end === "equal") conflicts.settle(draft.id, titleOfColumn(column));
  }
  const ends = new Map(fates.map(({ column, end }) => [column, end]));
  for (const [column] of ownCells(row)) account.cell(COUNTED[ends.get(column) ?? "equal"]);
  account.row(fates.some(({ end }) => end === "applied") ? "changed" : "unchanged");
  differ(
    task,
    draft,
    fates.filter(({ end }) => end === "conflict"),
  );
  if (home !== null && agreed !== null) bases.agree(task.out, home, draft.id, agreed);
  return stale;
}

const COUNTED = { applied: "applied", equal: "equal", kept: "equal", conflict: "conflicts", refused: "refused" } as const;

/** The unit that a person is registered with, when 单位 knows it by this very name: only then something is agreed with it. */
function homeOf({ directory, unit }: Pick<RowTask, "directory" | "unit">, { values }: Draft): string | null {
  const registered = textOf(values.unit);
  const answer = directory.look(isUnitName(registered) ? registered : (unit ?? ""));
  return answer.kind === "known" ? answer.name : null;
}

function differ(task: RowTask, draft: Draft, fates: readonly CellFate[]): void {
  const [first] = fates;
  if (!first) return;
  const differences = fates.map((fate): say.Difference => {
    task.conflicts.raise(draft, fate, task.source);
    return { column: titleOfColumn(fate.column), ours: textOf(fate.ours), theirs: textOf(statedBy(fate)) };
  });
  note(task, { code: "I09" }, first.column, say.differences(differences));
}

function transfer(task: RowTask, draft: Draft): void {
  const { row, unit } = task;
  const sentence = say.transferred(idTextOf(draft), textOf(draft.values.unit), unit ?? "", draft.id);
  note(task, { code: "I10", severity: "警告" }, "unit", sentence);
  raise(task, "I10", [task.person, unit ?? "", textOf(valueIn(row, "post")), textOf(valueIn(row, "kind"))], draft, sentence);
}

function rename(task: RowTask, draft: Draft): void {
  const name = valueIn(task.row, "name");
  const sentence = say.namedOtherwise(idTextOf(draft), shownName(textOf(draft.values.name)), shownName(textOf(name)), draft.id);
  note(task, { code: "I24", severity: "警告" }, "name", sentence);
  raise(task, "I24", [task.person, textOf(name)], draft, sentence);
}

function askWhetherSame(task: RowTask, draft: Draft): void {
  const { row, person } = task;
  const written = canonicalId(textOf(valueIn(row, "idNumber")));
  const sentence = say.sameContact(shownName(textOf(draft.values.name)), idTextOf(draft), written, draft.id);
  note(task, { code: "I29", severity: "阻断" }, "idNumber", sentence);
  // One question a person, whoever of several is alike first: filling a mobile changes who that is.
  raise(task, "I29", [person], draft, sentence);
}

function raise(
  task: RowTask,
  code: "I10" | "I24" | "I29",
  about: readonly string[],
  draft: Draft,
  sentence: StaffSentence,
): void {
  const { todo, file, place } = task;
  const { name, unit, mobile } = draft.values;
  const content = say.placed(file, place.sheet, place.at === null ? null : String(place.at), "", [sentence]);
  const subject = [shownName(textOf(name)), draft.id].filter((text) => text !== "").join(" ");
  todo.raise({ code, severity: "警告", about, subject, unit: textOf(unit) || null, phone: mobile, content });
}

function note(task: RowTask, what: FileGraded, column: UnitColumn, message: StaffSentence): void {
  const { findings, row, place } = task;
  const address = (row.cells.get(column) ?? row.cells.get("name"))?.address ?? place.address;
  findings.note(what, { ...place, address }, column, message);
}

function valueIn(row: IncomingRow, column: UnitColumn): Value {
  return row.cells.get(column)?.value ?? null;
}
