import { addDays, type Day, isDay } from "../../days/civil-day";
import { CARD, YES_NO } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { CARDS, type Card } from "../../schema/tables";
import * as say from "../../wording/card-desk";
import * as desk from "../../wording/desk";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { keepNote } from "../state-note";

const { action } = say;

/**
 * 模拟卡 (附件2): 领取, 绑定, 改绑 (once, within 24 hours of the binding, and only before the first mock exam: 三.1), 作废, and 另购, a card
 * that somebody bought, as there is no second free one (三.4).
 */
export const card = defineOperation({
  id: "card",
  title: CARDS.title,
  about: say.about,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    action: field.choice({ title: say.actionTitle, words: Object.values(action) }),
    day: orToday(field.day({ title: say.dayTitle, isPast: true })),
    number: optional(field.text({ title: CARDS.columns.number.title, note: say.numberNote, longest: 40 })),
    reason: optional(field.text({ title: desk.REASON_TITLE, note: say.reasonNote })),
  },
  example: { input: { people: "陈晓东", action: action.fetch }, today: "2024-03-20" },
  decide: (run, { people: keys, action: wanted, day, number, reason }) => {
    const isBuying = wanted === action.buy;
    if (isBuying !== (number !== null)) {
      run.complain("number", { given: number ?? "", message: isBuying ? say.numberWanted : say.numberUnasked, possible: [] });
    }
    if (isBuying && keys.length > 1) run.complain("people", { given: "", message: say.onePerson, possible: [] });
    if (isBuying && run.snapshot.cards.some(({ key }) => key === number)) {
      run.complain("number", { given: number ?? "", message: say.numberKnown, possible: [] });
    }
    const pool = new Map(run.snapshot.cards.map((one) => [one.key, one]));
    const rows = stillEnrolled(run, keys, wanted).filter((row) => {
      if (isBuying) return buy(run, row, number ?? "", day);
      const held = row.card === null ? undefined : pool.get(String(row.card));
      if (held !== undefined) return DOING[wanted](run, row, held, day, reason);
      run.refuse(row, "K26", "card", say.noCard(whoIs(row), row.booking));
      return false;
    });
    return (after) =>
      toldOf(
        rows,
        after,
        (before, now) => [
          say.done(day, wanted, number ?? String(before.card ?? "")),
          ...(now.cardValidUntil === null || wanted === action.fetch ? [] : [say.usableTo(now.cardValidUntil)]),
          ...(wanted === action.rebind ? [say.noMoreRebind] : []),
        ],
        (count) => say.manyDone(day, wanted, count),
      );
  },
});

/** Does it and says whether it could be done. */
type Doing = (run: ClerkRun, row: Enrolment, held: Card, day: Day, reason: string | null) => boolean;

const fetched: Doing = (run, row, _held, day) => {
  if (row.cardTakenOn !== null) return refused(run, row, "cardTakenOn", say.fetchedAlready(whoIs(row), row.cardTakenOn));
  run.out.set("roster", row, "cardTakenOn", day, CARDS.title);
  return true;
};

const bound: Doing = (run, row, _held, day) => {
  if (row.cardBoundOn !== null) return refused(run, row, "cardBoundOn", say.boundAlready(whoIs(row), row.cardBoundOn));
  if (isDay(row.cardTakenOn) && day < row.cardTakenOn)
    return refused(run, row, "cardBoundOn", say.beforeFetched(whoIs(row), row.cardTakenOn));
  if (row.cardTakenOn === null) run.out.set("roster", row, "cardTakenOn", day, CARDS.title);
  run.out.set("roster", row, "cardBoundOn", day, CARDS.title);
  return true;
};

/** Only days are kept: within 24 hours is the day of the binding or the next. */
const rebound: Doing = (run, row, held, day) => {
  const { cardBoundOn } = row;
  if (!isDay(cardBoundOn)) return refused(run, row, "cardBoundOn", say.notBound(whoIs(row)));
  if (Number(held.rebinds ?? 0) > 0) return refused(run, row, "card", say.reboundAlready(whoIs(row), held.key));
  if (day < cardBoundOn || day > addDays(cardBoundOn, 1))
    return refused(run, row, "cardBoundOn", say.tooLateToRebind(whoIs(row), cardBoundOn));
  run.out.set("cards", held, "rebinds", 1, CARDS.title);
  return true;
};

const voided: Doing = (run, row, held, day, reason) => {
  if (held.state === CARD.voided) return refused(run, row, "card", say.voidAlready(whoIs(row), held.key));
  run.out.set("cards", held, "state", CARD.voided, CARDS.title);
  const note = say.voidNote(day, reason);
  run.out.set("cards", held, "note", held.note === null ? note : `${held.note}；${note}`, CARDS.title);
  return true;
};

const DOING: Readonly<Record<Exclude<(typeof action)[keyof typeof action], typeof action.buy>, Doing>> = {
  [action.fetch]: fetched,
  [action.bind]: bound,
  [action.rebind]: rebound,
  [action.void]: voided,
};

/** The bought card is the one in use from now on; the first one keeps its own days. */
function buy(run: ClerkRun, row: Enrolment, number: string, day: Day): boolean {
  run.out.add(
    "cards",
    { number, state: CARD.taken, enrolment: row.key, takenOn: day, bought: YES_NO.yes, note: say.boughtBy(row.name) },
    CARDS.title,
  );
  run.out.set("roster", row, "card", number, CARDS.title);
  run.out.set("roster", row, "cardTakenOn", day, CARDS.title);
  run.out.set("roster", row, "cardBoundOn", null, CARDS.title);
  keepNote(run, row, say.boughtOn(day, number), CARDS.title);
  return true;
}

function refused(run: ClerkRun, row: Enrolment, column: keyof Enrolment & string, message: string): false {
  run.refuse(row, "K27", column, message);
  return false;
}
