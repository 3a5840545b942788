import { compare } from "../changes/outcome";
import type { Day } from "../days/civil-day";
import { plainName } from "../plan/classes";
import type { Context } from "../rules/context";
import { classTexts, unitTexts } from "../rules/reminders/joint-texts";
import { MOVER } from "../schema/allowed";
import { groupedBy } from "../snapshot/grouped-by";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { TodoLine } from "./lines";
import { todoLines, todoTexts } from "./todo-lines";
import { unitNames } from "./unit-names";

/** 提醒: who has to do what by when, with the phone and the ready text. */
export interface RemindersView {
  readonly today: Day;
  /** By the name of the unit; what is about nobody's unit comes last, under `null`. */
  readonly units: readonly UnitReminders[];
  /** For the group of each class. */
  readonly classes: readonly ClassReminders[];
  /** Lines, and how many of them are open. */
  readonly count: number;
  readonly open: number;
}

export interface UnitReminders {
  readonly unit: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  /** By day. */
  readonly lines: readonly TodoLine[];
  /** All that is open of it as one text; `null` where nothing is asked. */
  readonly text: string | null;
}

/** One text about what is open of a class; it names nobody's id. */
export interface ClassReminders {
  readonly class: string;
  /** 编号 of the lines that it tells of. */
  readonly lines: readonly string[];
  readonly text: string;
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
      isOfOthers(line) &&
      (unit === null || (line.unit !== null && nameFor(line.unit) === unit)) &&
      (name === null || (line.class !== null && plainName(line.class) === name)),
  );
  const ids = new Set(lines.map(({ id }) => id));
  const asked = todoTexts(snapshot, context).filter(({ id, isOpen }) => isOpen && ids.has(id));
  const texts = new Map(unitTexts(asked, snapshot, context).map(({ of, text }) => [of ?? "", text]));
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
      text: texts.get(called) ?? null,
    })),
    classes: classTexts(asked, snapshot, context).flatMap(({ of, lines: told, text }) =>
      of === null ? [] : [{ class: of, lines: told, text }],
    ),
    count: lines.length,
    open: lines.filter(({ isOpen }) => isOpen).length,
  };
}

/** Not the centre's own move alone: it is somebody else's, or there is something to tell them. */
const isOfOthers = ({ whose, what }: TodoLine): boolean => whose !== MOVER.centre || what !== null;

/** Behind every name. */
const LAST = "\uffff";

function byDay(a: TodoLine, b: TodoLine): number {
  return compare(a.due ?? LAST, b.due ?? LAST) || compare(a.rule, b.rule) || compare(a.id, b.id);
}
