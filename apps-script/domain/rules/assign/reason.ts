import { type Day, daysBetween } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import { KIND } from "../../schema/allowed";
import * as say from "../../wording/assign";
import type { Context } from "../context";
import { stillBookable } from "./candidates";
import type { Case, World } from "./case";
import type { Course } from "./course";
import { isDutyMissed } from "./light";

/** How the reason of a case begins: what the certificate says, or the kind where it plays no part. */
export function beginning({ enrolment, kind, certificate }: Case): string {
  if (kind === KIND.initial) return say.initialTraining;
  if (certificate.kind === "unreadable") return say.dateUnreadable(certificate.message);
  if (certificate.kind === "missing") return kind === KIND.retraining ? say.dateMissing : (enrolment.kind ?? say.kindMissing);
  const { validUntil, dutyDay, isLaterYear } = certificate;
  const validity = isLaterYear ? say.laterYearAs(validUntil, dutyDay) : say.validUntilAs(validUntil);
  return kind === KIND.renewal ? say.renewalWith(validity) : validity;
}

/** 第二期（3月29日结束，余82天）; `isShort` leaves out 再培训班 where the sentence has said it. */
export function placed(one: TrainingClass, slack: number | null, context: Context, isShort = false): string {
  const name = isShort ? say.termAs(one.name) : one.name;
  if (one.studyTo === null) return name;
  // Of a class that is over the days are counted from today: it may have ended in time all the same.
  const isSpent = slack !== null && slack < 0 && slack + daysBetween(one.studyTo, context.today) >= 0;
  return name + say.endsAs(say.dayAs(one.studyTo, context.settings.planYear), slack, isSpent);
}

export const dayOf = (day: string, { settings }: Context): string => say.dayAs(day, settings.planYear);

/** The classes that the person did not come to. */
export function unattendedBy({ missed, noShow }: Case): TrainingClass[] {
  return [...new Set([...(missed ? [missed] : []), ...noShow.classes])];
}

/** The classes of its months that were called off: the person may have heard of them. */
export function stoppedAs({ candidates }: Case): string[] {
  const stopped = candidates?.stopped ?? [];
  return stopped.length > 0 ? [say.stoppedAre(stopped.map(({ name }) => name))] : [];
}

export function unattendedAs(about: Case): string[] {
  const names = unattendedBy(about).map(({ name }) => name);
  return names.length > 0 ? [say.unattended(names)] : [];
}

/** This year's duty may be lost, which only the province can tell. */
export function isQuestion(about: Case, course: Course | null, context: Context): boolean {
  return about.kind === KIND.retraining && (course === "failedTwice" || isDutyMissed(about, context));
}

/** With the classes that can still be booked and end while the certificate is valid. */
export function whyAsked({ certificate }: Pick<Case, "certificate">, { book, context }: World): string {
  const isValidAfter = (day: Day) => certificate.kind !== "day" || day < certificate.validUntil;
  const still = stillBookable(book, context.today, isValidAfter);
  return say.notRetrained(still.map((one) => one.name));
}
