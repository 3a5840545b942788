import type { TrainingClass } from "../../plan/training-class";
import type { Light } from "../../schema/allowed";
import { KIND, LIGHT } from "../../schema/allowed";
import * as say from "../../wording/assign";
import type { Context } from "../context";
import type { BookableClass } from "./candidates";
import type { Case } from "./case";
import type { Seat, Seeker } from "./seats";

/** How the reason of a case begins: what the certificate says, or the kind where it plays no part. */
function beginning({ enrolment, kind, certificate }: Case): string {
  if (kind === KIND.initial) return say.initialTraining;
  if (certificate.kind === "unreadable") return say.dateUnreadable(certificate.message);
  if (certificate.kind === "missing") return kind === KIND.retraining ? say.dateMissing : (enrolment.kind ?? say.kindMissing);
  const { validUntil, dutyDay, isLaterYear } = certificate;
  const validity = isLaterYear ? say.laterYearAs(validUntil, dutyDay) : say.validUntilAs(validUntil);
  return kind === KIND.renewal ? say.renewalWith(validity) : validity;
}

/** 第二期（3月29日结束，余82天）; `isShort` leaves out 再培训班 where the sentence has said it. */
function placed(one: TrainingClass, slack: number | null, context: Context, isShort = false): string {
  const name = isShort ? say.termAs(one.name) : one.name;
  return one.studyTo === null ? name : name + say.endsAs(say.dayAs(one.studyTo, context.settings.planYear), slack);
}

/** Why a class was given just now. */
export function whyGiven(about: Case, seat: Seat, seeker: Seeker, slack: number | null, context: Context): string {
  const { open, first, policy } = seeker;
  const isChoice = open.length > 1;
  const given = placed(seat.class, slack, context, isChoice);
  const { deadline } = seat.class;
  const parts = [beginning(about)];
  if (isChoice) parts.push(say.choicesAre(open.map((one) => one.name)));
  if (seat.full.length > 0) parts.push(say.fullAre(seat.full.map((one) => one.name)));
  const late = first.includes(seat.class) ? open.filter((one) => !first.includes(one) && !seat.full.includes(one)) : [];
  if (late.length > 0) parts.push(say.closedSignUp(late.map((one) => one.name)));
  if (seat.isMoved) parts.push(say.takenForSeats(given));
  else parts.push(isChoice ? say.takenByPolicy(policy, given) : say.takenAlone(given));
  if (deadline !== null && !first.includes(seat.class))
    parts.push(say.lateSignUp(say.dayAs(deadline, context.settings.planYear)));
  return parts.join("；");
}

/**
 * The reason of a class that was there before. How it was chosen is not known any more, so a sentence that still names the
 * certificate, the class, its end and the slack is kept as it is.
 */
export function whyKept(about: Case, held: TrainingClass, slack: number | null, context: Context): string {
  const { enrolment, kind, lockedClass, certificate, standing } = about;
  const start = beginning(about);
  const whole = placed(held, slack, context);
  if (kind !== KIND.initial && certificate.kind === "day" && certificate.isPast) {
    return [start, say.lapsedIn(whole), say.lapsed(context.settings.initialFee)].join("；");
  }
  if (lockedClass !== null) return [start, say.lockedTo(whole)].join("；");
  const { reason } = enrolment;
  const isSameClass = enrolment.class === held.name;
  if (isSameClass && reason?.startsWith(`${start}；`) && reason.includes(placed(held, slack, context, true))) return reason;
  return [start, standing === "settled" ? say.settledIn(whole) : say.keptClass(whole)].join("；");
}

export interface NoClass {
  readonly light: Light;
  readonly reason: string;
  /** The classes that are over or full. */
  readonly classes: readonly BookableClass[];
}

/** Why no class can be given: the first that applies. */
export function whyNone(about: Case, context: Context): NoClass {
  const { enrolment, kind, certificate, candidates } = about;
  const { planYear, initialFee } = context.settings;
  const start = beginning(about);
  const no = (light: Light, why: string, classes: readonly BookableClass[] = []): NoClass => ({
    light,
    classes,
    reason: why === "" ? start : `${start}；${why}`,
  });
  if (kind !== KIND.initial) {
    if (certificate.kind === "day" && certificate.isPast) return no(LIGHT.expired, say.lapsed(initialFee));
    if (certificate.kind === "unreadable") return no(LIGHT.badDate, "");
    if (certificate.kind === "missing" && kind === KIND.retraining) return no(LIGHT.badDate, "");
    if (kind === KIND.renewal) return no(LIGHT.byHand, say.renewalByHand);
    if (enrolment.kind === null) return no(LIGHT.byHand, certificate.kind === "missing" ? "" : say.kindMissing);
    if (kind !== KIND.retraining) return no(LIGHT.byHand, say.kindUnknown(enrolment.kind));
  }
  const all = candidates?.all ?? [];
  const open = candidates?.open ?? [];
  const last = all[all.length - 1];
  if (!last)
    return no(
      LIGHT.noClass,
      certificate.kind === "day" && kind !== KIND.initial ? say.noClassOfMonth(certificate.month) : say.noInitialClass,
    );
  if (open.length === 0) return no(LIGHT.closed, say.windowsOver(last.name, say.dayAs(lastWindow(all), planYear)), all);
  const names = open.map((one) => one.name);
  return no(LIGHT.full, say.allFull(names), open);
}

function lastWindow(all: readonly BookableClass[]): string {
  return all.map((one) => one.bookingTo).sort()[all.length - 1] ?? "";
}
