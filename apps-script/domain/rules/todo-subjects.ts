import { type Finding, placeTitle } from "../changes/finding";
import { type Day, isDay } from "../days/civil-day";
import { BOOKING, LIGHT } from "../schema/allowed";
import type { PlanRow } from "../schema/plan";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { RuleCode } from "../wording/rules";
import { hasEnded, isBooked } from "./standing";

/** Whom or what a finding is about, for the columns of 待办. */
export interface Subject {
  readonly subject: string | null;
  readonly unit: string | null;
  /** The person's mobile, or the unit's phone. */
  readonly phone: string | null;
  /** 审核截止 while the booking is under review, 建议最迟预约日 before it; nothing later on. */
  readonly due: Day | null;
  readonly class: string | null;
  /** 报名编号 of everybody concerned, where that is known. */
  readonly people: readonly string[];
}

/** Looks up the row of a finding: a person by 名册, 资料 or the card they hold, a payment, a class, a unit, a setting. */
export function subjectFinder(snapshot: Snapshot): (finding: Finding) => Subject {
  const enrolments = new Map(snapshot.roster.map((row) => [row.key, row]));
  const payments = new Map(snapshot.payments.map((row) => [row.key, row]));
  const cards = new Map(snapshot.cards.map((row) => [row.key, row]));
  const classes = new Map(snapshot.plan.map((row) => [row.key, row]));
  const units = new Map(snapshot.units.map((row) => [row.key, row]));
  return ({ code, table, row: key }) => {
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
        return ofClass(classes.get(key), key, code);
      case "units":
        return { ...nobody(key), unit: key, phone: textOf(units.get(key)?.phone) || null };
      default:
        return nobody(key);
    }
  };
}

function nobody(subject: string): Subject {
  return { subject, unit: null, phone: null, due: null, class: null, people: [] };
}

/** By when the centre has to know what it is asked of a class: once its booking is over, or on its first day. */
const DUE_OF_CLASS: { readonly [C in RuleCode]?: "bookingTo" | "reportIn" } = {
  A22: "bookingTo",
  A23: "reportIn",
  A24: "reportIn",
};

function ofClass(row: PlanRow | undefined, key: string, code: RuleCode): Subject {
  const due = row?.[DUE_OF_CLASS[code] ?? "key"];
  return { ...nobody(row?.name ?? key), class: row?.name ?? null, due: isDay(due) ? due : null };
}

function person(row: Enrolment | undefined, key: string): Subject {
  if (row === undefined) return nobody(key);
  const { name, unit, mobile, class: className } = row;
  return { subject: name ?? key, unit, phone: textOf(mobile) || null, due: dueOf(row), class: className, people: [row.key] };
}

/** Lights under which no booking is waited for. */
const OVER: readonly (string | null)[] = [LIGHT.expired, LIGHT.late, LIGHT.noShow, LIGHT.notRetrained, LIGHT.closed];

function dueOf(row: Enrolment): Day | null {
  if (hasEnded(row) || row.reportedInOn !== null || OVER.includes(row.light)) return null;
  const due = isBooked(row) ? (row.booking === BOOKING.underReview ? row.reviewDue : null) : row.lastSafeBookingDay;
  return isDay(due) ? due : null;
}
