import type { Day } from "../days/civil-day";
import { type KindByExpiry, kindByExpiry } from "../people/kind-by-expiry";
import { textOf } from "../snapshot/value";
import type { StaffSentence } from "../wording/audience";
import { kindsNotStated } from "../wording/import";
import type { IncomingRow } from "./incoming";
import type { Draft } from "./roster-book";

/**
 * What a list leaves open about 申报类型, a column that most lists of units do not have: whom it brings anew without one, by what
 * their certificates speak for. Nothing is filled in; check-roster asks of each person until staff have chosen.
 */
export function kindsUnsaid(served: ReadonlyMap<Draft, IncomingRow>, today: Day): StaffSentence | null {
  const people = new Map<KindByExpiry, string[]>();
  for (const [{ row, values }, { cells }] of served) {
    if (row !== null || values.kind !== null || cells.has("kind")) continue;
    const by = kindByExpiry(values.validUntil, today);
    people.set(by, [...(people.get(by) ?? []), textOf(values.name)]);
  }
  return people.size === 0 ? null : kindsNotStated(people);
}
