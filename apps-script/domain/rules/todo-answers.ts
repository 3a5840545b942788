import type { OutcomeBuilder } from "../changes/outcome";
import { addDays, type Day, daysBetween } from "../days/civil-day";
import { ANSWER, type MEANS_OF_TELLING } from "../schema/allowed";
import type { TodoRow } from "../schema/tables";
import * as say from "../wording/todo";
import type { Context } from "./context";
import type { Reminder } from "./reminders/reminder";
import { isChanged, type Line } from "./todo-line";

/** Words of 处理 after which a line rests; any other word is a note of staff's, and the line stays open. */
const RESTING: readonly (string | null)[] = [ANSWER.told, ANSWER.confirmed, ANSWER.changed, ANSWER.ignored];

/** A thing to do that nobody has answered and that is there. */
export function isOpenLine({ answer, state }: Pick<TodoRow, "answer" | "state">): boolean {
  return state === null && !RESTING.includes(answer);
}

/** A thing to do that is there, open or told and to come back. */
export function isShownLine(row: Pick<TodoRow, "answer" | "state">): boolean {
  return isOpenLine(row) || (row.state === null && row.answer === ANSWER.told);
}

/** Writes what a row says now; gives back whether it is open. */
export function followLine(
  out: OutcomeBuilder,
  row: TodoRow,
  line: Line,
  call: Pick<Reminder, "due" | "window"> | undefined,
  context: Context,
): boolean {
  for (const [column, value] of Object.entries<string | null>({ ...line })) {
    out.set("todo", row, column as keyof Line, value, say.todoReason);
  }
  if (!RESTING.includes(row.answer)) return true;
  if (isDueAgain(row, line, context.today)) {
    reopen(out, row);
    return true;
  }
  if (row.answer === ANSWER.told && row.backOn === null) {
    const back = backOn(call ?? line, context.today, context);
    tellOnce(out, row, { day: context.today, back, by: null, clerk: null }, say.todoReason);
  }
  return false;
}

/** That somebody was told, and when the line comes back; by what and by whom where that is known. */
export interface Telling {
  readonly day: Day;
  readonly back: Day;
  readonly by: (typeof MEANS_OF_TELLING)[number] | null;
  readonly clerk: string | null;
}

/** Counts one more time that somebody was told. */
export function tellOnce(out: OutcomeBuilder, row: TodoRow, { day, back, by, clerk }: Telling, reason: string): void {
  out.set("todo", row, "told", Number(row.told ?? 0) + 1, reason);
  out.set("todo", row, "toldOn", day, reason);
  out.set("todo", row, "toldBy", by, reason);
  out.set("todo", row, "toldClerk", clerk, reason);
  out.set("todo", row, "backOn", back, reason);
}

/** A line that a file raised comes back by its day alone. */
export function wakeLine(out: OutcomeBuilder, row: TodoRow, today: Day): void {
  if (row.state !== null || row.answer !== ANSWER.told || row.backOn === null || row.backOn > today) return;
  reopen(out, row);
}

function reopen(out: OutcomeBuilder, row: TodoRow): void {
  out.set("todo", row, "answer", ANSWER.none, say.againReason);
  out.set("todo", row, "backOn", null, say.againReason);
}

/**
 * An answer is about the matter as it was: with another class, day or reason the line opens again, and so it does when it was gone
 * and is back. Only what staff want to hear no more of (忽略) stays so while the matter is the same. Who was told is to be told
 * again from 再提醒日 on.
 */
function isDueAgain(row: TodoRow, line: Line, today: Day): boolean {
  const { answer, state, backOn: back } = row;
  if (isChanged(row, line)) return true;
  if (state !== null && answer !== ANSWER.ignored) return true;
  return answer === ANSWER.told && back !== null && back <= today;
}

/** The matter is settled: the row stays, with the day on which that was seen. */
export function closeLine(out: OutcomeBuilder, row: TodoRow, today: Day): void {
  if (row.state === say.goneState) return;
  out.set("todo", row, "state", say.goneState, say.todoReason);
  out.set("todo", row, "goneOn", today, say.todoReason);
  out.set("todo", row, "backOn", null, say.todoReason);
}

/** Working days before the due day; days after which a line without one comes back; and days that one without a window rests at most. */
const BEFORE_DUE = 3;
const WITHOUT_DAY = 7;
const LONGEST_REST = 30;

/**
 * 再提醒日 of somebody who is told on a day: half of the window, three working days before the day it is due, that day and the last
 * one, whichever is next; without a window half of the time that is left, and without any day a week later.
 */
export function backOn({ due, window }: Pick<Reminder, "due" | "window">, told: Day, { calendar }: Context): Day {
  const before = due === null ? null : workingDaysBefore(due, BEFORE_DUE, calendar);
  const half = window === undefined ? restingTo(told, due) : halfBetween(...window);
  const next = [half, before, due, window?.[1] ?? null].flatMap((day) => (day !== null && day > told ? [day] : [])).sort()[0];
  return next ?? addDays(told, WITHOUT_DAY);
}

const halfBetween = (from: Day, to: Day): Day => addDays(from, Math.floor(daysBetween(from, to) / 2));

function restingTo(told: Day, due: Day | null): Day | null {
  return due === null || due <= told ? null : addDays(told, Math.min(LONGEST_REST, Math.ceil(daysBetween(told, due) / 2)));
}

/** In a year whose calendar is not known a weekend may lie between: better early than late. */
const BEFORE_UNKNOWN = 5;

function workingDaysBefore(day: Day, count: number, { isWorkingDay }: Context["calendar"]): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, -1);
    const works = isWorkingDay(at);
    if (works === null) return addDays(day, -BEFORE_UNKNOWN);
    if (works) left -= 1;
  }
  return at;
}
