import { compare } from "../changes/outcome";
import { canonicalId } from "../people/canonical";
import type { Enrolment } from "../schema/roster";
import { placesByKey } from "../snapshot/by-key";
import { groupedBy } from "../snapshot/grouped-by";
import { keptWhile } from "../snapshot/kept";
import { once } from "./once";

/** `B2024-00026~B2024-00033`; 至, 到 and dashes between two numbers have become `~`. */
const RANGE = /^([^~]+)~([^~]+)$/u;

/** A row that is known by its 报名编号. */
type Numbered = Pick<Enrolment, "key" | "id">;

export const byNumber = (a: Numbered, b: Numbered): number => compare(a.key, b.key);

/** Finds enrolments by 报名编号, however width and case are written, and by ranges of them. */
export function numberFinder<R extends Numbered>(roster: readonly R[]) {
  const order = once(() => {
    const sorted = roster.filter(({ id }) => id !== null).sort(byNumber);
    return { sorted, places: new Map(sorted.map(({ key }, place) => [key, place])) };
  });
  const exactly = (written: string): R | null => {
    const place = placesByKey(roster).get(written) ?? placesByForm(roster).get(canonicalId(written)) ?? null;
    return place === null ? null : (roster[place] ?? null);
  };
  const between = (written: string): R[] | null => {
    const [range, first = "", last = ""] = RANGE.exec(written) ?? [];
    const from = range === undefined ? null : exactly(first);
    const to = from === null ? null : (exactly(last) ?? exactly(withEnding(from.key, last)));
    if (from === null || to === null) return null;
    const { sorted, places } = order();
    const ends = [from, to].map(({ key }) => places.get(key) ?? 0);
    return sorted.slice(Math.min(...ends), Math.max(...ends) + 1);
  };
  return { exactly, between };
}

/** Where each number stands among the rows, by its form; `null` for one that several numbers have. */
const placesByForm = keptWhile(["key"], (roster: readonly Numbered[]): ReadonlyMap<string, number | null> => {
  const places = new Map<string, number | null>();
  roster.forEach((row, place) => {
    const form = canonicalId(row.key);
    places.set(form, places.has(form) ? null : place);
  });
  return places;
});

/** The second end of `B2024-00026~33` in full. */
function withEnding(key: string, ending: string): string {
  return /^\d{1,5}$/u.test(ending) ? key.slice(0, -ending.length) + ending : ending;
}

/** The enrolments by a form of theirs, each group by number; those whose form is empty are in none. */
export function grouped<R extends Numbered>(roster: readonly R[], formOf: (row: R) => string): Map<string, R[]> {
  return groupedBy([...roster].sort(byNumber), (row) => formOf(row) || null);
}
