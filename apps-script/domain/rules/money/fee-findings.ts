import type { OutcomeBuilder } from "../../changes/outcome";
import { DUTY_ANSWER, KIND, MONEY_ANSWER } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import type { FeesCode } from "../../wording/fees";
import * as say from "../../wording/fees";
import { whoIs } from "../../wording/roster";
import { certificateOf } from "../assign/certificate";
import type { Context, Settings } from "../context";
import { hasEnded, hasFailedTwice, isSettled, isWithdrawn } from "../standing";
import { type Absence, isLapsed, moneyAnswerOf } from "./absences";
import type { Account } from "./accounts";
import { agreedFee, hadTraining, kindIn, statedFee } from "./debts";
import { isMoved } from "./moves";
import type { Cents } from "./payment-amounts";
import { isBelow } from "./payment-book";

/** What there is to say about what an enrolment costs. */
export function reportPrice(
  out: OutcomeBuilder<FeesCode>,
  { row, price, debt }: Account,
  { settings, today }: Context,
  hasSuccessor: (row: Enrolment) => boolean,
): void {
  reportAgreed(out, row, settings);
  if (hasEnded(row)) return;
  const kind = kindIn(row);
  if (kind === KIND.renewal && price === null && debt !== "none") {
    out.find("F08", "roster", row.key, "feeDue", say.renewalUnset(whoIs(row)));
  }
  const certificate = certificateOf(row, settings.planYear, today);
  const isPast = certificate.kind === "day" && certificate.isPast;
  if (kind === KIND.retraining && isPast && !hasSuccessor(row)) {
    const message = say.lapsedAtLowFee(whoIs(row), certificate.validUntil, settings.retrainingFee, settings.initialFee);
    out.find("F09", "roster", row.key, "feeDue", message);
  }
  const fee = statedFee(kind, settings);
  if (isSettled(row) && agreedFee(row) === null && price !== null && fee !== null && price !== fee) {
    out.find("F10", "roster", row.key, "feeDue", say.frozenFeeDiffers(whoIs(row), price / 100, fee / 100));
  }
}

function reportAgreed(out: OutcomeBuilder<FeesCode>, row: Enrolment, settings: Settings): void {
  if (row.agreedFee === null || isWithdrawn(row)) return;
  const agreed = agreedFee(row);
  const fee = statedFee(kindIn(row), settings);
  if (agreed === null) {
    out.find("F21", "roster", row.key, "agreedFee", say.agreedUnreadable(whoIs(row), row.agreedFee));
  } else if (fee !== null && fee !== agreed) {
    out.find("F20", "roster", row.key, "agreedFee", say.agreedDiffers(whoIs(row), agreed / 100, fee / 100));
  }
}

/** What there is to say about what was paid, and what was not. */
export function reportMoney(
  out: OutcomeBuilder<FeesCode>,
  account: Account,
  { paid, carried }: { readonly paid: Cents; readonly carried: Cents },
  successors: readonly Enrolment[],
  context: Context,
): void {
  const { row, price, debt, absence, answer } = account;
  const who = whoIs(row);
  const isOpen = debt === "owed" && paid < (price ?? 0);
  if (isBelow(paid, carried)) out.find("F23", "roster", row.key, "feePaid", say.refundedTooMuch(who, -paid / 100));
  if (successors.length > 0 && (paid > 0 || isOpen)) {
    out.find("F16", "roster", row.key, "feePaid", say.unclearMove(who, paid / 100, successors));
  } else if (absence !== null && paid > 0 && (answer !== null || !hadTraining(row))) {
    reportAbsent(out, account, paid);
  } else if (isOpen) {
    const end = endOf(row, context);
    if (end !== null) out.find("F12", "roster", row.key, "feeState", say.unpaidAtEnd(who, end, (price ?? 0) / 100, paid / 100));
  }
  const given = absence === null && debt === "expected" ? moneyAnswerOf(row) : null;
  if (paid > 0 && given !== null && given !== MONEY_ANSWER.keep) {
    out.find("F24", "roster", row.key, "moneyAnswer", say.answerWithoutAbsence(who, given, paid / 100));
  }
}

/** Why nothing more will happen that a debt could be asked at; `null` while the person is on the way. */
function endOf(row: Enrolment, { settings, today }: Context): string | null {
  if (isWithdrawn(row) && row.state !== null) return say.stateIs(row.state);
  if (hasEnded(row)) return say.hasPassedWords;
  if (hasFailedTwice(row)) return say.hasFailedTwiceWords;
  return isLapsed(row, settings.planYear, today) ? howLapsed(row) : null;
}

/** By its day, or by what staff found out. */
function howLapsed({ dutyAnswer, validUntil }: Enrolment): string {
  return dutyAnswer === DUTY_ANSWER.void ? say.dutyIs(dutyAnswer) : say.hasLapsed(textOf(validUntil));
}

/** Money of somebody who does not come: asked for one of three answers, and each is seen through. */
function reportAbsent(out: OutcomeBuilder<FeesCode>, { row, absence, answer }: Account, paid: Cents): void {
  const [who, yuan] = [whoIs(row), paid / 100];
  if (answer === null) {
    const message = say.moneyOfAbsent(who, whyAbsent(row, absence), yuan);
    const advice = isMoved(row) ? say.moneyOfMovedAdvice : ADVICE[absence ?? "left"];
    out.find("F13", "roster", row.key, "moneyAnswer", message, { advice });
  } else if (answer === MONEY_ANSWER.refund) {
    const advice = say.refundAdvice(row.key, yuan);
    out.find("F14", "roster", row.key, "moneyAnswer", say.refundExpected(who, yuan), { advice });
  } else if (answer === MONEY_ANSWER.keep) {
    out.find("F15", "roster", row.key, "moneyAnswer", say.creditKept(who, yuan));
  }
}

const ADVICE: Readonly<Record<Absence, string>> = {
  left: say.moneyAdvice,
  noShow: say.moneyOfAbsentAdvice,
  lapsed: say.moneyOfLapsedAdvice,
  doneElsewhere: say.moneyAdvice,
};

function whyAbsent(row: Enrolment, absence: Absence | null): string {
  if (absence === "lapsed") return howLapsed(row);
  if (absence === "doneElsewhere") return say.dutyIs(textOf(row.dutyAnswer));
  return absence === "left" && row.state !== null ? say.stateIs(row.state) : say.didNotCome;
}
