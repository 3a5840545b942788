import { kindOf } from "../../people/aliases";
import { ENROLMENT, type EnrolmentKind, EXAM, KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { kept } from "../../snapshot/kept";
import type { Settings } from "../context";
import { hasEnded, isSettled, isTrained } from "../standing";
import { type Cents, centsOf, readAmount } from "./payment-amounts";

/** 考试状态 of somebody who has been trained; 未约 stands there from the end of the class. */
const SAT: readonly string[] = [EXAM.underReview, EXAM.ahead, EXAM.passed, EXAM.failed, EXAM.absent];

/** Whether the fee is owed: a debt begins with report-in (the notice, 三.2 "报到时缴纳"), or whatever shows that there was one. */
export function hasBegun(row: Pick<Enrolment, "reportedInOn" | "trained" | "exam" | "state">): boolean {
  return row.reportedInOn !== null || hadTraining(row);
}

/** The training was given, not only begun. */
export function hadTraining(row: Pick<Enrolment, "trained" | "exam" | "state">): boolean {
  return isTrained(row) || (row.exam !== null && SAT.includes(row.exam)) || row.state === ENROLMENT.done;
}

/** What is still to be paid by what 名册 says; less than nothing of who paid too much. */
export function openFee({ feeDue, feePaid }: Pick<Enrolment, "feeDue" | "feePaid">): Cents {
  return (centsOf(feeDue) ?? 0) - (centsOf(feePaid) ?? 0);
}

export const kindIn = kept((row: Pick<Enrolment, "kind">): EnrolmentKind | null => {
  const reading = row.kind === null ? null : kindOf(row.kind);
  return reading !== null && "kind" in reading ? reading.kind : null;
});

/** The fee of a kind (the notice, 三.2); `null` when it is not stated (换证) or the kind cannot be read. */
export function statedFee(kind: EnrolmentKind | null, settings: Settings): Cents | null {
  if (kind === KIND.initial) return centsOf(settings.initialFee);
  return kind === KIND.retraining ? centsOf(settings.retrainingFee) : null;
}

/** 议定费用; `null` when there is none or it cannot be read. */
export function agreedFee(row: Pick<Enrolment, "agreedFee">): Cents | null {
  const fee = readAmount(row.agreedFee);
  return fee === null || fee < 0 ? null : fee;
}

/**
 * What an enrolment costs, whether it is owed or not: 议定费用 before all, then the fee that was fixed when the enrolment
 * settled, as long as it is called on, then that of its kind. For 换证 only staff know.
 */
export function priceOf(row: Enrolment, settings: Settings, isCalledOn: boolean): Cents | null {
  const agreed = agreedFee(row);
  if (agreed !== null) return agreed;
  const kind = kindIn(row);
  if (kind === KIND.renewal) return null;
  const isFixed = isCalledOn && (isSettled(row) || hasEnded(row));
  return (isFixed ? centsOf(row.feeDue) : null) ?? statedFee(kind, settings);
}
