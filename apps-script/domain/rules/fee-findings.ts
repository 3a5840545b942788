import type { OutcomeBuilder } from "../changes/outcome";
import { KIND, MONEY_ANSWER } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import * as say from "../wording/fees";
import { whoIs } from "../wording/roster";
import { moneyAnswerOf } from "./absences";
import type { Account } from "./accounts";
import { certificateOf } from "./assign/certificate";
import type { Context, Settings } from "./context";
import { agreedFee, hadTraining, kindIn, statedFee } from "./debts";
import { isMoved, personsPosts } from "./moves";
import type { Cents } from "./payment-amounts";
import { hasEnded, isSettled, isWithdrawn } from "./standing";

/** What there is to say about what an enrolment costs. */
export function reportPrice(
  out: OutcomeBuilder,
  { row, price, debt }: Account,
  { settings, today }: Context,
  hasInitial: ReadonlySet<string>,
): void {
  reportAgreed(out, row, settings);
  if (hasEnded(row)) return;
  const kind = kindIn(row);
  if (kind === KIND.renewal && price === null && debt !== "none") {
    out.find("F08", "roster", row.key, "feeDue", say.renewalUnset(whoIs(row)));
  }
  const certificate = certificateOf(row, settings.planYear, today);
  const isPast = certificate.kind === "day" && certificate.isPast;
  if (kind === KIND.retraining && isPast && !hasInitial.has(row.key)) {
    const message = say.lapsedAtLowFee(whoIs(row), certificate.validUntil, settings.retrainingFee, settings.initialFee);
    out.find("F09", "roster", row.key, "feeDue", message);
  }
  const fee = statedFee(kind, settings);
  if (isSettled(row) && agreedFee(row) === null && price !== null && fee !== null && price !== fee) {
    out.find("F10", "roster", row.key, "feeDue", say.frozenFeeDiffers(whoIs(row), price / 100, fee / 100));
  }
}

function reportAgreed(out: OutcomeBuilder, row: Enrolment, settings: Settings): void {
  if (row.agreedFee === null || isWithdrawn(row)) return;
  const agreed = agreedFee(row);
  const fee = statedFee(kindIn(row), settings);
  if (agreed === null) {
    out.find("F21", "roster", row.key, "agreedFee", say.agreedUnreadable(whoIs(row), row.agreedFee));
  } else if (fee !== null && fee !== agreed) {
    out.find("F20", "roster", row.key, "agreedFee", say.agreedDiffers(whoIs(row), agreed / 100, fee / 100));
  }
}

/** The enrolments whose person has a 初培 for the same post beside them: what F09 proposes is done. */
export function withInitial(roster: readonly Enrolment[]): ReadonlySet<string> {
  const isInitial = (row: Enrolment): boolean => kindIn(row) === KIND.initial && !isWithdrawn(row);
  return new Set(personsPosts(roster).flatMap((group) => (group.some(isInitial) ? group.map(({ key }) => key) : [])));
}

/** What there is to say about what was paid, and what was not. */
export function reportMoney(out: OutcomeBuilder, account: Account, paid: Cents, successors: readonly Enrolment[]): void {
  const { row, price, debt, absence, answer } = account;
  const who = whoIs(row);
  const isOpen = debt === "owed" && paid < (price ?? 0);
  if (paid < 0) out.find("F23", "roster", row.key, "feePaid", say.refundedTooMuch(who, -paid / 100));
  if (successors.length > 0 && (paid > 0 || isOpen)) {
    out.find("F16", "roster", row.key, "feePaid", say.unclearMove(who, paid / 100, successors));
  } else if (absence !== null && paid > 0 && (answer !== null || !hadTraining(row))) {
    reportAbsent(out, account, paid);
  } else if (isOpen && hasEnded(row)) {
    const state = isWithdrawn(row) && row.state !== null ? say.stateIs(row.state) : say.hasPassedWords;
    out.find("F12", "roster", row.key, "feeState", say.unpaidAtEnd(who, state, (price ?? 0) / 100, paid / 100));
  }
  const given = absence === null && debt === "expected" ? moneyAnswerOf(row) : null;
  if (paid > 0 && given !== null && given !== MONEY_ANSWER.keep) {
    out.find("F24", "roster", row.key, "moneyAnswer", say.answerWithoutAbsence(who, given, paid / 100));
  }
}

/** Money of somebody who does not come: asked for one of three answers, and each is seen through. */
function reportAbsent(out: OutcomeBuilder, { row, absence, answer }: Account, paid: Cents): void {
  const [who, yuan] = [whoIs(row), paid / 100];
  if (answer === null) {
    const hasLeft = absence === "left";
    const message = say.moneyOfAbsent(who, hasLeft ? row.state : null, yuan);
    const advice = isMoved(row) ? say.moneyOfMovedAdvice : say.moneyOfAbsentAdvice;
    out.find("F13", "roster", row.key, "moneyAnswer", message, hasLeft && !isMoved(row) ? {} : { advice });
  } else if (answer === MONEY_ANSWER.refund) {
    const advice = say.refundAdvice(row.key, yuan);
    out.find("F14", "roster", row.key, "moneyAnswer", say.refundExpected(who, yuan), { advice });
  } else if (answer === MONEY_ANSWER.keep) {
    out.find("F15", "roster", row.key, "moneyAnswer", say.creditKept(who, yuan));
  }
}
