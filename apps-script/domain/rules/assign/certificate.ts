import { anniversaryIn, type Day, isDay, partsOf } from "../../days/civil-day";
import { readValidUntil } from "../../days/spellings";
import { DUTY_ANSWER } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";

/**
 * What 证件有效期 says to the plan of a year.
 *
 * "确保在“证件有效期”（精确到“日”）前完成培训并考试合格": the duty day is the day BEFORE which the exam must be passed.
 * It is the expiry day itself, or in a later year this plan year's anniversary of it ("每年必需参加再培训并考试合格"); the one
 * after where no class of the plan ends before that.
 */
export type Certificate =
  | {
      readonly kind: "day";
      readonly validUntil: Day;
      readonly dutyDay: Day;
      /** Printed month, 1 to 12; it decides the class whatever the year. */
      readonly month: number;
      readonly isLaterYear: boolean;
      /** Before today or before the plan year, or found lapsed by staff. The expiry day itself is not past. */
      readonly isPast: boolean;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly message: string };

export type ReadCertificate = Extract<Certificate, { kind: "day" }>;

/** `firstEnd` is the day on which the plan's first 再培训班 ends. */
export function certificateOf(
  enrolment: Pick<Enrolment, "validUntil" | "dutyAnswer">,
  planYear: number,
  today: Day,
  firstEnd: Day | null = null,
): Certificate {
  const { validUntil, dutyAnswer } = enrolment;
  const isVoid = dutyAnswer === DUTY_ANSWER.void;
  if (validUntil === null) return { kind: "missing" };
  const reading = isDay(validUntil) ? ({ kind: "day", day: validUntil } as const) : readValidUntil(validUntil);
  switch (reading.kind) {
    case "empty":
      return { kind: "missing" };
    case "day":
      return onDay(reading.day, isVoid, planYear, today, firstEnd);
    default:
      return { kind: "unreadable", message: reading.message };
  }
}

function onDay(validUntil: Day, isVoid: boolean, planYear: number, today: Day, firstEnd: Day | null): ReadCertificate {
  const { year, month } = partsOf(validUntil);
  const isLaterYear = year > planYear;
  return {
    kind: "day",
    validUntil,
    dutyDay: isLaterYear ? yearlyDuty(validUntil, planYear, firstEnd) : validUntil,
    month,
    isLaterYear,
    isPast: validUntil < today || year < planYear || isVoid,
  };
}

function yearlyDuty(validUntil: Day, planYear: number, firstEnd: Day | null): Day {
  const day = anniversaryIn(validUntil, planYear);
  return firstEnd !== null && day <= firstEnd ? anniversaryIn(validUntil, planYear + 1) : day;
}
