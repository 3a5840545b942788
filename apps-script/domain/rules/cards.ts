import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { addMonths, type Day, isDay } from "../days/civil-day";
import { classesOf } from "../plan/classes";
import { BOOKING, CARD, CARD_STATES } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Card } from "../schema/tables";
import type { Snapshot } from "../snapshot/snapshot";
import type { CardsCode } from "../wording/cards";
import * as say from "../wording/cards";
import { whoIs } from "../wording/roster";
import { spentBookings } from "./assign/spent-bookings";
import { type CardPool, cardOf, readPool } from "./card-pool";
import type { Context } from "./context";
import { handOver, movedCards } from "./money/moved-cards";
import { hasEnded } from "./standing";
import { isTouched, type Touched } from "./touched";

/** Behind every day of the plan: people whose class is not known wait longest. */
const NO_DAY = "9999-99-99";
/** Words of the closed list; staff's own ("挂失") stay. */
const KNOWN_STATES: readonly string[] = CARD_STATES;

/**
 * Hands out mock-exam cards: only after 省厅预约状态 通过 (the notice, step 4), one per enrolment, first those who report in
 * first. Which card is whose never changes afterwards but with a change of class (转班), also when the booking is taken back or
 * the person cancels: the card is to bearer and not refunded (附件2, 三). It is 未领 until 领卡日期 is typed. 领取日期 and 绑定日期
 * follow what staff typed in 名册; a bound card ends
 * 模拟卡有效月数 after the binding. 科目 and 类型 do not decide: the subject is chosen when the card is bound (附件2, 二).
 *
 * Summary: cards `issued` by this run, people `waiting` for one, cards `left` in the pool.
 */
export function cards(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder<CardsCode>();
  const pool = readPool(out, snapshot);
  const due = waitingFor(snapshot, pool, context);
  const moved = movedCards(out, snapshot, pool, due, context.leftOut);
  for (const row of [...snapshot.roster].sort((a, b) => compare(a.key, b.key))) {
    const takenOver = moved.over.get(row.key);
    const now = takenOver === undefined ? row : handOver(out, row, takenOver);
    const card = moved.givers.has(row.key) ? undefined : (takenOver?.card ?? pool.cardOf.get(row.key));
    if (card !== undefined) keepUp(out, now, card, context);
    else if (row.cardTakenOn !== null || row.cardBoundOn !== null) reportDaysWithoutCard(out, row, pool);
  }
  for (const card of snapshot.cards) {
    if (typeof card.rebinds === "number" && card.rebinds > 1) {
      out.find("C08", "cards", card.key, "rebinds", say.rebound(card.key, card.rebinds));
    }
  }
  const waiting = due.filter(({ key }) => !moved.over.has(key) && !moved.held.has(key));
  const issued = Math.min(waiting.length, pool.free.length);
  for (let place = 0; place < issued; place++) {
    const row = waiting[place];
    const card = pool.free[place];
    if (row !== undefined && card !== undefined) issue(out, row, card, context);
  }
  const next = waiting[issued];
  if (next !== undefined) {
    const message = say.tooFew(waiting.length - issued, whoIs(next));
    out.find("C10", "cards", null, null, message);
  }
  return out.done({ issued, waiting: waiting.length - issued, left: pool.free.length - issued });
}

/** What the pool and 名册 show of the cards of these enrolments; nobody gets one, as who is first hangs on all who wait. */
export function followCards(snapshot: Snapshot, context: Context, only: Touched): Outcome {
  const out = new OutcomeBuilder<CardsCode>();
  for (const row of snapshot.roster) {
    const card = isTouched(only, "roster", row.key) ? cardOf(snapshot, row) : null;
    if (card !== null) keepUp(out, row, card, context);
  }
  return out.done();
}

interface CardsWanted {
  /** Who is to get a card, in the order in which they get it. */
  readonly waiting: readonly Enrolment[];
  /** The cards that are handed out next, in their order. */
  readonly free: readonly Card[];
}

