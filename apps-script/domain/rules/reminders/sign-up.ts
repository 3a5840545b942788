import { compare, OutcomeBuilder } from "../../changes/outcome";
import { addDays } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import type { Enrolment } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import type { TodoCode } from "../../wording/reminders";
import * as say from "../../wording/reminders";
import { hasCome } from "../assign/attendance";
import { isBooked } from "../standing";
import { isSignedUp } from "./booking";
import { listAge } from "./list-age";
import type { Desk, Reminder } from "./reminder";

/** Days before 中心网站报名截止 from which a unit is reminded. */
const AHEAD = 30;

/**
 * Step 1 of the notice, "报名截止时间前": of each class and unit who has not pre-registered on the centre's site; once the
 * deadline has passed and until the window opens, who is to be signed up late.
 */
export function signUpsDue(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const missing = new Map<TrainingClass, Map<string, Enrolment[]>>();
  for (const row of [...live].sort((a, b) => compare(a.key, b.key))) {
    const one = desk.classes.of(row);
    if (one === null || !isDue(one, desk) || isSignedUp(row) || isBooked(row) || hasCome(row)) continue;
    const units = missing.get(one) ?? new Map<string, Enrolment[]>();
    missing.set(one, units.set(row.unit ?? "", [...(units.get(row.unit ?? "") ?? []), row]));
  }
  return [...missing].flatMap(([one, units]) => [...units].flatMap(([unit, rows]) => reminderFor(one, unit, rows, desk)));
}

function isDue({ open, deadline, bookingFrom, bookingTo }: TrainingClass, { context: { today } }: Desk): boolean {
  if (!open || deadline === null || bookingTo === null || today > bookingTo) return false;
  return today <= deadline ? today >= addDays(deadline, -AHEAD) : bookingFrom !== null && today < bookingFrom;
}

function reminderFor(one: TrainingClass, unit: string, rows: readonly Enrolment[], desk: Desk): Reminder[] {
  const { today } = desk.context;
  const deadline = one.deadline ?? "";
  const isLate = today > deadline;
  const age = listAge("预报名", desk.evidence.of(one).signUps, isLate ? addDays(deadline, 1 + 3) : deadline, today);
  const out = new OutcomeBuilder<TodoCode>();
  const people = rows.map((row) => row.name ?? textOf(row.id));
  const message = say.notSignedUpYet(one.name, deadline, unit, people, isLate, age.sentence);
  const advice = age.first + (isLate ? say.signUpLate : say.signUpNow);
  out.find(isLate ? "T07" : "T06", "units", `${unit}·${one.name}`, "name", message, { advice });
  const phone = textOf(desk.snapshot.units.find(({ name }) => name === unit)?.phone ?? null) || null;
  const due = isLate ? one.bookingFrom : deadline;
  return out.done().findings.map((finding) => ({ finding, due, about: { subject: one.name, unit: unit || null, phone } }));
}
