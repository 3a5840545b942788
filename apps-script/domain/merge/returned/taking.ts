import { shownName } from "../../people/canonical";
import { NOTHING_SAID, titleOfColumn, UNIT_COLUMNS, type UnitColumn, type UnitValues } from "../../schema/unit-columns";
import { textOf, type Value } from "../../snapshot/value";
import { joinedForUnit, type StaffSentence, type UnitSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import { enrolledOtherwise } from "../../wording/import";
import { severityOf } from "../../wording/rules";
import type { FileGraded } from "../file-code";
import { Account, FileFindings, type Place, type RefusedRow, reasonsFor } from "../file-report";
import { ownCells } from "../import-row";
import type { IncomingRow } from "../incoming";
import type { Draft } from "../roster-book";
import type { Agreed } from "./base-book";
import { conflictSource } from "./conflict-book";
import { greyChanges } from "./grey-cells";
import type { ReturnedIntake } from "./intake";
import { type CellFate, type MergedRow, mergeRow } from "./merge-row";
import type { GreyCell, ReadRow } from "./read-rows";
import type { AnnotatedCell, AnnotatedRow, RowEnd } from "./report";
import { isSendersOwn, type RefusedIdentity } from "./row-identity";

export interface TakingHead {
  readonly file: string;
  readonly fingerprint: string;
  readonly exchange: string;
  readonly unit: string | null;
  readonly generation: number | null;
}

/** What a unit is told of; nothing where both sides agree or only ours changed. */
const VERDICTS = { applied: "taken", equal: null, kept: null, conflict: "conflict", refused: "refused" } as const;
const COUNTED = { taken: "applied", conflict: "conflicts", refused: "refused" } as const;

/** What is surely wrong with a cell that went in all the same, as an id whose check character does not agree. */
function doubtOf(row: IncomingRow, column: UnitColumn): UnitSentence | null {
  const wrong = row.problems.filter((problem) => problem.column === column && severityOf(problem) === "阻断");
  return wrong.length === 0 ? null : joinedForUnit(wrong.map(({ message }) => message));
}

/** The rows of one returned file on their way into 名册, 冲突 and the reply; every cell is counted where it ends. */
export class Taking {
  readonly findings: FileFindings;
  readonly account = new Account();
  readonly annotated: AnnotatedRow[] = [];
  readonly refused: RefusedRow[] = [];
  /** Rows of which some value in 名册 was replaced or cleared. */
  replacedRows = 0;
  /** What is agreed with each enrolment of the file from now on. */
  readonly agreed = new Map<string, { readonly values: UnitValues; readonly base: Agreed | null }>();

  /** Whose rows they are by 名册, for one whose own name cannot be taken. */
  private readonly knownNames = new Map<IncomingRow, Value>();

  constructor(
    private readonly head: TakingHead,
    private readonly intake: ReturnedIntake,
  ) {
    this.findings = new FileFindings(head.file);
  }

  /** A row of an enrolment that is there: theirs where only theirs changed. */
  known(read: ReadRow, draft: Draft, isByKey: boolean, { fates, agreed }: MergedRow, base: Agreed | null): void {
    const { row, grey, idText } = read;
    this.knownNames.set(row, draft.values.name);
    if (isByKey && idText !== null) this.note(row, { code: "E26" }, null, null, say.rowIdUnknown());
    const cells = fates.flatMap((fate) => this.settle(row, draft, fate) ?? []);
    if (fates.some(({ end, ours }) => end === "applied" && ours !== null)) this.replacedRows++;
    this.account.cell("equal", fates.length - cells.length);
    cells.push(...this.greyCells(row, grey, draft, base));
    this.agreed.set(draft.id, { values: agreed, base });
    this.close(row, draft.id, fates.some(({ end }) => end === "applied") ? "changed" : "unchanged", cells);
  }

  private settle(row: IncomingRow, draft: Draft, fate: CellFate): AnnotatedCell | null {
    const { column, cell, end, theirs, reason, told } = fate;
    const { book, conflicts } = this.intake;
    const { file, fingerprint, generation } = this.head;
    const title = titleOfColumn(column);
    if (end === "applied") book.fill(draft, column, theirs, say.receivedFrom(file, generation));
    if (end === "applied" || end === "equal") conflicts.settle(draft.id, title);
    if (end === "conflict") {
      conflicts.raise(draft, fate, conflictSource(file, fingerprint));
      const code = column === "idNumber" ? "E16" : column === "unit" ? "E25" : "E08";
      if (reason !== null) this.note(row, { code }, column, cell.address, reason);
      if (column === "idNumber") this.noteOwner(row, column, cell.address);
    }
    if (end === "refused" && reason !== null) this.note(row, { code: "E09" }, column, cell.address, say.notTaken(title, reason));
    if (end === "applied" || end === "conflict") this.problems(row, column);
    const verdict = VERDICTS[end];
    const doubt = end === "applied" ? doubtOf(row, column) : null;
    return verdict && { column, title, address: cell.address, verdict, written: cell.raw, reason: doubt ?? told };
  }

  /** The id that a row was changed to is somebody's already: for staff alone, whoever that is. */
  private noteOwner(row: IncomingRow, column: string, address: string): void {
    const [owner] = row.person === null ? [] : this.intake.book.enrolmentsOf(row.person);
    if (owner)
      this.note(row, { code: "E12", severity: "警告" }, column, address, say.idOfSomebody(textOf(owner.values.unit), owner.id));
  }

  /** What 名册 says of an enrolment that is not the sender's own plays no part. */
  private greyCells(row: IncomingRow, grey: readonly GreyCell[], draft: Draft | null, base: Agreed | null): AnnotatedCell[] {
    const now = draft !== null && this.isOwn(draft) ? this.shownNow(draft) : null;
    return greyChanges(grey, [base?.shown, now]).map(({ name, title, address, raw, reason }) => {
      this.note(row, { code: "E10" }, name, address, reason);
      return { column: name, title, address, verdict: "refused", written: raw, reason };
    });
  }

  private shownNow({ row }: Draft): Readonly<Record<string, Value>> {
    return row ? { ...row, ...this.intake.classOf(row) } : {};
  }

  private isOwn(draft: Draft): boolean {
    return isSendersOwn({ unit: this.head.unit, units: this.intake.units }, draft);
  }

  /** A new person of the unit. */
  enrol({ row, grey }: ReadRow, person: string, others: readonly Draft[]): void {
    const { file, unit, generation } = this.head;
    const merged = mergeRow(row, null, NOTHING_SAID, this.intake.law);
    const values: Record<string, Value> = {};
    for (const column of UNIT_COLUMNS) values[column] = null;
    for (const { column, theirs } of merged.fates) values[column] = theirs;
    values.unit = unit ?? values.unit ?? null;
    const taken = values as unknown as UnitValues;
    const draft = this.intake.book.enrol(person, taken, say.receivedFrom(file, generation));
    const cells = merged.fates.flatMap(({ column, cell, end, theirs, reason, told }): AnnotatedCell[] => {
      const title = titleOfColumn(column);
      const isRefused = end === "refused";
      if (isRefused && reason !== null) this.note(row, { code: "E09" }, column, cell.address, say.notTaken(title, reason));
      if (!isRefused) this.problems(row, column);
      if (!isRefused && theirs === null) return [];
      const fate = { verdict: isRefused ? "refused" : "taken", reason: isRefused ? told : doubtOf(row, column) } as const;
      return [{ column, title, address: cell.address, written: cell.raw, ...fate }];
    });
    this.account.cell("equal", merged.fates.length - cells.length);
    if (others.length > 0) this.note(row, { code: "I13" }, "post", null, enrolledOtherwise(others.map(({ id }) => id)));
    this.agreed.set(draft.id, { values: taken, base: null });
    this.close(row, draft.id, "new", [...cells, ...this.greyCells(row, grey, null, null)]);
  }

  /** A row of which nothing is taken. */
  refuse({ row, grey }: ReadRow, { enrolment, refusals }: RefusedIdentity): void {
    for (const refusal of refusals) this.note(row, refusal, refusal.column, refusal.address, refusal.message);
    const reasons = reasonsFor(refusals);
    this.refused.push({ sheet: row.sheet, at: row.at, reasons, cells: row.received() });
    const sentences = reasons.map(({ message }) => message);
    this.close(row, enrolment, "refused", this.refusedCells(row, grey, enrolment, joinedForUnit(sentences)), sentences);
  }

  private refusedCells(
    row: IncomingRow,
    grey: readonly GreyCell[],
    enrolment: string | null,
    reason: UnitSentence,
  ): AnnotatedCell[] {
    const cells = ownCells(row).map(([column, cell]): AnnotatedCell => {
      return { column, title: titleOfColumn(column), address: cell.address, verdict: "refused", written: cell.raw, reason };
    });
    if (enrolment === null) return cells;
    const base = this.agreed.get(enrolment)?.base ?? null;
    return [...cells, ...this.greyCells(row, grey, this.intake.book.draftOf(enrolment), base)];
  }

  /** What is odd about a cell that went in; numbers for mobiles are said once for the list. */
  private problems(row: IncomingRow, column: string): void {
    for (const problem of row.problems) {
      if (problem.column !== column || problem.code === "I17") continue;
      this.note(row, problem, problem.column, problem.address, problem.message);
    }
  }

  private note(row: IncomingRow, what: FileGraded, column: string | null, address: string | null, message: StaffSentence): void {
    const name = shownName(textOf(row.cells.get("name")?.value ?? this.knownNames.get(row)));
    const place: Place = { sheet: row.sheet, at: row.at, address, name };
    this.findings.note(what, place, column, message);
  }

  private close(
    row: IncomingRow,
    enrolment: string | null,
    end: RowEnd,
    cells: readonly AnnotatedCell[],
    reasons: readonly UnitSentence[] = [],
  ): void {
    this.account.row(end);
    for (const { verdict } of cells) this.account.cell(COUNTED[verdict]);
    const name = row.cells.get("name")?.raw ?? null;
    this.annotated.push({ sheet: row.sheet, at: row.at, enrolment, name, end, reasons, cells });
  }
}
