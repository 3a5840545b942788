import { CommanderError } from "commander";
import { BadInput, type FieldProblem } from "../../apps-script/domain/operations/inputs/bad-input";
import { Refusal } from "../../apps-script/domain/refusal";
import { systemRefusal } from "./files/system-refusal";
import { BadFields, UsageError } from "./refusal";
import * as say from "./wording/cli";
import { linesOf, oneLine } from "./wording/plain-text";

interface Explanation {
  readonly exit: 0 | 1 | 2 | 3;
  readonly code: string;
  readonly message: string;
  /** Which fields of an input are at fault. */
  readonly fields?: readonly FieldProblem[];
}

/**
 * One sentence for whatever was thrown: 2 the call was wrong, 3 refused and nothing written, 1 unforeseen. Of a command that
 * stopped half way (5) only the sentence counts.
 */
export function explain(error: unknown): Explanation {
  if (error instanceof CommanderError) return explainUsage(error);
  if (error instanceof BadFields) return { exit: 2, code: "bad-input", message: linesIn(error), fields: error.fields };
  if (error instanceof BadInput) return { exit: 3, code: error.code, message: linesIn(error), fields: error.fields };
  if (error instanceof UsageError) return { exit: 2, code: error.code, message: oneLine(error.message) };
  const refused = error instanceof Refusal ? error : systemRefusal(error);
  if (refused) return { exit: 3, code: refused.code, message: linesOf(refused.reasons) + wayOut(refused) };
  const message = say.unexpected(error instanceof Error ? error.message : String(error));
  return { exit: 1, code: "unexpected", message: oneLine(message) };
}

function linesIn({ fields }: Pick<BadInput, "fields">): string {
  return linesOf(fields.map(({ message }) => message));
}

function wayOut({ code }: Pick<Refusal, "code">): string {
  return code === "newer-schema" ? say.updateThis : "";
}

function explainUsage(error: CommanderError): Explanation {
  if (error.exitCode === 0) return { exit: 0, code: error.code, message: "" };
  return { exit: 2, code: "usage", message: oneLine(say.usage(error.code, error.message)) };
}
