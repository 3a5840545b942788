import { BOOKING, ENROLMENT, EXAM } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";

/**
 * Where an enrolment stands, as every rule asks it: is it passed, ended, settled? Only the columns that staff fill in
 * decide; a word that is not in the closed list decides nothing (check-roster reports it).
 */

type Standing = Pick<Enrolment, "lockedClass" | "booking" | "reportedInOn" | "trained" | "exam" | "state">;

/** States in which nothing more is expected: 转班 closes the old enrolment, the new class has one of its own. */
const ENDED_STATES: readonly string[] = [ENROLMENT.done, ENROLMENT.cancelled, ENROLMENT.left, ENROLMENT.void, ENROLMENT.moved];
/** 培训完成 is free text ("是" or the day); these are ways of writing that it did not happen. */
const NOT_TRAINED = /^(?:否|不|未|没|无|0|×|x|no|false)/iu;

/** The exam is passed or staff closed the enrolment as done: 到期提示 is 已完成. */
export function hasPassed(enrolment: Pick<Standing, "exam" | "state">): boolean {
  return enrolment.state === ENROLMENT.done || (enrolment.exam === EXAM.passed && !isWithdrawn(enrolment));
}

/** No more lights, reminders and fees: passed, done, cancelled, left, lapsed, or moved to another enrolment. */
export function hasEnded(enrolment: Pick<Standing, "exam" | "state">): boolean {
  return enrolment.exam === EXAM.passed || (enrolment.state !== null && ENDED_STATES.includes(enrolment.state));
}

/** Ended without the training: the seat is free again. */
export function isWithdrawn(enrolment: Pick<Standing, "state">): boolean {
  return enrolment.state !== ENROLMENT.done && enrolment.state !== null && ENDED_STATES.includes(enrolment.state);
}

/** Has a seat in 班级; one who passed keeps it. */
export function holdsSeat<E extends Pick<Enrolment, "class" | "state">>(
  enrolment: E,
): enrolment is E & { readonly class: string } {
  return enrolment.class !== null && !isWithdrawn(enrolment);
}

/** The training took place, whatever became of the exam. */
export function isTrained(enrolment: Pick<Standing, "trained">): boolean {
  return enrolment.trained !== null && !NOT_TRAINED.test(enrolment.trained);
}

/**
 * 班级 and 应缴 are frozen, only checked: a class locked by staff, a booking under review or approved, a person who
 * reported in or was trained, or any 考试状态 (also 未约: it is what the column says between training and the exam).
 */
export function isSettled(enrolment: Standing): boolean {
  return (
    enrolment.lockedClass !== null ||
    isBooked(enrolment) ||
    enrolment.reportedInOn !== null ||
    isTrained(enrolment) ||
    enrolment.exam !== null
  );
}

/** "第十条: one 补考" (安监总培训〔2013〕104号). */
const SITTINGS = 2;

/** The last sitting that there is was used up; a result without 考试次数 is the first one's. */
export function isLastSitting({ examTries }: Pick<Enrolment, "examTries">): boolean {
  return Number(examTries ?? 1) >= SITTINGS;
}

/** Failed, and nothing is left: whether a 补考 that was missed (缺考) may be sat again only the province knows. */
export function hasFailedTwice(enrolment: Pick<Enrolment, "exam" | "examTries">): boolean {
  return enrolment.exam === EXAM.failed && isLastSitting(enrolment);
}

/** Booked with the province and not refused: 省厅预约状态 待审 or 通过. */
export function isBooked(enrolment: Pick<Standing, "booking">): boolean {
  return enrolment.booking === BOOKING.underReview || enrolment.booking === BOOKING.passed;
}
