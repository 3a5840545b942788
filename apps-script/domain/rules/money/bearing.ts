import { numberFinder } from "../../naming/row-numbers";
import type { Payment } from "../../schema/tables";
import { placesByKey } from "../../snapshot/by-key";
import { kept } from "../../snapshot/kept";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Touched } from "../touched";
import type { Moves } from "./moves";
import { namesIn } from "./payment-shares";

/**
 * The payments that what was paid by some enrolments hangs on: those that name them, and those that name who shares one of
 * these payments with them. All of the workbook when some payment names people otherwise than by number: whom it means
 * hangs on what others have paid.
 */
export function bearingOn({ roster, payments }: Snapshot, { to }: Moves, only: Touched): readonly Payment[] {
  const named = payments.map(namedAmong(roster));
  const standsFor = (key: string): string => to.get(key) ?? key;
  const people = new Set([...(only.roster ?? [])].map(standsFor));
  const bearing = new Set<Payment>();
  for (let known = -1; known < people.size; ) {
    known = people.size;
    for (const [place, payment] of payments.entries()) {
      const keys = named[place];
      if (!keys) return payments;
      const isBearing = only.payments?.has(payment.key) || keys.some((key) => people.has(standsFor(key)));
      if (!isBearing || bearing.has(payment)) continue;
      bearing.add(payment);
      for (const key of keys) people.add(standsFor(key));
    }
  }
  return [...bearing];
}

/** The enrolments that a payment names by number; `null` when it names anybody otherwise. They hang on the numbers there are. */
function namedAmong(roster: Snapshot["roster"]): (payment: Payment) => readonly string[] | null {
  return namesByNumbers(placesByKey(roster))(roster);
}

const namesByNumbers = kept((_: ReadonlyMap<string, number>) => {
  const known = new WeakMap<Payment, { readonly keys: readonly string[] | null }>();
  return (roster: Snapshot["roster"]) => {
    const numbers = numberFinder(roster);
    return (payment: Payment): readonly string[] | null => {
      const found = known.get(payment);
      if (found) return found.keys;
      const keys = namesIn(payment).map((name) => numbers.exactly(name)?.key ?? null);
      const all = keys.flatMap((key) => key ?? []);
      known.set(payment, { keys: all.length === keys.length ? all : null });
      return all.length === keys.length ? all : null;
    };
  };
});
