import { found } from "../../changes/found";
import { type Day, daysBetween } from "../../days/civil-day";
import { kindOf } from "../../people/aliases";
import { EXAM, KIND, LIGHTS, MOVER } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { hasCome, hasEndedClass } from "../assign/attendance";
import { isDutyDone } from "../assign/light";
import { isTrained } from "../standing";
import { type Desk, isBookedFor, isSignedUp } from "./desk";
import type { Reminder } from "./reminder";

/** Days before its end from which a certificate ends soon. */
export const ENDS_SOON = 90;
/** Each step is a rule of its own: what was ticked off at 90 days comes up again at 60. */
const STEPS = [
  { code: "T15", days: 15 },
  { code: "T05", days: 30 },
  { code: "T04", days: 60 },
  { code: "T03", days: ENDS_SOON },
] as const;

/** Of each person the retraining that is due first; a certificate that has run out is the assignment's to report. */
export function expiring(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const nearest = new Map<string, { readonly row: Enrolment; readonly dutyDay: Day }>();
  for (const row of live) {
    const dutyDay = openDuty(row, desk);
    if (dutyDay === null) continue;
    const person = String(row.person ?? row.key);
    const known = nearest.get(person);
    if (known === undefined || dutyDay < known.dutyDay) nearest.set(person, { row, dutyDay });
  }
  return [...nearest.values()].flatMap(({ row, dutyDay }) => reminderOf(row, dutyDay, desk));
}

/** The day before which the exam is to be passed, where the person does not go to a class or sit an exam for it as it is. */
function openDuty(row: Enrolment, desk: Desk): Day | null {
  const kind = kindOf(row.kind ?? "");
  if (kind === null || !("kind" in kind) || kind.kind !== KIND.retraining) return null;
  const certificate = desk.certificateOf(row);
  if (certificate.kind !== "day" || certificate.isPast || certificate.dutyDay < desk.context.today) return null;
  return isWithoutClass(row) || isDutyDone(row) || isOnTheWay(row, desk) ? null : certificate.dutyDay;
}

function reminderOf(row: Enrolment, dutyDay: Day, { classes, context: { today } }: Desk): Reminder[] {
  const left = daysBetween(today, dutyDay);
  const step = STEPS.find(({ days }) => left <= days);
  if (step === undefined) return [];
  const one = classes.named(row.class);
  const isReviewed = row.exam === EXAM.underReview;
  const unsigned = one === null || isSignedUp(row) || hasCome(row) ? null : { deadline: one.deadline, today };
  const message = isReviewed
    ? say.examUnderReview(whoIs(row), dutyDay, step.days)
    : say.expiresSoon(whoIs(row), dutyDay, step.days, one?.name ?? null, unsigned);
  const finding = found(step.code, { table: "roster", row: row.key, column: "validUntil" }, message);
  const facts = [dutyDay, one?.name ?? null, one?.deadline ?? null, row.exam];
  return [{ finding, due: dutyDay, facts, ...(isReviewed ? { whose: MOVER.examSite } : {}) }];
}

/** 分配班级 found no class and said why: there is nothing to hurry to. */
function isWithoutClass({ class: name, light }: Enrolment): boolean {
  return name === null && LIGHTS.some((known) => known === light);
}

/** Booked for a class that is still to end, or trained: what comes next is said by itself. An exam under review is not. */
function isOnTheWay(row: Enrolment, desk: Desk): boolean {
  if (row.exam === EXAM.underReview) return false;
  if (isTrained(row) || (row.exam !== null && row.exam !== EXAM.none)) return true;
  const one = desk.classes.of(row);
  if (one === null || hasEndedClass(one, desk.context.today)) return false;
  return row.reportedInOn !== null || (isBookedFor(row, one, desk) && one.open);
}
