import { numberFinder } from "../../naming/row-numbers";
import type { Payment } from "../../schema/tables";
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
  const numbers = numberFinder(roster);
  const standsFor = (key: string): string => to.get(key) ?? key;
  const named = new Map<Payment, readonly string[]>();
  for (const payment of payments) {
    const rows = namesIn(payment).map((name) => numbers.exactly(name));
    if (rows.includes(null)) return payments;
    if (rows.length > 0)
      named.set(
        payment,
        rows.flatMap((row) => (row === null ? [] : [standsFor(row.key)])),
      );
  }
  const people = new Set([...(only.roster ?? [])].map(standsFor));
  const bearing = new Set(payments.filter(({ key }) => only.payments?.has(key)));
  for (const payment of bearing) for (const key of named.get(payment) ?? []) people.add(key);
  for (let known = -1; known < people.size; ) {
    known = people.size;
    for (const [payment, keys] of named) {
      if (bearing.has(payment) || !keys.some((key) => people.has(key))) continue;
      bearing.add(payment);
      for (const key of keys) people.add(key);
    }
  }
  return [...bearing];
}
