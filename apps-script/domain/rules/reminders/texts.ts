import { compare } from "../../changes/outcome";
import { type Day, isDay } from "../../days/civil-day";
import { MOVERS, type Mover } from "../../schema/allowed";
import { PAPER_COLUMNS, type PaperColumn, paperOf } from "../../schema/paper-columns";
import type { Enrolment } from "../../schema/roster";
import type { TodoRow } from "../../schema/tables";
import { rowWith } from "../../snapshot/by-key";
import { listed } from "../../snapshot/listed";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/reminder-texts";
import { isRuleCode, moverOf, type RuleCode } from "../../wording/rules";
import type { Context } from "../context";
import { openFee } from "../money/debts";
import { calledTo } from "../paper-answers";
import { isOpenLine, isShownLine } from "../todo-answers";
import { type Desk, deskOf } from "./desk";

/** A line of 待办 that is there, with what it asks of people outside the centre. */
export interface ReminderText {
  /** 编号 of the line. */
  readonly id: string;
  readonly code: RuleCode;
  /** 报名编号 of everybody concerned, where that is known. */
  readonly people: readonly string[];
  readonly unit: string | null;
  readonly class: string | null;
  readonly due: Day | null;
  readonly whose: Mover;
  /** Not answered; one that is told and is to come back is not open. */
  readonly isOpen: boolean;
  /** `已通知2次，上次1月25日 微信`; `""` where nobody was told. */
  readonly told: string;
  /** `请在3月21日（含）前在省厅系统预约再培训班第二期`; `null` where it is the centre's own move. */
  readonly what: string | null;
  /** The message to the one person it is about, at most 70 characters; `null` where it is about a unit or nothing is asked. */
  readonly text: string | null;
}

/**
 * The lines of 待办 that are open or told, by day, with their texts. 待办 says what was so at its last run; `todoNow` brings it up
 * to now.
 */
export function textsOf(snapshot: Snapshot, context: Context): readonly ReminderText[] {
  const desk = deskOf(snapshot, context);
  return snapshot.todo
    .filter(isShownLine)
    .flatMap((row) => (isRuleCode(row.code) ? [textFor(row, row.code, desk)] : []))
    .sort(
      (a, b) => compare(a.due ?? LAST, b.due ?? LAST) || compare(a.people[0] ?? "", b.people[0] ?? "") || compare(a.id, b.id),
    );
}

/** Behind every day. */
const LAST = "9999";

function textFor(row: TodoRow, code: RuleCode, desk: Desk): ReminderText {
  const { snapshot, context, classes } = desk;
  const people = listed(row.people);
  const [first = ""] = people;
  const person = people.length === 1 ? rowWith(snapshot.roster, first) : null;
  const whose = MOVERS.find((mover) => mover === row.whose) ?? moverOf(code);
  const about = {
    due: isDay(row.due) ? row.due : null,
    today: context.today,
    reportIn: classes.named(row.class)?.reportIn ?? null,
    papers: person === null ? [] : papersOf(code, person, desk),
    owed: person === null ? 0 : openFee(person),
  };
  const what = (className: string) => say.whatIn(code, whose, { ...about, class: className });
  const name = row.class ?? "";
  const message = (shorten: (text: string) => string): string => what(shorten(name)) ?? "";
  const isAsked = what(name) !== null;
  return {
    id: row.key,
    code,
    people,
    unit: row.unit,
    class: row.class,
    due: about.due,
    whose,
    isOpen: isOpenLine(row),
    told: Number(row.told ?? 0) > 0 ? say.toldWords(Number(row.told), isDay(row.toldOn) ? row.toldOn : null, row.toldBy) : "",
    what: what(name),
    text: person === null || !isAsked ? null : say.personText(person.name ?? "", message, context.settings.centrePhone),
  };
}

const STAGES_ASKED: { readonly [C in RuleCode]?: Parameters<Desk["shortOf"]>[1] } = {
  T18: ["upload", "profile"],
  T19: ["desk"],
};

/** The papers that somebody is short of, each once, its checks with it. */
function papersOf(code: RuleCode, row: Enrolment, { shortOf }: Desk): readonly string[] {
  const stages = STAGES_ASKED[code];
  if (stages === undefined) return [];
  const paperCalled = (column: PaperColumn): string => {
    const { checkOf } = paperOf(column);
    return calledTo(PAPER_COLUMNS.find((one) => one === checkOf) ?? column, row);
  };
  return [...new Set(shortOf(row, stages).columns.map(paperCalled))];
}
