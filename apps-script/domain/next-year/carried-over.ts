import { OutcomeBuilder } from "../changes/outcome";
import { valuesOf } from "../changes/undo";
import { readPool } from "../rules/card-pool";
import { classFinder } from "../rules/class-finder";
import type { Context } from "../rules/context";
import { enrolmentPrefix, numberer } from "../rules/numberer";
import { readAnswer } from "../rules/paper-answers";
import { KIND } from "../schema/allowed";
import { type Enrolment, ROSTER } from "../schema/roster";
import { columnTitle } from "../schema/titles";
import { UNIT_COLUMNS } from "../schema/unit-columns";
import { rowWith } from "../snapshot/by-key";
import { listed } from "../snapshot/listed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import * as say from "../wording/next-year";
import type { Carried, EndedEnrolment, Holder, Left } from "./carried";
import { type LeftMoney, moneyLeftIn } from "./carried-money";
import { type PersonPost, personPostsOf } from "./person-posts";
import { stillToCome, type YearEnd, type YearTurn, yearEndOf } from "./year-end";

/**
 * What goes from the old book into the one of the next year: each holder as one open enrolment a person and post, what the
 * year before left to pay, the cards that nobody has, and what ended, for 历史. Of the state of the old year nothing.
 *
 * @param snapshot the old book, every row of which has its numbers
 * @param context of the old book on the day
 */
export function carriedOver(snapshot: Snapshot, context: Context): Carried {
  const { settings } = context;
  const turn: YearTurn = { context, classes: classFinder(snapshot), year: settings.planYear + 1 };
  const money = moneyLeftIn(snapshot, context);
  const holders: Holder[] = [];
  const left: Left[] = [];
  for (const group of personPostsOf(snapshot.roster)) {
    const end = yearEndOf(group, turn);
    if (end.kind === "holder") holders.push(holderOf(group, end, snapshot, money, turn));
    else left.push(leftOf(group, end, money));
  }
  const { free } = readPool(new OutcomeBuilder(), snapshot);
  return {
    year: turn.year,
    from: [textOf(settings.workbook), ...listed(settings.carriedFrom)],
    holders,
    left,
    ended: endedIn(snapshot, turn),
    undecided: new Map([...money].flatMap(([key, { undecided }]) => (undecided > 0 ? [[key, undecided]] : []))),
    cards: free,
    issued: new Set(snapshot.cards.flatMap(({ key, enrolment }) => (enrolment === null ? [] : [key]))),
    units: snapshot.units,
    lastNumber: numberer(enrolmentPrefix(turn.year), 0, idsIn(snapshot)).last(),
  };
}

const idsIn = ({ roster, history }: Snapshot): Value[] => [...roster, ...history].map(({ id }) => id);

type EndOfHolder = Extract<YearEnd, { kind: "holder" }>;

function holderOf(
  group: PersonPost,
  { by, validUntil, question, unfinished }: EndOfHolder,
  snapshot: Snapshot,
  money: ReadonlyMap<string, LeftMoney>,
  { year }: YearTurn,
): Holder {
  const { rows, all, newest } = group;
  const unit = Object.fromEntries(UNIT_COLUMNS.map((column): [string, Value] => [column, newest[column]]));
  const values = {
    ...unit,
    person: newest.person,
    kind: KIND.retraining,
    certificate: by.certificate ?? newest.certificate,
    validUntil,
    stateNote: say.noteOfCarried(year - 1, question, unfinished),
  };
  return {
    from: numbersOf(group),
    person: textOf(newest.person),
    values,
    education: educationOf(rows, snapshot),
    money: sumOf({ all }, money, ({ credit, debt }) => credit - debt),
    question,
    unfinished,
    newest,
  };
}

function leftOf(group: PersonPost, { by, why }: Extract<YearEnd, { kind: "none" }>, money: ReadonlyMap<string, LeftMoney>): Left {
  const [debt, credit] = [sumOf(group, money, (one) => one.debt), sumOf(group, money, (one) => one.credit)];
  return { row: by, why, from: numbersOf(group), debt, credit };
}

/** The newest first. */
function numbersOf({ all, newest }: PersonPost): Holder["from"] {
  const ids = all.map(({ key }) => key).reverse();
  return [newest.key, ...ids.filter((id) => id !== newest.key)];
}

function sumOf({ all }: Pick<PersonPost, "all">, money: ReadonlyMap<string, LeftMoney>, of: (left: LeftMoney) => number): number {
  return all.reduce((sum, { key }) => sum + of(money.get(key) ?? { key, debt: 0, credit: 0, undecided: 0 }), 0);
}

/** The newest answer that says it was handed in, or is not needed. */
function educationOf(rows: readonly Enrolment[], { papers }: Snapshot): Value {
  const answers = rows.map(({ key }) => rowWith(papers, key)?.profileEducation ?? null);
  return answers.reverse().find((answer) => readAnswer(answer).kind === "in") ?? null;
}

/** Every enrolment but those of which something is still to come, with the days of its class. */
function endedIn(snapshot: Snapshot, turn: YearTurn): EndedEnrolment[] {
  return snapshot.roster
    .filter((row) => stillToCome(row, turn) === null)
    .map((row) => {
      const { studyFrom = null, studyTo = null } = turn.classes.of(row) ?? {};
      const days = studyFrom === null || studyTo === null ? {} : { [say.CLASS_DAYS]: say.classDays(studyFrom, studyTo) };
      const held = Object.entries(valuesOf(ROSTER, row)).map(([name, value]) => [columnTitle("roster", name), value]);
      return { row, values: { ...Object.fromEntries(held), ...days } };
    });
}
