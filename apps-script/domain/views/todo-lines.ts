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
import type { TodoLine } from "./lines";

/** The rows of 待办 that are open, and those of which somebody was told and that are to come back. */
export function todoLines(snapshot: Snapshot, context: Context): readonly TodoLine[] {
  return todoOn(snapshot, context).lines;
}

/** What these rows ask of people outside the centre. */
export function todoTexts(snapshot: Snapshot, context: Context): readonly ReminderText[] {
  return todoOn(snapshot, context).texts;
}

interface Todo {
  readonly texts: readonly ReminderText[];
  readonly lines: readonly TodoLine[];
}

function todoOn(snapshot: Snapshot, context: Context): Todo {
  const byDay = todoByDay(snapshot);
  const todo = byDay.get(context.today) ?? readTodo(todoNow(snapshot, context), context);
  byDay.set(context.today, todo);
  return todo;
}

const todoByDay = kept((_: Snapshot) => new Map<string, Todo>());

/** A file raised it: something that was not taken, or that staff have to settle. */
export const isFromFile = ({ isRaisedByFile }: TodoLine): boolean => isRaisedByFile;

function readTodo(snapshot: Snapshot, context: Context): Todo {
  const texts = textsOf(snapshot, context);
  const byRow = new Map(texts.map((one) => [one.id, one]));
  const shown = snapshot.todo.filter(isShownLine);
  return { texts, lines: shown.map((row) => todoLine(row, byRow.get(row.key) ?? null, context)) };
}

function todoLine(row: TodoRow, text: ReminderText | null, { today }: Context): TodoLine {
  const due = isDay(row.due) ? row.due : null;
  return {
    id: row.key,
    code: text?.code ?? null,
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
    told: text?.told || null,
    what: text?.what ?? null,
    text: text?.text ?? null,
    isRaisedByFile: row.source !== RULE_SOURCE,
  };
}
