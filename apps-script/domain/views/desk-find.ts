import { compare } from "../changes/outcome";
import { type Day, daysBetween } from "../days/civil-day";
import { hasCome } from "../rules/assign/attendance";
import type { Context } from "../rules/context";
import { hasEnded } from "../rules/standing";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import { classLine, classPeople } from "./everybody";
import type { ClassLine, PersonLine } from "./lines";
import { onlyOne, type SearchQuestion, search } from "./search";

/** Who may be meant at the desk of a class by a few characters. */
export interface DeskFound {
  /** The people of the class first, then others who have not come anywhere yet. */
  readonly people: readonly PersonLine[];
  readonly total: number;
  /** The one enrolment that is meant of the one person who is shown; where several may be, nobody is taken by itself. */
  readonly only: string | null;
}

/** The classes of the plan year: whose report-in day is nearest comes first, of two as near the one that is still ahead. */
export function deskClasses(snapshot: Snapshot, { today }: Pick<Context, "today">): readonly ClassLine[] {
  const lines = classPeople(snapshot).classes.classes.map((one) => classLine(snapshot, one));
  const ranked = lines.map((line) => ({ line, distance: distanceOf(line.reportIn, today) }));
  return ranked.sort((a, b) => a.distance - b.distance || compare(a.line.key, b.line.key)).map(({ line }) => line);
}

/** In days; a day that is past is a little farther than one ahead. */
function distanceOf(reportIn: Day | null, today: Day): number {
  if (reportIn === null) return Number.MAX_SAFE_INTEGER;
  const days = daysBetween(today, reportIn);
  return days >= 0 ? days : 0.5 - days;
}

export function deskFind(snapshot: Snapshot, { find, class: name, limit }: SearchQuestion): DeskFound {
  const own = search(snapshot, { find, class: name, limit });
  const all = search(snapshot, { find, class: null, limit });
  const known = new Set(own.people.map(({ key }) => key));
  const others = all.people.filter(({ key }) => !known.has(key) && mayCome(snapshot, key));
  const people = [...own.people, ...others];
  const isSurvey = all.total <= limit;
  const only = isSurvey ? soleOf(people, snapshot) : null;
  return { people: people.slice(0, limit), total: isSurvey ? people.length : all.total, only };
}

/** A number that several rows have names none of them. */
function soleOf(people: readonly PersonLine[], { roster }: Snapshot): string | null {
  const rows = people.flatMap(({ key, isRepeated }) => (isRepeated ? [] : (rowWith(roster, key) ?? [])));
  return rows.length < people.length ? null : onlyOne(rows);
}

function mayCome(snapshot: Snapshot, key: string): boolean {
  const row = rowWith(snapshot.roster, key);
  return row === null || (!hasCome(row) && !hasEnded(row));
}
