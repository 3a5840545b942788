import { withChanges } from "../../apps-script/domain/changes/advance";
import { withoutBlanked } from "../../apps-script/domain/changes/blanked";
import type { Outcome } from "../../apps-script/domain/changes/outcome";
import type { ClerkOperation, Done } from "../../apps-script/domain/operations/define-operation";
import { BadInput, type FieldProblem } from "../../apps-script/domain/operations/inputs/bad-input";
import type { RawInput } from "../../apps-script/domain/operations/inputs/read-input";
import { runAll } from "../../apps-script/domain/rules/actions";
import { contextOf } from "../../apps-script/domain/rules/context";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";

interface AtDesk {
  readonly outcome: Outcome;
  readonly told: Done;
  readonly after: Snapshot;
  readonly codes: readonly string[];
}

/** What an operation comes to on a book; fails where the input is not taken. */
export function doing(book: Snapshot, operation: ClerkOperation, raw: RawInput, today: string): AtDesk {
  const bound = operation.bind(raw);
  if ("problems" in bound) throw new BadInput(bound.problems);
  const outcome = bound.decide(book, contextOf(book, today));
  const codes = outcome.findings.map(({ code }) => code);
  const after = withoutBlanked(withChanges(book, outcome), outcome.blanked ?? []);
  return { outcome, told: outcome.report, after, codes };
}

/** What is wrong with an input, field by field. */
export function problemsOf(book: Snapshot, operation: ClerkOperation, raw: RawInput, today: string): readonly FieldProblem[] {
  try {
    doing(book, operation, raw, today);
  } catch (error) {
    if (error instanceof BadInput) return error.fields;
    throw error;
  }
  throw new Error("the input was taken");
}

export function named(book: Snapshot, name: string): Enrolment {
  const found = book.roster.filter((row) => row.name === name);
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`${found.length} of ${name}`);
  return row;
}

/** The book after 全部执行. */
export function settledBook(book: Snapshot, today: string): Snapshot {
  return withChanges(book, runAll(book, contextOf(book, today)));
}
