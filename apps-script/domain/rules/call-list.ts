import type { Finding } from "../changes/finding";
import { compare, OutcomeBuilder } from "../changes/outcome";
import { type Day, daysBetween, isDay } from "../days/civil-day";
import { kindOf } from "../people/aliases";
import { BOOKING, KIND } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { whoIs } from "../wording/roster";
import * as say from "../wording/todo";
import { BookingDays } from "./assign/booking-days";
import { certificateOf } from "./assign/certificate";
import { type ClassFinder, classFinder } from "./class-finder";
import type { Context } from "./context";
import { hasEnded, isTrained } from "./standing";

/** Something to do about an enrolment by a day. */
export interface Reminder {
  readonly finding: Finding;
  readonly due: Day | null;
}

/**
 * What the day asks for: calls to people who pre-registered and did not book although the window of their class is open
 * ("未…“预约培训”的及时给予提醒"), bookings whose review is overdue, certificates that run out within 90, 60 or 30 days.
 */
export function reminders(snapshot: Snapshot, context: Context): Reminder[] {
  const out = new OutcomeBuilder();
  const dues = new Map<string, Day | null>();
  const days = new BookingDays(context);
  const classes = classFinder(snapshot);
  const live = snapshot.roster.filter((row) => !hasEnded(row)).sort((a, b) => compare(a.key, b.key));
  for (const row of live) {
    const due = remindToBook(out, row, classes, days, context) ?? remindToReview(out, row, days, context);
    if (due !== null) dues.set(row.key, due);
  }
  const booking = out.done().findings.map((finding) => ({ finding, due: dues.get(finding.row ?? "") ?? null }));
  return [...booking, ...expiring(live, classes, context)];
}

const NOT_BOOKED: readonly (string | null)[] = [null, BOOKING.none, BOOKING.refused];

/** The call list of the day; the day to call by is 建议最迟预约日, or the window's end when that cannot be told. */
function remindToBook(
  out: OutcomeBuilder,
  row: Enrolment,
  classes: ClassFinder,
  days: BookingDays,
  context: Context,
): Day | null {
  const { today } = context;
  const isPreRegistered = row.preRegisteredOn !== null || row.preRegisteredClass !== null;
  if (!isPreRegistered || !NOT_BOOKED.includes(row.booking)) return null;
  if (row.reportedInOn !== null || isTrained(row)) return null;
  const one = classes.of(row);
  if (one === null || !one.open || one.bookingFrom === null || one.bookingTo === null) return null;
  if (today < one.bookingFrom || today > one.bookingTo) return null;
  const lastSafe = days.lastSafeBookingDay(one);
  const refusal = row.booking === BOOKING.refused ? say.refusedFor(row.refusal) : null;
  const began = say.preRegisteredOn(row.preRegisteredOn);
  const message = say.notBooked(whoIs(row), began, one.name, one.bookingFrom, one.bookingTo, refusal);
  const isOver = lastSafe !== null && today > lastSafe;
  out.find("T01", "roster", row.key, "booking", message, { advice: say.callAdvice(lastSafe, isOver) });
  return lastSafe ?? one.bookingTo;
}

/** "中心会在两个工作日内审核": a booking still under review after its last day. */
function remindToReview(out: OutcomeBuilder, row: Enrolment, days: BookingDays, { today }: Context): Day | null {
  const due = days.reviewDue(row);
  if (due === null || due >= today) return null;
  const message = say.reviewLate(whoIs(row), row.bookedOn, due);
  out.find("T02", "roster", row.key, "booking", message);
  return due;
}

/** Each step is a rule of its own: what was ticked off at 90 days comes up again at 60. */
const STEPS = [
  { code: "T05", days: 30 },
  { code: "T04", days: 60 },
  { code: "T03", days: 90 },
] as const;

/** Of each person the retraining that is due first; a certificate that has run out is the assignment's to report. */
function expiring(live: readonly Enrolment[], classes: ClassFinder, { settings, today }: Context): Reminder[] {
  const nearest = new Map<string, { readonly row: Enrolment; readonly dutyDay: Day }>();
  for (const row of live) {
    const kind = kindOf(row.kind ?? "");
    const certificate = certificateOf(row, settings.planYear, today);
    if (kind === null || !("kind" in kind) || kind.kind !== KIND.retraining || certificate.kind !== "day" || certificate.isPast)
      continue;
    if (certificate.dutyDay < today) continue;
    const person = String(row.person ?? row.key);
    const known = nearest.get(person);
    if (known === undefined || certificate.dutyDay < known.dutyDay) nearest.set(person, { row, dutyDay: certificate.dutyDay });
  }
  return [...nearest.values()].flatMap(({ row, dutyDay }) => {
    const left = daysBetween(today, dutyDay);
    const step = STEPS.find(({ days }) => left <= days);
    if (step === undefined) return [];
    const out = new OutcomeBuilder();
    const message = say.expiresSoon(whoIs(row), dutyDay, step.days, classes.of(row)?.name ?? null);
    out.find(step.code, "roster", row.key, "validUntil", message);
    return out.done().findings.map((finding) => ({ finding, due: isDay(dutyDay) ? dutyDay : null }));
  });
}
