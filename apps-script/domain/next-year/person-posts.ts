import { compare } from "../changes/outcome";
import { canonicalName } from "../people/canonical";
import { documentKey } from "../people/same-person";
import { isMoved, postForm } from "../rules/money/moves";
import { isWithdrawn } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import { groupedBy } from "../snapshot/grouped-by";
import { textOf } from "../snapshot/value";

/** All enrolments of one person and post in a year, by number; 转班 closes the ones that were left for another of them. */
export interface PersonPost {
  readonly rows: readonly [Enrolment, ...Enrolment[]];
  /** With those that were left for another one. */
  readonly all: readonly Enrolment[];
  /** The newest: what it says of the person is the freshest. */
  readonly newest: Enrolment;
}

/** Everybody in 名册 by person and post, in the order of the first number of each. */
export function personPostsOf(roster: readonly Enrolment[]): PersonPost[] {
  const sorted = [...roster].sort((a, b) => compare(a.key, b.key));
  const personOf = personsOf(sorted);
  const groups = groupedBy(sorted, (row) => `${personOf(row)}\n${postForm(row)}`);
  return [...groups.values()].flatMap((all): PersonPost[] => {
    const kept = all.filter((row) => !isMoved(row));
    const [first, ...others] = kept.length > 0 ? kept : all;
    return first === undefined ? [] : [{ all, rows: [first, ...others], newest: others[others.length - 1] ?? first }];
  });
}

/** Whether two rows are of two people by what stands in them, whatever their 人员编号. */
export function areTwoPeople(one: Enrolment, other: Enrolment): boolean {
  const [document, another] = [documentKey(one), documentKey(other)];
  const isSameName = canonicalName(textOf(one.name)) === canonicalName(textOf(other.name));
  return document !== null && another !== null && document !== another && !isSameName;
}

/**
 * Pairs of live enrolments of one post and 人员编号 that are of two people: a number copied along with a row. What staff have
 * put together (合并人员) leaves one of them live.
 */
export function sharedNumbers(roster: readonly Enrolment[]): (readonly [Enrolment, Enrolment])[] {
  const live = roster.filter((row) => textOf(row.person) !== "" && !isWithdrawn(row));
  const groups = groupedBy(live, (row) => `${textOf(row.person)}\n${postForm(row)}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    const other = first && others.find((row) => areTwoPeople(first, row));
    return first && other ? [[first, other] as const] : [];
  });
}

/**
 * Who an enrolment is of: rows that share a 人员编号 or a document are one person's, also over a third one. A person goes by the
 * first number that says so.
 */
function personsOf(roster: readonly Enrolment[]): (row: Enrolment) => string {
  const same = new Map<string, string>();
  const first = (name: string): string => {
    let found = name;
    for (let next = same.get(found); next !== undefined; next = same.get(found)) found = next;
    return found;
  };
  for (const row of roster) {
    const [one, ...others] = namesOf(row).map(first);
    for (const other of others) if (one !== undefined && other !== one) same.set(other, one);
  }
  return (row) => first(namesOf(row)[0] ?? row.key);
}

function namesOf(row: Enrolment): string[] {
  const [person, document] = [textOf(row.person), documentKey(row)];
  return [...(person === "" ? [] : [`person ${person}`]), ...(document === null ? [] : [`id ${document}`]), `row ${row.key}`];
}
