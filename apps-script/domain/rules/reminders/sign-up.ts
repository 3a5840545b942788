import { found } from "../../changes/found";
import { addDays } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import type { Enrolment } from "../../schema/roster";
import { groupedBy } from "../../snapshot/grouped-by";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/reminders";
import { hasCome } from "../assign/attendance";
import { isBooked } from "../standing";
import { type Desk, isSignedUp } from "./desk";
import { listAge } from "./list-age";
import type { Reminder } from "./reminder";

/** Days before 中心网站报名截止 from which a unit is reminded. */
const AHEAD = 30;

/**
 * Step 1 of the notice, "报名截止时间前": of each class and unit who has not pre-registered on the centre's site; once the
 * deadline has passed and until the window opens, who is to be signed up late.
 */
export function signUpsDue(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const due = live.filter((row) => !isSignedUp(row) && !isBooked(row) && !hasCome(row));
  const phones = new Map(desk.snapshot.units.map(({ name, phone }) => [name, textOf(phone) || null]));
  return [...groupedBy(due, (row) => desk.classes.of(row)?.name ?? null)].flatMap(([name, rows]) => {
    const one = desk.classes.named(name);
    if (one === null || !isDue(one, desk)) return [];
    const units = groupedBy(rows, ({ unit }) => unit ?? "");
    return [...units].map(([unit, people]) => reminderFor(one, { unit, phone: phones.get(unit) ?? null }, people, desk));
  });
}

function isDue({ open, deadline, bookingFrom, bookingTo }: TrainingClass, { context: { today } }: Desk): boolean {
  if (!open || deadline === null || bookingTo === null || today > bookingTo) return false;
  return today <= deadline ? today >= addDays(deadline, -AHEAD) : bookingFrom !== null && today < bookingFrom;
}

interface UnitAsked {
  readonly unit: string;
  readonly phone: string | null;
}

function reminderFor(one: TrainingClass, { unit, phone }: UnitAsked, rows: readonly Enrolment[], desk: Desk): Reminder {
  const { today } = desk.context;
  const deadline = one.deadline ?? "";
  const isLate = today > deadline;
  const age = listAge("预报名", desk.evidence.of(one).signUps, isLate ? addDays(deadline, 1 + 3) : deadline, today);
  const names = rows.map((row) => row.name ?? textOf(row.id));
  const message = say.notSignedUpYet(one.name, deadline, unit, names, isLate, age.sentence);
  const advice = age.first + (isLate ? say.signUpLate : say.signUpNow);
  const place = { table: "units", row: `${unit}·${one.name}`, column: "name" } as const;
  const people = rows.map(({ key }) => key);
  return {
    finding: found(isLate ? "T07" : "T06", place, message, { advice }),
    due: isLate ? one.bookingFrom : deadline,
    facts: [one.name, deadline],
    members: people,
    about: { subject: one.name, unit: unit || null, phone, class: one.name, people },
    ...(isLate ? {} : { window: [addDays(deadline, -AHEAD), deadline] as const }),
  };
}
