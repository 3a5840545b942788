import { addDays, type Day, daysBetween, isDay, partsOf } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import { DUTY_ANSWER, EXAM, KIND, LIGHT, type Light } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Context } from "../context";
import { hasCome, hasEndedClass } from "./attendance";
import type { Case } from "./case";
import type { ReadCertificate } from "./certificate";
import type { Course } from "./course";

/** The last day on which passing the exam still counts: "…前", so the expiry day itself is too late. */
export function lastValidDay(certificate: ReadCertificate): Day {
  return addDays(certificate.dutyDay, -1);
}

/**
 * 余量天数: days to the last valid day from the end of the class, or from today once the class is over or the person came:
 * only exam, review and result are left then. Negative when it is too late.
 */
export function slackOf(certificate: ReadCertificate, row: Enrolment, one: TrainingClass, today: Day): number | null {
  const { studyTo } = one;
  if (studyTo === null) return null;
  const isOver = hasEndedClass(one, today) || hasCome(row);
  return daysBetween(isOver && today > studyTo ? today : studyTo, lastValidDay(certificate));
}

/** The exam day is known and lies after the last valid day. */
export function isExamTooLate(certificate: ReadCertificate, enrolment: Pick<Enrolment, "examOn">): boolean {
  return isDay(enrolment.examOn) && enrolment.examOn > lastValidDay(certificate);
}

/** The exam was sat in time and its result is not typed yet. */
export function isResultAhead(certificate: ReadCertificate, { exam, examOn }: Enrolment, today: Day): boolean {
  return exam === EXAM.ahead && isDay(examOn) && examOn <= today && examOn <= lastValidDay(certificate);
}

const DONE_ELSEWHERE: readonly (string | null)[] = [DUTY_ANSWER.elsewhere, DUTY_ANSWER.yearBefore];

/** Staff found out that this year's duty was done, elsewhere or already the year before. */
export function isDutyDone({ dutyAnswer }: Pick<Enrolment, "dutyAnswer">): boolean {
  return DONE_ELSEWHERE.includes(dutyAnswer);
}

/** Years that a certificate lasts (安全生产培训管理办法 第二十五条): one of this year owes nothing yet. */
const YEARS = 3;

/**
 * The yearly duty of a certificate that runs out in a later year is past without a pass. What that means for the certificate
 * only the province knows.
 */
export function isDutyMissed({ kind, certificate }: Pick<Case, "kind" | "certificate">, { settings, today }: Context): boolean {
  if (kind !== KIND.retraining || certificate.kind !== "day" || certificate.isPast || !certificate.isLaterYear) return false;
  return owesThisYear(certificate, settings.planYear) && certificate.dutyDay < today;
}

export function owesThisYear({ validUntil, isLaterYear }: ReadCertificate, planYear: number): boolean {
  return !isLaterYear || partsOf(validUntil).year < planYear + YEARS;
}

/** An exam passed today would be too late. */
export function isTooLateToday(certificate: ReadCertificate, { settings, today }: Context): boolean {
  return owesThisYear(certificate, settings.planYear) && today > lastValidDay(certificate);
}

const UNKNOWN: readonly Course[] = ["unlisted", "unreviewed", "awaited"];
/** Something has to be done again, or by somebody else: never better than 紧张. */
const AT_BEST_TIGHT: readonly Course[] = ["byCentre", "elsewhere", "refused", "retake"];

/** The light of an enrolment that has a class: whether this person, as things stand, will hold a valid certificate in time. */
export function lightOf(about: Case, held: TrainingClass, course: Course, slack: number | null, context: Context): Light | null {
  const { enrolment, kind, certificate } = about;
  if (isDutyDone(enrolment)) return LIGHT.done;
  if (kind === KIND.initial || certificate.kind !== "day") {
    if (kind !== KIND.initial && (certificate.kind === "unreadable" || kind === KIND.retraining)) return LIGHT.badDate;
    return doubtful(course);
  }
  const { today, settings } = context;
  const isAhead = isResultAhead(certificate, enrolment, today);
  if (certificate.isPast) return isAhead ? LIGHT.unverified : LIGHT.expired;
  if (course === "failedTwice") return LIGHT.notRetrained;
  if (isDutyMissed(about, context)) return isAhead ? LIGHT.unverified : LIGHT.notRetrained;
  if (isTooLateToday(certificate, context)) return isAhead ? LIGHT.unverified : LIGHT.late;
  const doubt = doubtful(course);
  if (doubt !== null) return doubt;
  if (slack === null) return null;
  if (!held.open && !hasCome(enrolment)) return LIGHT.byHand;
  if (isExamTooLate(certificate, enrolment) || slack < 0) return LIGHT.late;
  return slack < settings.safetyMargin || AT_BEST_TIGHT.includes(course) ? LIGHT.tight : LIGHT.fine;
}

function doubtful(course: Course): Light | null {
  if (UNKNOWN.includes(course)) return LIGHT.unverified;
  return course === "absent" ? LIGHT.noShow : null;
}