/** Who waits for a card, and what there is. */
export function cardsWanted(snapshot: Snapshot, context: Context): CardsWanted {
  const pool = readPool(new OutcomeBuilder<CardsCode>(), snapshot);
  return { waiting: waitingFor(snapshot, pool, context), free: pool.free };
}

/** Approved, still to come or there already, and without a card, by report-in day and then by 报名编号; but who is left out. */
function waitingFor(snapshot: Snapshot, pool: CardPool, context: Context): Enrolment[] {
  const isSpent = spentBookings(snapshot, context);
  const reportIn = new Map(classesOf(snapshot).map((one) => [one.name, one.reportIn]));
  const dayOf = (row: Enrolment): Day => reportIn.get(row.class ?? row.lockedClass ?? row.bookedClass ?? "") ?? NO_DAY;
  const rows = snapshot.roster.filter(
    (row) =>
      row.id !== null &&
      row.booking === BOOKING.passed &&
      !context.leftOut.has(row.key) &&
      !hasEnded(row) &&
      !isSpent(row) &&
      !pool.cardOf.has(row.key) &&
      !pool.unclear.has(row.key),
  );
  return rows
    .map((row) => ({ row, day: dayOf(row) }))
    .sort((a, b) => compare(a.day, b.day) || compare(a.row.key, b.row.key))
    .map(({ row }) => row);
}

function issue(out: OutcomeBuilder<CardsCode>, row: Enrolment, card: Card, context: Context): void {
  out.set("cards", card, "enrolment", row.key, say.issuedReason);
  keepUp(out, row, card, context);
}

/** Pool and 名册 say the same about a card that someone has. A voided card stays as it is. */
function keepUp(out: OutcomeBuilder<CardsCode>, row: Enrolment, card: Card, { settings, today }: Context): void {
  out.set("roster", row, "card", card.key, say.showsPoolReason);
  if (card.state === CARD.voided) {
    if (!hasEnded(row)) out.find("C11", "roster", row.key, "card", say.voided(whoIs(row), card.key));
    return;
  }
  const takenOn = followed(row.cardTakenOn, card.takenOn);
  const boundOn = followed(row.cardBoundOn, card.boundOn);
  const validUntil = isDay(boundOn) ? addMonths(boundOn, settings.cardMonths) : null;
  const isOver = validUntil !== null && validUntil < today;
  out.set("cards", card, "takenOn", takenOn, say.followsRosterReason);
  out.set("cards", card, "boundOn", boundOn, say.followsRosterReason);
  out.set("cards", card, "validUntil", validUntil, say.followsRosterReason);
  if (card.state === null || KNOWN_STATES.includes(card.state)) {
    out.set("cards", card, "state", stateBy(takenOn, boundOn, isOver), say.followsRosterReason);
  }
  out.set("roster", row, "cardValidUntil", validUntil, say.followsRosterReason);
  if (row.booking !== BOOKING.passed && !hasEnded(row)) {
    const message = say.issuedTooEarly(whoIs(row), card.key, row.booking);
    out.find("C09", "roster", row.key, "card", message);
  }
}

/** A card that is set aside for somebody is 未领 until the unit fetched it: who should be reminded to is seen by that. */
function stateBy(takenOn: string | null, boundOn: string | null, isOver: boolean) {
  if (isOver) return CARD.expired;
  if (boundOn !== null) return CARD.bound;
  return takenOn === null ? CARD.free : CARD.taken;
}

/** The day in 名册, also when it was taken out there; one that cannot be read (check-roster says so) changes nothing. */
function followed(typed: string | null, kept: string | null): string | null {
  return typed === null || isDay(typed) ? typed : kept;
}

function reportDaysWithoutCard(out: OutcomeBuilder<CardsCode>, row: Enrolment, pool: CardPool): void {
  if (hasEnded(row) || pool.unclear.has(row.key) || row.booking === BOOKING.passed) return;
  const message = say.daysWithoutCard(whoIs(row));
  const column = row.cardTakenOn === null ? "cardBoundOn" : "cardTakenOn";
  out.find("C07", "roster", row.key, column, message);
}
