import { found } from "../../changes/found";
import { addDays, type Day, isDay } from "../../days/civil-day";
import { CARD, EXAM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { rowWith } from "../../snapshot/by-key";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { cardsWanted } from "../cards";
import { isTrained } from "../standing";
import type { Desk } from "./desk";
import type { Reminder } from "./reminder";

/** Days after which a card that was fetched should be bound: it helps only from then on. */
const TO_BIND = 14;

/** "预约培训成功后…": approved, and the pool has no card for them. A centre that keeps no pool is not asked. */
export function cardsMissing(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const { snapshot, context, classes } = desk;
  if (snapshot.cards.length === 0) return [];
  const waiting = new Set(cardsWanted(snapshot, context).waiting);
  return live.flatMap((row): Reminder[] => {
    if (!waiting.has(row) || row.card !== null || row.cardTakenOn !== null || !isBeforeExam(row, desk)) return [];
    const finding = found("T21", { table: "roster", row: row.key, column: "card" }, say.cardMissing(whoIs(row)));
    const one = classes.of(row);
    return [{ finding, due: one?.reportIn ?? null, facts: [one?.name ?? null] }];
  });
}

/** Fetched 14 days ago, and not bound yet: a card works only for one subject and WeChat account that it is bound to. */
export function cardsUnbound(live: readonly Enrolment[], desk: Desk): Reminder[] {
  const { today } = desk.context;
  return live.flatMap((row): Reminder[] => {
    const { cardTakenOn, cardBoundOn } = row;
    if (!isDay(cardTakenOn) || cardBoundOn !== null || today < addDays(cardTakenOn, TO_BIND)) return [];
    if (!isBeforeExam(row, desk) || isVoid(row, desk)) return [];
    const finding = found(
      "T22",
      { table: "roster", row: row.key, column: "cardBoundOn" },
      say.cardUnbound(whoIs(row), cardTakenOn),
    );
    return [{ finding, due: desk.classes.of(row)?.studyTo ?? null, facts: [textOf(row.card), cardTakenOn] }];
  });
}

/** "有效期为绑定之日起6个月": the card ends before the exam, or the class's end where no exam is booked yet. */
export function cardsTooShort(live: readonly Enrolment[], desk: Desk): Reminder[] {
  return live.flatMap((row): Reminder[] => {
    const { cardValidUntil } = row;
    if (!isDay(cardValidUntil) || !isBeforeExam(row, desk) || isVoid(row, desk)) return [];
    const examOn = isDay(row.examOn) && row.exam === EXAM.ahead ? row.examOn : null;
    if (cardValidUntil >= (examOn ?? lastDayKnown(row, desk))) return [];
    const message = say.cardTooShort(whoIs(row), cardValidUntil, examOn);
    const finding = found("T23", { table: "roster", row: row.key, column: "cardValidUntil" }, message);
    return [{ finding, due: cardValidUntil, facts: [textOf(row.card), cardValidUntil, examOn] }];
  });
}

/** No exam can be before this day. */
function lastDayKnown(row: Enrolment, { classes, context: { today } }: Desk): Day {
  const studyTo = classes.of(row)?.studyTo ?? today;
  return studyTo > today ? studyTo : today;
}

/** The exam is still to come, a first one or a 补考; who did not come to a class that is over sits none. */
function isBeforeExam(row: Enrolment, { classes, context: { today } }: Desk): boolean {
  if (row.exam === EXAM.ahead) return !isDay(row.examOn) || row.examOn >= today;
  if (isTrained(row) || row.exam !== null) return true;
  const studyTo = classes.of(row)?.studyTo ?? null;
  return studyTo === null || studyTo >= today;
}

const isVoid = (row: Enrolment, { snapshot }: Desk): boolean => rowWith(snapshot.cards, textOf(row.card))?.state === CARD.voided;
