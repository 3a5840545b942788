import { compare } from "../changes/outcome";
import type { TrainingClass } from "../plan/training-class";
import { type ClassFinder, classFinder } from "../rules/class-finder";
import { holdsSeat } from "../rules/standing";
import { BOOKING } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import { groupedBy } from "../snapshot/grouped-by";
import { kept } from "../snapshot/kept";
import { rowsAside } from "../snapshot/rows-aside";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { ClassLine, Count, NamedCount, PersonLine } from "./lines";

/** A row of 名册 as it is counted: rows that share a number are there too. */
export interface Listed {
  readonly row: Enrolment;
  readonly isRepeated: boolean;
}

/** Everybody in 名册, in the order of the sheet. */
export const everybody = kept((snapshot: Pick<Snapshot, "roster" | "repeated">): readonly Listed[] => {
  const alone = snapshot.roster.map((row) => ({ row, isRepeated: false }));
  const aside = rowsAside(snapshot.repeated, "roster").map((row) => ({ row, isRepeated: true }));
  return aside.length === 0 ? alone : [...alone, ...aside].sort((a, b) => a.row.at - b.row.at);
});

export function personLine({ row, isRepeated }: Listed): PersonLine {
  const { key, at, name, unit, post, kind, class: className, light, progress, booking } = row;
  const refusal = booking === BOOKING.refused ? row.refusal : null;
  return { key, at, name, unit, ending: endingOf(row), post, kind, class: className, light, progress, refusal, isRepeated };
}

function endingOf({ idNumber }: Enrolment): string | null {
  return textOf(idNumber).slice(-4) || null;
}

export function byUnit(one: Listed, other: Listed): number {
  return compare(one.row.unit ?? "", other.row.unit ?? "") || compare(one.row.key, other.row.key);
}

export function countOf(people: readonly Listed[]): Count {
  return { count: people.length, people: people.map(({ row }) => row.key) };
}

/**
 * How many there are of each name, those that nobody has left out.
 *
 * @param order the names in their order; others follow by themselves
 */
export function countsBy(
  people: readonly Listed[],
  nameOf: (row: Enrolment) => string | null,
  order: readonly string[],
): readonly NamedCount[] {
  const groups = groupedBy(people, ({ row }) => nameOf(row) ?? "");
  const others = [...groups.keys()].filter((name) => !order.includes(name)).sort(compare);
  return [...order, ...others].flatMap((name) => {
    const group = groups.get(name);
    return group ? [{ name, ...countOf(group) }] : [];
  });
}

interface ClassPeople {
  readonly classes: ClassFinder;
  /** Who holds a seat of the class. */
  readonly of: (one: TrainingClass) => readonly Listed[];
}

/** The classes of the plan year with their people. */
export const classPeople = kept((snapshot: Snapshot): ClassPeople => {
  const classes = classFinder(snapshot);
  const groups = groupedBy(everybody(snapshot), ({ row }) => (holdsSeat(row) ? (classes.named(row.class)?.key ?? null) : null));
  return { classes, of: ({ key }) => groups.get(key) ?? [] };
});

export function classLine(snapshot: Snapshot, one: TrainingClass): ClassLine {
  const taken = classPeople(snapshot).of(one).length;
  const { capacity, open, year: _year, version: _version, ...said } = one;
  return { ...said, isOpen: open, seats: { capacity, taken, free: capacity === null ? null : capacity - taken } };
}
