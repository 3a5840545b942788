import { daysBetween, isDay } from "../days/civil-day";
import type { Context } from "../rules/context";
import { type ReminderText, textsOf } from "../rules/reminders/texts";
import { RULE_SOURCE } from "../rules/todo";
import { isOpenLine, isShownLine } from "../rules/todo-answers";
import { todoNow } from "../rules/todo-now";
import type { TodoRow } from "../schema/tables";
import { kept } from "../snapshot/kept";
import { listed } from "../snapshot/listed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { isRuleCode } from "../wording/rules";
import type { TodoLine, TodoMatter } from "./lines";

/** The rows of 待办 that are open, and those of which somebody was told and that are to come back. */
export function todoMatters(snapshot: Snapshot, context: Context): readonly TodoMatter[] {
  return todoOn(snapshot, context).matters;
}

/** The same with what is said of them, which takes longer. */
export function todoLines(snapshot: Snapshot, context: Context): readonly TodoLine[] {
  return todoOn(snapshot, context).told().lines;
}

/** What these rows ask of people outside the centre. */
export function todoTexts(snapshot: Snapshot, context: Context): readonly ReminderText[] {
  return todoOn(snapshot, context).told().texts;
}

interface Todo {
  readonly matters: readonly TodoMatter[];
  readonly told: () => Told;
}

interface Told {
  readonly texts: readonly ReminderText[];
  readonly lines: readonly TodoLine[];
}

function todoOn(snapshot: Snapshot, context: Context): Todo {
  const now = todoNow(snapshot, context);
  const byDay = todoByDay(now);
  const todo = byDay.get(context.today) ?? readTodo(now, context);
  byDay.set(context.today, todo);
  return todo;
}

const todoByDay = kept((_: Snapshot) => new Map<string, Todo>());

/** A file raised it: something that was not taken, or that staff have to settle. */
export const isFromFile = ({ isRaisedByFile }: TodoMatter): boolean => isRaisedByFile;

function readTodo(snapshot: Snapshot, context: Context): Todo {
  const matters = snapshot.todo.filter(isShownLine).map((row) => matterIn(row, context));
  let told: Told | null = null;
  return {
    matters,
    told: () => {
      told ??= toldOf(matters, textsOf(snapshot, context));
      return told;
    },
  };
}

function toldOf(matters: readonly TodoMatter[], texts: readonly ReminderText[]): Told {
  const byRow = new Map(texts.map((one) => [one.id, one]));
  const lines = matters.map((matter): TodoLine => {
    const text = byRow.get(matter.id);
    return { ...matter, told: text?.told || null, what: text?.what ?? null, text: text?.text ?? null };
  });
  return { texts, lines };
}

function matterIn(row: TodoRow, { today }: Context): TodoMatter {
  const due = isDay(row.due) ? row.due : null;
  return {
    id: row.key,
    code: isRuleCode(row.code) ? row.code : null,
    rule: textOf(row.rule),
    severity: textOf(row.severity),
    whose: row.whose,
    people: listed(row.people),
    subject: row.subject,
    unit: row.unit,
    phone: textOf(row.phone) || null,
    class: row.class,
    content: textOf(row.content),
    suggestion: row.suggestion,
    due,
    daysLeft: due === null ? null : daysBetween(today, due),
    isOpen: isOpenLine(row),
    isRaisedByFile: row.source !== RULE_SOURCE,
  };
}
