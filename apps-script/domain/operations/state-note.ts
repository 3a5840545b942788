import type { Enrolment } from "../schema/roster";
import type { ClerkRun } from "./clerk-run";

/** Writes a sentence into 状态备注, behind what stands there. */
export function keepNote(run: ClerkRun, row: Enrolment, sentence: string, why: string): void {
  const kept = row.stateNote === null ? sentence : `${row.stateNote}；${sentence}`;
  run.out.set("roster", row, "stateNote", kept, why);
}
