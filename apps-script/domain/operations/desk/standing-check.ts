import { hasEnded } from "../../rules/standing";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/desk";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";

/** Those of the people whose enrolment still counts; the others are left out, each with a sentence. */
export function stillEnrolled(run: ClerkRun, keys: readonly string[], doing: string): readonly Enrolment[] {
  return run.asks(keys).filter((row) => {
    if (!hasEnded(row)) return true;
    run.refuse(row, "K01", "state", say.hasEndedAlready(whoIs(row), row.state ?? say.passedWord, doing));
    return false;
  });
}
