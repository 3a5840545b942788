import { maskAs, maskText } from "../../../../apps-script/domain/people/masks";
import { ROSTER } from "../../../../apps-script/domain/schema/roster";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import type { ClassLine, MethodSum, NamedCount, PersonLine, RunLine, TodoLine } from "../../../../apps-script/domain/views/lines";
import { dueWords } from "../../../../apps-script/domain/wording/views";
import * as say from "../../wording/views";
import { textTable } from "../text-table";

/** Parts of views as lines of text. Whatever a cell may hold is masked here. */

export const shown = (value: Value | undefined): string => (value === null || value === undefined ? "" : maskText(String(value)));
export const shownPhone = (value: string | null): string => (value === null ? "" : maskAs("phone", value));
export const shownId = (value: string | null): string => (value === null ? "" : maskAs("id", value));

/** `2024-03-20 09:10` of a moment. */
export const moment = (time: string | null): string => (time ?? "").slice(0, 16).replace("T", " ");

/** A title above lines; nothing where there are none. */
export function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

/** What is known, each with what it is; what is empty is left out. */
export function facts(all: readonly (readonly [title: string, value: string])[]): string[] {
  return all.flatMap(([title, value]) => (value === "" ? [] : [say.fact(title, value)]));
}

export function table(header: readonly string[], rows: readonly (readonly string[])[], widest?: number): string[] {
  return rows.length === 0 ? [] : textTable(header, rows, widest).split("\n");
}

export const counts = (all: readonly NamedCount[]): string => all.map(({ name, count }) => say.countOf(name, count)).join("，");
export const sums = (all: readonly MethodSum[]): string => all.map(({ method, amount }) => say.sumOf(method, amount)).join("，");

const { id, name, unit, class: className, light, progress } = ROSTER.columns;
const PEOPLE_TITLES = [id.title, name.title, unit.title, say.ending, className.title, light.title, progress.title];

export function peopleTable(people: readonly PersonLine[]): string[] {
  return table(PEOPLE_TITLES, people.map(personCells));
}

function personCells(one: PersonLine): string[] {
  const key = one.isRepeated ? say.repeated(one.key, one.at) : one.key;
  return [key, ...[one.name, one.unit, one.ending, one.class, one.light, one.progress].map(shown)];
}

export function todoRow({ severity, content, due, daysLeft, suggestion, phone, told }: TodoLine): string {
  const until = due === null || daysLeft === null ? "" : dueWords(due, daysLeft);
  return [`[${severity}]`, until, shown(content), shown(suggestion), shownPhone(phone), shown(told)]
    .filter((one) => one !== "")
    .join(" ");
}

export function runRow({ id: run, time, clerk, action, summary, state }: RunLine): string {
  return [run, moment(time), shown(clerk), shown(action), shown(summary), shown(state)].filter((one) => one !== "").join("  ");
}

/** Name, days and seats of a class. */
export function classFacts(one: ClassLine): string[] {
  return facts([
    [say.classTitle, one.isOpen ? one.name : say.stopped(one.name)],
    [say.deadline, shown(one.deadline)],
    [say.booking, say.range(one.bookingFrom, one.bookingTo)],
    [say.reportIn, [one.reportIn ?? "", one.reportHours ?? ""].join(" ").trim()],
    [say.study, say.range(one.studyFrom, one.studyTo)],
    [say.place, shown(one.place)],
    [say.seats, say.seatsOf(one.seats)],
  ]);
}
