import { withChanges } from "../changes/advance";
import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { Context } from "../rules/context";
import type { Method } from "../rules/money/payment-amounts";
import { type Numberer, numberer, remember } from "../rules/number-rows";
import type { Touched } from "../rules/touched";
import type { PapersRow } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import type { Payment } from "../schema/tables";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import type { DeskCode } from "../wording/desk";
import type { Complaint } from "./inputs/field";

/** Values of a new row of 缴费; its number is given here. */
type NewPayment = { readonly [C in Exclude<keyof Payment, "key" | "at" | "id" | "unshared" | "method">]?: Payment[C] } & {
  readonly method: Method;
};

/** What an operation of a clerk does while it is decided: the cells it writes, whom it leaves out and why, what it has to ask. */
export class ClerkRun {
  readonly out = new OutcomeBuilder();
  readonly complaints: (readonly [field: string, complaint: Complaint])[] = [];
  private readonly enrolments = new Set<string>();
  private readonly payments = new Set<string>();
  private readonly refused: string[] = [];
  private numbers: Numberer | null = null;

  constructor(
    readonly snapshot: Snapshot,
    readonly context: Context,
  ) {}

  /** The enrolments of these numbers, as they are before the run; what the run writes of them is recomputed. */
  people(keys: readonly string[]): readonly Enrolment[] {
    const found = keys.flatMap((key) => rowWith(this.snapshot.roster, key) ?? []);
    for (const { key } of found) this.enrolments.add(key);
    return found;
  }

  papersOf({ key }: Pick<Enrolment, "key">): PapersRow | null {
    return rowWith(this.snapshot.papers, key);
  }

  addPayment(values: NewPayment, reason: string): string {
    const { settings } = this.context;
    this.numbers ??= numberer(
      "F",
      settings.paymentCounter,
      this.snapshot.payments.map(({ id }) => id),
    );
    const key = this.out.add("payments", { ...values, id: this.numbers.next() }, reason);
    this.payments.add(key);
    return key;
  }

  /** Leaves somebody out: the others are done. */
  refuse(row: Enrolment, code: Exclude<DeskCode, "K06">, column: keyof Enrolment & string, message: string): void {
    this.refused.push(message);
    this.out.find(code, "roster", row.key, column as "reportedInOn", message);
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
    return withChanges(this.snapshot, this.out.done());
  }

  done(): Outcome {
    const { numbers, out, snapshot, context } = this;
    const { paymentCounter } = context.settings;
    if (numbers !== null) remember(out, snapshot, "paymentCounter", paymentCounter, numbers.last());
    return out.done();
  }
}
