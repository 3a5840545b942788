import { addDays, partsOf } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import { KIND, LIGHT, type Light } from "../../schema/allowed";
import * as say from "../../wording/assign";
import { type BookableClass, stillBookable } from "./candidates";
import type { Case, World } from "./case";
import { isDutyDone, isTooLateToday, lastValidDay } from "./light";
import { beginning, dayOf, isQuestion, stoppedAs, unattendedAs, unattendedBy, whyAsked } from "./reason";

export interface NoClass {
  /** Null where a class could be given, and is not to be. */
  readonly light: Light | null;
  readonly reason: string;
  /** The classes that are over or full. */
  readonly classes: readonly BookableClass[];
}

/** Why no class can be given: the first that applies. */
export function whyNone(about: Case, world: World): NoClass {
  const { enrolment, kind, certificate, candidates } = about;
  const { context } = world;
  const { initialFee } = context.settings;
  const start = beginning(about);
  const no = (light: Light | null, why: string | readonly string[], classes: readonly BookableClass[] = []): NoClass => ({
    light,
    classes,
    reason: [start, ...[why].flat().filter((part) => part !== "")].join("；"),
  });
  if (isDutyDone(enrolment)) return no(LIGHT.done, say.dutyDone(enrolment.dutyAnswer ?? ""));
  if (kind !== KIND.initial) {
    if (certificate.kind === "day" && certificate.isPast)
      return no(LIGHT.expired, say.lapsed(initialFee, world.hasSuccessor(enrolment)));
    if (certificate.kind === "unreadable") return no(LIGHT.badDate, "");
    if (certificate.kind === "missing" && kind === KIND.retraining) return no(LIGHT.badDate, "");
    if (kind === KIND.renewal) return no(LIGHT.byHand, say.renewalByHand);
    if (enrolment.kind === null) return no(LIGHT.byHand, certificate.kind === "missing" ? "" : say.kindMissing);
    if (kind !== KIND.retraining) return no(LIGHT.byHand, say.kindUnknown(enrolment.kind));
    if (isQuestion(about, null, context)) return no(LIGHT.notRetrained, whyAsked(about, world));
    if (certificate.kind === "day" && isTooLateToday(certificate, context)) return no(LIGHT.late, say.lastDayOver);
  }
  if (world.book.classes.length === 0) return no(LIGHT.planUnpublished, say.planUnpublished);
  const all = candidates?.all ?? [];
  const last = all[all.length - 1];
  const [others, stopped] = [otherMonths(about, world), stoppedAs(about)];
  if (!last) {
    const ofMonth = certificate.kind === "day" && kind !== KIND.initial;
    const none = ofMonth ? say.noClassOfMonth(certificate.month) : say.noInitialClass;
    return no(LIGHT.noClass, [...stopped, none, ...(ofMonth ? others : [])]);
  }
  const open = openTo(about);
  const over = say.windowsOver(last.name, dayOf(lastWindow(all), context));
  if (open.length === 0) return no(LIGHT.closed, [...stopped, ...unattendedAs(about), over, ...others], all);
  if (about.isLeftOut) return no(null, say.notTicked);
  return no(LIGHT.full, [...stopped, say.allFull(open.map((one) => one.name))], open);
}

/** The candidates of today but those that the person did not come to. */
export function openTo(about: Case): readonly BookableClass[] {
  const open = about.candidates?.open ?? [];
  const unattended = unattendedBy(about);
  return open.some((one) => unattended.includes(one)) ? open.filter((one) => !unattended.includes(one)) : open;
}

/** Classes of other months that staff could lock, because they can be booked and end in time. */
function otherMonths({ kind, certificate, candidates }: Case, { book, context }: World): string[] {
  if (kind !== KIND.retraining || certificate.kind !== "day") return [];
  const isNextYear = partsOf(certificate.validUntil).year === context.settings.planYear + 1 && candidates?.all.length === 0;
  const last = isNextYear ? addDays(certificate.validUntil, -1) : lastValidDay(certificate);
  const isOwn = (one: TrainingClass) => candidates?.all.some((own) => own === one) === true;
  const inTime = stillBookable(book, context.today, (end, one) => end <= last && !isOwn(one));
  if (inTime.length === 0) return isNextYear ? [say.nextYearTooLate] : [];
  return [say.othersInTime(inTime.map((one) => one.name)), ...(isNextYear ? [say.nextYearTooLate] : [])];
}

function lastWindow(all: readonly BookableClass[]): string {
  return all.map((one) => one.bookingTo).sort()[all.length - 1] ?? "";
}
