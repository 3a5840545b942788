import { BadInput, type FieldProblem } from "../../domain/operations/inputs/bad-input";
import { Refusal } from "../../domain/refusal";
import { googleSaid, sentenceFor } from "../google-said";
import { notAWorkbookYet, tabMissing, unexpected, updateScript } from "../wording-menu";
import type { Answer, Fault } from "./view";

/**
 * The one place that catches: whatever a dialog asked for, it gets a value or a sentence. A refusal has one
 * for the person at the screen; what Google is known to say has one, too. Both that and any other fault go to the project's log
 * as well.
 */
export function answer<T>(work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof BadInput) return { ok: false, error: error.message, faults: error.fields.map(faultOf) };
    if (error instanceof Refusal) return { ok: false, error: sentenceOf(error), faults: [] };
    console.error(error);
    const message = error instanceof Error ? error.message : String(error);
    const kind = googleSaid(message);
    return { ok: false, error: kind === null ? unexpected(message) : sentenceFor(kind), faults: [] };
  }
}

function faultOf({ field, title, why, candidates }: FieldProblem): Fault {
  return { field, title, why, candidates };
}

/** Where a tab or the whole workbook is missing, the menu itself can help. */
function sentenceOf({ message, code }: Refusal): string {
  if (code === "not-a-workbook") return notAWorkbookYet();
  if (code === "newer-schema") return message + updateScript();
  return code === "missing-tab" ? tabMissing() : message;
}
