import type { Enrolment } from "../schema/roster";
import { reasonWanted } from "../wording/desk";
import type { ClerkRun } from "./clerk-run";

/** What speaks against doing something with somebody. */
interface Doubt {
  readonly row: Enrolment;
  readonly concerns: readonly string[];
}

/** Those of whom something speaks against it. Without a reason (one for all of them is enough) nothing is done. */
export function doubtsOf(
  run: ClerkRun,
  rows: readonly Enrolment[],
  concernsOf: (row: Enrolment) => readonly string[],
  reason: string | null,
): readonly Doubt[] {
  const doubts = rows.map((row) => ({ row, concerns: concernsOf(row) })).filter(({ concerns }) => concerns.length > 0);
  if (doubts.length > 0 && reason === null) {
    const people = doubts.map(({ row: { name, key }, concerns }) => ({ name, key, concerns }));
    run.complain("reason", { given: "", message: reasonWanted(people), possible: [] });
  }
  return doubts;
}
