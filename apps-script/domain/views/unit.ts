import type { Day } from "../days/civil-day";
import type { Context } from "../rules/context";
import { DIRECTION } from "../schema/allowed";
import { listed } from "../snapshot/listed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { byUnit, everybody, personLine } from "./everybody";
import type { PersonLine, TodoLine } from "./lines";
import { isFromFile, todoLines } from "./todo-lines";
import { unitNames } from "./unit-names";

/** 单位: its people, its files, and what is open between it and the centre. */
export interface UnitView {
  readonly today: Day;
  readonly name: string;
  /** False for a unit that stands in 名册 alone. */
  readonly isListed: boolean;
  readonly aliases: readonly string[];
  readonly category: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly status: string | null;
  /** 代报单位: for which it reports, and which report for it. */
  readonly reportsFor: readonly string[];
  readonly reportedBy: readonly string[];
  readonly people: readonly PersonLine[];
  /** 往来, the newest first. */
  readonly files: readonly FileLine[];
  /** The last file sent is not back. */
  readonly isWaitedFor: boolean;
  /** Open rows of 待办 that its files raised: what was not taken, and why. */
  readonly notTaken: readonly TodoLine[];
  readonly conflicts: readonly ConflictLine[];
  /** All other open rows of 待办 about it and its people. */
  readonly todo: readonly TodoLine[];
}

export interface FileLine {
  /** As it is written in 往来. */
  readonly unit: string | null;
  /** 发出 or 收回. */
  readonly direction: string | null;
  readonly exchange: string | null;
  readonly generation: number | string | null;
  readonly file: string | null;
  readonly time: string | null;
  readonly people: number | string | null;
  readonly added: number | string | null;
  readonly updated: number | string | null;
  readonly conflicts: number | string | null;
  /** 退回: rows that were not taken. */
  readonly refused: number | string | null;
}

/** One cell that both sides changed and nobody has chosen for. */
export interface ConflictLine {
  /** As 处理冲突 takes it. */
  readonly key: string;
  readonly enrolment: string | null;
  readonly name: string | null;
  readonly column: string | null;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly source: string | null;
  /** 采用, where staff have written it and no run has taken it yet. */
  readonly choice: string | null;
}

export interface UnitQuestion {
  /** 单位全称 */
  readonly unit: string;
}

/** A unit by its full name, an alias, or as it stands in 名册. */
export function unitView(snapshot: Snapshot, context: Context, { unit }: UnitQuestion): UnitView {
  const { nameFor } = unitNames(snapshot);
  const name = nameFor(unit);
  const isIts = (written: string | null): boolean => written !== null && nameFor(written) === name;
  const own = snapshot.units.find((row) => row.name === name);
  const people = everybody(snapshot).filter(({ row }) => isIts(row.unit));
  const keys = new Set(people.map(({ row }) => row.key));
  const todo = todoLines(snapshot, context).filter((line) => isIts(line.unit) || line.people.some((key) => keys.has(key)));
  const files = filesOf(snapshot, isIts);
  return {
    today: context.today,
    name,
    isListed: own !== undefined,
    aliases: listed(own?.aliases),
    category: own?.category ?? null,
    contact: own?.contact ?? null,
    phone: textOf(own?.phone) || null,
    email: own?.email ?? null,
    status: own?.status ?? null,
    reportsFor: listed(own?.reportsFor),
    reportedBy: snapshot.units.flatMap((row) => (listed(row.reportsFor).some(isIts) && row.name !== null ? [row.name] : [])),
    people: [...people].sort(byUnit).map(personLine),
    files,
    isWaitedFor: isWaitedFor(files),
    notTaken: todo.filter(isFromFile),
    conflicts: snapshot.conflicts
      .filter((row) => keys.has(textOf(row.enrolment)) || isIts(row.unit))
      .map(({ key, enrolment, name: who, column, base, ours, theirs, source, choice }) => ({
        key,
        enrolment: textOf(enrolment) || null,
        name: who,
        column,
        base: textOf(base) || null,
        ours: textOf(ours) || null,
        theirs: textOf(theirs) || null,
        source,
        choice: textOf(choice) || null,
      })),
    todo: todo.filter((line) => !isFromFile(line)),
  };
}

/** 往来 of a unit, the newest first: rows are only added below, also by a clock that is slow or by one run within a second. */
export function filesOf({ exchanges }: Pick<Snapshot, "exchanges">, isIts: (unit: string | null) => boolean): FileLine[] {
  return exchanges
    .filter(({ unit }) => isIts(unit))
    .sort((a, b) => b.at - a.at)
    .map(({ unit, direction, exchange, generation, file, time, people, added, updated, conflicts, refused }) => {
      const counts = { people, added, updated, conflicts, refused };
      return { unit, direction, exchange: textOf(exchange) || null, generation, file, time, ...counts };
    });
}

/** A file went out after the last one that came back. `files` are the newest first. */
export function isWaitedFor(files: readonly Pick<FileLine, "direction">[]): boolean {
  const last = files.find(({ direction }) => direction === DIRECTION.sent || direction === DIRECTION.received);
  return last?.direction === DIRECTION.sent;
}

export const isSent = ({ direction }: Pick<FileLine, "direction">): boolean => direction === DIRECTION.sent;
