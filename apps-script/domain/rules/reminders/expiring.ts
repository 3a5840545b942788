import { OutcomeBuilder } from "../../changes/outcome";
import { type Day, daysBetween } from "../../days/civil-day";
import { kindOf } from "../../people/aliases";
import { KIND, LIGHTS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { TodoCode } from "../../wording/reminders";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { hasBegun, hasEndedClass } from "../assign/attendance";
import { isDutyDone } from "../assign/light";
import { isBooked } from "../standing";
import type { Desk, Reminder } from "./reminder";

/** Each step is a rule of its own: what was ticked off at 90 days comes up again at 60. */
const STEPS = [
  { code: "T05", days: 30 },
  { code: "T04", days: 60 },
  { code: "T03", days: 90 },
] as const;

/** Of each person the retraining that is due first; a certificate that has run out is the assignment's to report. */
export function expiring(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const { today } = desk.context;
  const nearest = new Map<string, { readonly row: Enrolment; readonly dutyDay: Day }>();
  for (const row of live) {
    const kind = kindOf(row.kind ?? "");
    const certificate = desk.certificateOf(row);
    if (kind === null || !("kind" in kind) || kind.kind !== KIND.retraining || certificate.kind !== "day") continue;
    if (isWithoutClass(row)) continue;
    if (certificate.isPast || certificate.dutyDay < today || isDutyDone(row) || sitsInClass(row, desk)) continue;
    const person = String(row.person ?? row.key);
    const known = nearest.get(person);
    if (known === undefined || certificate.dutyDay < known.dutyDay) nearest.set(person, { row, dutyDay: certificate.dutyDay });
  }
  return [...nearest.values()].flatMap(({ row, dutyDay }) => {
    const left = daysBetween(today, dutyDay);
    const step = STEPS.find(({ days }) => left <= days);
    if (step === undefined) return [];
    const out = new OutcomeBuilder<TodoCode>();
    const message = say.expiresSoon(whoIs(row), dutyDay, step.days, desk.classes.named(row.class)?.name ?? null);
    out.find(step.code, "roster", row.key, "validUntil", message);
    return out.done().findings.map((finding) => ({ finding, due: dutyDay }));
  });
}

/** 分配班级 found no class and said why: there is nothing to hurry to. */
function isWithoutClass({ class: name, light }: Enrolment): boolean {
  return name === null && LIGHTS.some((known) => known === light);
}

/** Whoever is being trained today is hurrying already. */
function sitsInClass(row: Enrolment, { classes, context }: Desk): boolean {
  const one = classes.of(row);
  if (one === null || !hasBegun(one, context.today) || hasEndedClass(one, context.today)) return false;
  return row.reportedInOn !== null || isBooked(row);
}
