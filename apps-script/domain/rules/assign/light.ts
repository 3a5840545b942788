import { addDays, type Day, daysBetween, isDay } from "../../days/civil-day";
import type { Light } from "../../schema/allowed";
import { LIGHT } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { ReadCertificate } from "./certificate";

/** The last day on which passing the exam still counts: "…前", so the expiry day itself is too late. */
export function lastValidDay(certificate: ReadCertificate): Day {
  return addDays(certificate.dutyDay, -1);
}

/** 余量天数: days from the end of the class to the last valid day, negative when the class ends too late. */
export function slackOf(certificate: ReadCertificate, studyTo: Day): number {
  return daysBetween(studyTo, lastValidDay(certificate));
}

/** The exam day is known and lies after the last valid day. */
export function isExamTooLate(certificate: ReadCertificate, enrolment: Pick<Enrolment, "examOn">): boolean {
  return isDay(enrolment.examOn) && enrolment.examOn > lastValidDay(certificate);
}

/** The light of an enrolment that has a class. `safetyMargin` is in days. */
export function lightOf(
  certificate: ReadCertificate,
  slack: number,
  enrolment: Pick<Enrolment, "examOn">,
  safetyMargin: number,
): Light {
  if (certificate.isPast) return LIGHT.expired;
  if (isExamTooLate(certificate, enrolment) || slack < 0) return LIGHT.late;
  return slack < safetyMargin ? LIGHT.tight : LIGHT.fine;
}
