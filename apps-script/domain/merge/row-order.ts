import type { IncomingRow } from "./incoming";

/**
 * The order of the file, but of one person the rows that state post and kind come before those that leave them open: else
 * an open row would take the enrolment of a later, stated one, and the same file would say something else the second time.
 */
export function inOrderOfTaking(rows: readonly IncomingRow[]): IncomingRow[] {
  const groups = new Map<string | IncomingRow, IncomingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.person ?? row);
    if (group) group.push(row);
    else groups.set(row.person ?? row, [row]);
  }
  const stated = ({ cells }: IncomingRow): number =>
    (["post", "kind"] as const).filter((column) => (cells.get(column)?.value ?? null) !== null).length;
  return [...groups.values()].flatMap((group) => group.sort((a, b) => stated(b) - stated(a)));
}
