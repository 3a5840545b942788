import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { kindOf } from "../people/aliases";
import type { EnrolmentKind } from "../schema/allowed";
import { FEE_STATE, KIND } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import * as say from "../wording/fees";
import { whoIs } from "../wording/roster";
import { certificateOf } from "./assign/certificate";
import type { Context, Settings } from "./context";
import { bookPayments } from "./payment-book";
import { type Cents, centsOf } from "./payment-shares";
import { hasEnded, isSettled, isWithdrawn } from "./standing";

/**
 * 应缴 by 申报类型 (the notice, 三.2: 600 for 培训, 300 for 再培训; 换证 is not stated), 已缴 from the payments' 分摊到,
 * and 缴费状态. Settled enrolments keep the fee they have; ended ones keep fee and payments and are asked for nothing.
 * Summary in yuan: `due` and `paid` of everyone not withdrawn or paid, `open` what live enrolments still owe,
 * `byMethod` all money accepted, as in the cash box.
 */
export function fees(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder();
  const rows = [...snapshot.roster].sort((a, b) => compare(a.key, b.key));
  const dues = new Map(rows.map((row) => [row.key, dueOf(row, context.settings)]));
  const book = bookPayments(snapshot, (key) => dues.get(key) ?? null);
  for (const finding of book.findings) out.take(finding);
  const total = { due: 0, paid: 0, open: 0 };
  for (const row of rows) {
    const due = dues.get(row.key) ?? null;
    const paid = book.paid.get(row.key) ?? null;
    const ended = hasEnded(row);
    if (!ended) {
      out.set("roster", row, "feeDue", yuanOf(due), say.byKindReason);
      report(out, row, due, context);
      total.open += Math.max(0, (due ?? 0) - (paid ?? 0));
    }
    out.set("roster", row, "feePaid", yuanOf(paid ?? (ended ? null : 0)), say.byPaymentsReason);
    const state = ended ? endedState(due, paid) : liveState(row, due, paid ?? 0, book.unchecked.has(row.key));
    out.set("roster", row, "feeState", state, say.byPaymentsReason);
    if (!isWithdrawn(row)) total.due += due ?? 0;
    total.paid += paid ?? 0;
  }
  const byMethod = Object.fromEntries(Object.entries(book.byMethod).map(([method, cents]) => [method, cents / 100]));
  return out.done({ due: total.due / 100, paid: total.paid / 100, open: total.open / 100, byMethod });
}

const yuanOf = (cents: Cents | null): number | null => (cents === null ? null : cents / 100);

function kindIn(row: Enrolment): EnrolmentKind | null {
  const reading = row.kind === null ? null : kindOf(row.kind);
  return reading !== null && "kind" in reading ? reading.kind : null;
}

/** The fee of a kind; `null` when it is not stated (换证) or the kind cannot be read. */
function feeOf(kind: EnrolmentKind | null, settings: Settings): Cents | null {
  if (kind === KIND.initial) return centsOf(settings.initialFee);
  return kind === KIND.retraining ? centsOf(settings.retrainingFee) : null;
}

function dueOf(row: Enrolment, settings: Settings): Cents | null {
  const frozen = hasEnded(row) || isSettled(row) ? centsOf(row.feeDue) : null;
  return frozen ?? (hasEnded(row) ? null : feeOf(kindIn(row), settings));
}

function liveState(row: Enrolment, due: Cents | null, paid: Cents, isUnchecked: boolean): string {
  if (isUnchecked) return FEE_STATE.unchecked;
  if (due === null) return kindIn(row) === KIND.renewal ? FEE_STATE.unset : FEE_STATE.unchecked;
  if (paid > due) return FEE_STATE.over;
  if (paid === due) return FEE_STATE.paid;
  return paid > 0 ? FEE_STATE.part : FEE_STATE.unpaid;
}

/** Who has ended owes nothing; that it was paid stays to be seen. */
function endedState(due: Cents | null, paid: Cents | null): string | null {
  if (due === null || paid === null || paid <= 0 || paid < due) return null;
  return paid > due ? FEE_STATE.over : FEE_STATE.paid;
}

function report(out: OutcomeBuilder, row: Enrolment, due: Cents | null, { settings, today }: Context): void {
  const kind = kindIn(row);
  const fee = feeOf(kind, settings);
  if (kind === KIND.renewal && due === null) {
    out.find("F08", "roster", row.key, "feeDue", say.renewalUnset(whoIs(row)));
  }
  const certificate = certificateOf(row, settings.planYear, today);
  if (kind === KIND.retraining && certificate.kind === "day" && certificate.isPast) {
    const message = say.lapsedAtLowFee(whoIs(row), certificate.validUntil, settings.retrainingFee, settings.initialFee);
    out.find("F09", "roster", row.key, "feeDue", message);
  }
  if (isSettled(row) && due !== null && fee !== null && due !== fee) {
    const message = say.frozenFeeDiffers(whoIs(row), due / 100, fee / 100);
    out.find("F10", "roster", row.key, "feeDue", message);
  }
}
