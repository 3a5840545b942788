import { CommanderError } from "commander";
import { ProtectedTab } from "../../../apps-script/domain/changes/closed";
import { Restless } from "../../../apps-script/domain/moving/restless";
import { CopiedDocument } from "../../../apps-script/domain/operations/keying";
import { NotUndoable } from "../../../apps-script/domain/operations/undo";
import { BrokenWorkbook } from "../../../apps-script/domain/snapshot/layout";
import { FileRefused } from "../files/refused";
import { systemRefusal } from "../files/system-refusal";
import { GoogleRefused } from "../google/failure";
import * as say from "../wording/cli";
import { oneLine } from "../wording/plain-text";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { Refusal, UsageError } from "./refusal";

export interface Explanation {
  readonly exit: 0 | 1 | 2 | 3;
  readonly code: string;
  readonly message: string;
}

/**
 * One sentence for whatever was thrown: 2 the call was wrong, 3 refused and nothing written, 1 unforeseen. Of a command that
 * stopped half way (5) only the sentence counts.
 */
export function explain(error: unknown): Explanation {
  const explained = explanationOf(error);
  // A refusal may give several reasons, each on a line of its own.
  return error instanceof Refusal ? explained : { ...explained, message: oneLine(explained.message) };
}

function explanationOf(error: unknown): Explanation {
  if (error instanceof CommanderError) return explainUsage(error);
  if (error instanceof UsageError) return { exit: 2, code: error.code, message: error.message };
  if (
    error instanceof Refusal ||
    error instanceof GoogleRefused ||
    error instanceof Restless ||
    error instanceof ProtectedTab ||
    error instanceof BrokenWorkbook ||
    error instanceof NotUndoable ||
    error instanceof CopiedDocument ||
    error instanceof FileRefused ||
    error instanceof UnreadableFile
  )
    return { exit: 3, code: error.code, message: error.message };
  const refused = systemRefusal(error);
  if (refused) return { exit: 3, code: refused.code, message: refused.message };
  return { exit: 1, code: "unexpected", message: say.unexpected(error instanceof Error ? error.message : String(error)) };
}

function explainUsage(error: CommanderError): Explanation {
  if (error.exitCode === 0) return { exit: 0, code: error.code, message: "" };
  return { exit: 2, code: "usage", message: say.usage(error.code, error.message) };
}
