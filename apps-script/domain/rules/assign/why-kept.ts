import type { TrainingClass } from "../../plan/training-class";
import { KIND } from "../../schema/allowed";
import * as say from "../../wording/assign";
import type { Context } from "../context";
import type { Case, World } from "./case";
import type { Course } from "./course";
import { isDutyDone, isResultAhead } from "./light";
import { beginning, dayOf, isQuestion, placed, stoppedAs, whyAsked } from "./reason";

/**
 * The reason of a class that was there before. How a seat was chosen is not known any more, so a sentence that still names
 * the certificate, the class, its end and the slack is kept as it is.
 */
export function whyKept(about: Case, held: TrainingClass, course: Course, slack: number | null, world: World): string {
  const { enrolment, kind, lockedClass, certificate, standing } = about;
  const { context } = world;
  const start = beginning(about);
  const isSat = kind !== KIND.initial && certificate.kind === "day" && isResultAhead(certificate, enrolment, context.today);
  const whole = placed(held, isSat && slack !== null && slack < 0 ? null : slack, context);
  if (isDutyDone(enrolment)) return [start, say.dutyDone(enrolment.dutyAnswer ?? "")].join("；");
  if (!isSat && kind !== KIND.initial && certificate.kind === "day" && certificate.isPast) {
    return [start, say.lapsedIn(whole), say.lapsed(context.settings.initialFee, world.hasSuccessor(enrolment))].join("；");
  }
  const remark = isSat ? [say.awaitsResult(dayOf(enrolment.examOn ?? "", context))] : remarkOn(held, course, context);
  if (!isSat && isQuestion(about, course, context)) return [start, say.heldIn(whole), whyAsked(about, world)].join("；");
  if (lockedClass !== null) return [start, say.lockedTo(whole), ...remark].join("；");
  const { reason } = enrolment;
  const isSame = enrolment.class === held.name && reason?.startsWith(`${start}；`) === true;
  const stopped = stoppedAs(about);
  const isTold =
    isSame &&
    reason.includes(placed(held, slack, context, true)) &&
    stopped.every((part) => reason.includes(part)) &&
    !reason.includes(say.REFUSED);
  if (standing === "stays" && remark.length === 0 && isTold) return reason;
  if (standing === "settled") return [start, say.settledIn(whole), ...remark].join("；");
  return [start, ...stopped, say.keptClass(whole), ...remark].join("；");
}

/** What is to be said of the class today. */
function remarkOn(held: TrainingClass, course: Course, context: Context): string[] {
  const to = dayOf(held.bookingTo ?? "", context);
  const remarks: Readonly<Partial<Record<Course, string>>> = {
    refused: say.refusedUntil(to),
    byCentre: say.byCentre,
    elsewhere: say.elsewhere,
    calledOff: say.calledOff,
    unlisted: say.waitForList(to),
    unreviewed: say.reviewNow,
    awaited: say.notYetHere,
    absent: say.didNotCome,
    retake: say.retake,
  };
  const remark = remarks[course];
  return remark === undefined ? [] : [remark];
}
