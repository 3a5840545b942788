import { compare } from "../changes/outcome";
import type { Day } from "../days/civil-day";
import { plainName } from "../plan/classes";
import type { Context } from "../rules/context";
import { groupedBy } from "../snapshot/grouped-by";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { TodoLine } from "./lines";
import { todoLines } from "./todo-lines";
import { unitNames } from "./unit-names";

/** 提醒: who has to do what by when, with the phone and the ready text. */
export interface RemindersView {
  readonly today: Day;
  /** By the name of the unit; what is about nobody's unit comes last, under `null`. */
  readonly units: readonly UnitReminders[];
  readonly count: number;
}

export interface UnitReminders {
  readonly unit: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  /** Most urgent first. */
  readonly lines: readonly TodoLine[];
}

export interface RemindersQuestion {
  /** 班级名称 and 单位全称; `null` for all. */
  readonly class: string | null;
  readonly unit: string | null;
}

export function remindersView(snapshot: Snapshot, context: Context, question: RemindersQuestion): RemindersView {
  const { nameFor } = unitNames(snapshot);
  const [unit, name] = [question.unit === null ? null : nameFor(question.unit), question.class && plainName(question.class)];
  const lines = todoLines(snapshot, context).filter(
    (line) =>
      (unit === null || (line.unit !== null && nameFor(line.unit) === unit)) &&
      (name === null || (line.class !== null && plainName(line.class) === name)),
  );
  const groups = groupedBy(lines, (line) => (line.unit === null ? "" : nameFor(line.unit)));
  const contacts = new Map(snapshot.units.map((row) => [row.name, row]));
  const units = [...groups].sort(([a], [b]) => compare(a || LAST, b || LAST));
  return {
    today: context.today,
    units: units.map(([called, own]) => ({
      unit: called || null,
      contact: contacts.get(called)?.contact ?? null,
      phone: textOf(contacts.get(called)?.phone) || null,
      lines: own.sort(byDay),
    })),
    count: lines.length,
  };
}

/** Behind every name. */
const LAST = "\uffff";

function byDay(a: TodoLine, b: TodoLine): number {
  return compare(a.due ?? LAST, b.due ?? LAST) || compare(a.rule, b.rule) || compare(a.id, b.id);
}
