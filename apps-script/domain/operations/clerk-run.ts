import { withChanges } from "../changes/advance";
import { withoutBlanked } from "../changes/blanked";
import type { RowChange } from "../changes/change-set";
import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { Context } from "../rules/context";
import type { Method } from "../rules/money/payment-amounts";
import { remember } from "../rules/number-rows";
import { enrolmentNumbers, type Numberer, paymentNumbers, personNumbers } from "../rules/numberer";
import type { Touched } from "../rules/touched";
import type { YES_NOS } from "../schema/allowed";
import type { PapersRow } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import type { Payment } from "../schema/tables";
import type { UnitColumn } from "../schema/unit-columns";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import type { CardDeskCode } from "../wording/card-desk";
import type { DeskCode } from "../wording/desk";
import type { EnrolmentCode } from "../wording/enrolment";
import type { ExchangeCode } from "../wording/exchange";
import type { Complaint } from "./inputs/field";

/** Values of a new row of 缴费; its number is given here. */
type NewPayment = {
  readonly [C in Exclude<keyof Payment, "key" | "at" | "id" | "clerk" | "unshared" | "method" | "invoiced">]?: Payment[C];
} & {
  readonly method: Method;
  readonly invoiced?: (typeof YES_NOS)[number] | null;
};

/** What is known of a new enrolment; its number is given here, and 人员编号 unless the person has one. */
type NewEnrolment = Partial<Pick<Enrolment, UnitColumn>> & Pick<Enrolment, "lockedClass" | "person">;

/** What operations find; conflicts are the exchange's. */
type ClerkCode = DeskCode | EnrolmentCode | CardDeskCode | ExchangeCode;

/** What an operation of a clerk does while it is decided: the cells it writes, whom it leaves out and why, what it has to ask. */
export class ClerkRun {
  readonly out = new OutcomeBuilder<ClerkCode>();
  readonly complaints: (readonly [field: string, complaint: Complaint])[] = [];
  private readonly enrolments = new Set<string>();
  private readonly askedFor = new Set<string>();
  private readonly payments = new Set<string>();
  private readonly refused: string[] = [];
  private readonly closed: RowChange[] = [];
  private numbers: Numberer | null = null;

  constructor(
    readonly snapshot: Snapshot,
    readonly context: Context,
    /** Who does it, `""` where that is not known. */
    readonly clerk: string,
  ) {}

  /** The enrolments of these numbers, as they are before the run; what the run writes of them is recomputed. */
  people(keys: readonly string[]): readonly Enrolment[] {
    const found = keys.flatMap((key) => rowWith(this.snapshot.roster, key) ?? []);
    for (const { key } of found) this.enrolments.add(key);
    return found;
  }

  /** The enrolments that the input asks for, one by one or by class or unit, without those that staff leave out. */
  asks(keys: readonly string[]): readonly Enrolment[] {
    for (const key of keys) this.askedFor.add(key);
    return this.people(keys.filter((key) => !this.isLeftOut(key)));
  }

  isLeftOut(key: string): boolean {
    return this.context.leftOut.has(key);
  }

  /** Whom it was asked for, those who were left out too. */
  get asked(): readonly string[] {
    return [...this.askedFor];
  }

  /** All of those were left out. */
  get isForNobody(): boolean {
    return this.askedFor.size > 0 && this.asked.every((key) => this.isLeftOut(key));
  }

  /** A payment whose shares are to be worked out again. */
  touchPayment(key: string): void {
    this.payments.add(key);
  }

  /** A new enrolment; its row-local columns are computed. */
  addEnrolment(values: NewEnrolment, reason: string): string {
    const { settings } = this.context;
    const enrolments = enrolmentNumbers(this.snapshot, settings);
    const people = personNumbers(this.snapshot, settings);
    const key = this.out.add("roster", { ...values, id: enrolments.next(), person: values.person ?? people.next() }, reason);
    remember(this.out, this.snapshot, "enrolmentCounter", settings.enrolmentCounter, enrolments.last());
    remember(this.out, this.snapshot, "personCounter", settings.personCounter, people.last());
    this.enrolments.add(key);
    return key;
  }

  papersOf({ key }: Pick<Enrolment, "key">): PapersRow | null {
    return rowWith(this.snapshot.papers, key);
  }

  /** A new row of 缴费, with its number and whoever takes the money. */
  addPayment(values: NewPayment, reason: string): string {
    this.numbers ??= paymentNumbers(this.snapshot, this.context.settings);
    const key = this.out.add("payments", { ...values, id: this.numbers.next(), clerk: this.clerk || null }, reason);
    this.payments.add(key);
    return key;
  }

  /** Leaves somebody out: the others are done. */
  refuse(
    row: Enrolment,
    code: Exclude<DeskCode, "K06" | "K09" | "K10"> | EnrolmentCode | CardDeskCode,
    column: keyof Enrolment & string,
    message: string,
  ): void {
    this.refused.push(message);
    this.out.find(code, "roster", row.key, column as "reportedInOn", message);
  }

  /** Says why something other than a person is left out; its finding is given besides. */
  leaveOut(message: string): void {
    this.refused.push(message);
  }

  /** Empties a row that is done with; undoing the run brings it back. */
  close(row: RowChange): void {
    this.closed.push(row);
  }

  /** The rows that are emptied. */
  get blanked(): readonly RowChange[] {
    return this.closed;
  }

  /** Something that a field has to say first: nothing is done. */
  complain(field: string, complaint: Complaint): void {
    this.complaints.push([field, complaint]);
  }

  /** The sentences about those who were left out. */
  get leftOut(): readonly string[] {
    return this.refused;
  }

  get touched(): Touched {
    return { roster: this.enrolments, payments: this.payments };
  }

  /** The workbook with what was written so far. */
  now(): Snapshot {
    return withoutBlanked(withChanges(this.snapshot, this.out.done()), this.closed);
  }

  done(): Outcome {
    const { numbers, out, snapshot, context } = this;
    const { paymentCounter } = context.settings;
    if (numbers !== null) remember(out, snapshot, "paymentCounter", paymentCounter, numbers.last());
    return out.done();
  }
}
