import type { FieldProblem } from "../../apps-script/domain/operations/inputs/bad-input";
import { Refusal, type RefusalCode } from "../../apps-script/domain/refusal";
import { oneLine } from "./wording/plain-text";

/** A refusal whose reasons may hold what others wrote: each is one line of plain text. */
export function refusal(code: RefusalCode, said: string | readonly string[]): Refusal {
  return new Refusal(code, (typeof said === "string" ? [said] : said).map(oneLine));
}

/** The command was called wrongly. Exit 2. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
  readonly code = "usage";
}

/** Values of an operation's input that can't be read, whatever the workbook says. */
export class BadFields extends UsageError {
  override readonly name = "BadFields";

  constructor(readonly fields: readonly FieldProblem[]) {
    super(fields.map(({ message }) => message).join("\n"));
  }
}
