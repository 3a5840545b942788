import type { Enrolment } from "../schema/roster";
import { reasonWanted } from "../wording/desk";
import type { ClerkRun } from "./clerk-run";

/** What speaks against doing something with somebody. */
interface Doubt {
  readonly row: Enrolment;
  readonly concerns: readonly string[];
  readonly reason: string | null;
}

/** Those of whom something speaks against it. Without a reason of theirs (one for all of them is enough) nothing is done. */
export function doubtsOf(
  run: ClerkRun,
  rows: readonly Enrolment[],
  concernsOf: (row: Enrolment) => readonly string[],
  reasonOf: (row: Enrolment) => string | null,
): readonly Doubt[] {
  const doubts = rows
    .map((row) => ({ row, concerns: concernsOf(row), reason: reasonOf(row) }))
    .filter(({ concerns }) => concerns.length > 0);
  const unexplained = doubts.filter(({ reason }) => reason === null);
  if (unexplained.length > 0) {
    const people = unexplained.map(({ row: { name, key }, concerns }) => ({ name, key, concerns }));
    run.complain("reason", { given: "", message: reasonWanted(people), possible: [] });
  }
  return doubts;
}
