import { type Finding, placeTitle } from "../changes/finding";
import { type Day, isDay } from "../days/civil-day";
import { BOOKING, LIGHT } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { hasEnded, isBooked } from "./standing";

/** Whom or what a finding is about, for the columns of 待办. */
interface Subject {
  readonly subject: string | null;
  readonly unit: string | null;
  /** The person's mobile, or the unit's phone. */
  readonly phone: string | null;
  /** 审核截止 while the booking is under review, 建议最迟预约日 before it; nothing later on. */
  readonly due: Day | null;
}

/** Looks up the row of a finding: a person by 名册, 资料 or the card they hold, a payment, a class, a unit, a setting. */
export function subjectFinder(snapshot: Snapshot): (finding: Finding) => Subject {
  const enrolments = new Map(snapshot.roster.map((row) => [row.key, row]));
  const payments = new Map(snapshot.payments.map((row) => [row.key, row]));
  const cards = new Map(snapshot.cards.map((row) => [row.key, row]));
  const classes = new Map(snapshot.plan.map((row) => [row.key, row]));
  const units = new Map(snapshot.units.map((row) => [row.key, row]));
  return ({ table, row: key }) => {
    if (key === null) return nobody(placeTitle(table));
    switch (table) {
      case "roster":
      case "papers":
        return person(enrolments.get(key), key);
      case "payments":
        return { ...nobody(key), unit: payments.get(key)?.payer ?? null };
      case "cards": {
        const holder = enrolments.get(textOf(cards.get(key)?.enrolment));
        return holder === undefined ? nobody(key) : { ...person(holder, key), subject: key };
      }
      case "plan":
        return nobody(classes.get(key)?.name ?? key);
      case "units":
        return { ...nobody(key), unit: key, phone: textOf(units.get(key)?.phone) || null };
      default:
        return nobody(key);
    }
  };
}

function nobody(subject: string): Subject {
  return { subject, unit: null, phone: null, due: null };
}

function person(row: Enrolment | undefined, key: string): Subject {
  if (row === undefined) return nobody(key);
  return { subject: row.name ?? key, unit: row.unit, phone: textOf(row.mobile) || null, due: dueOf(row) };
}

/** Lights under which no booking is waited for. */
const OVER: readonly (string | null)[] = [LIGHT.expired, LIGHT.late, LIGHT.noShow, LIGHT.notRetrained, LIGHT.closed];

function dueOf(row: Enrolment): Day | null {
  if (hasEnded(row) || row.reportedInOn !== null || OVER.includes(row.light)) return null;
  const due = isBooked(row) ? (row.booking === BOOKING.underReview ? row.reviewDue : null) : row.lastSafeBookingDay;
  return isDay(due) ? due : null;
}
