import { isTrained, isWithdrawn } from "../../rules/standing";
import { ENROLMENT } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/enrol";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { keepNote } from "../state-note";

/** The one enrolment that gives its place to a new one. */
export function replacedRow(run: ClerkRun, keys: readonly string[]): Enrolment | null {
  const rows = run.people(keys);
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    run.complain("instead", { given: rows.map(whoIs).join("、"), message: say.onlyOneOld, possible: [] });
    return null;
  }
  if (row.state !== ENROLMENT.void && isWithdrawn(row)) {
    run.complain("instead", { given: whoIs(row), message: say.goneAlready(row.state), possible: [] });
  }
  return row;
}

/** 转班 is what lets money, papers and card be counted where the new enrolment stands. */
export function closeFor(
  run: ClerkRun,
  row: Enrolment,
  to: string,
  { day, kind }: { readonly day: string; readonly kind: string },
) {
  run.out.set("roster", row, "state", ENROLMENT.moved, say.ENROL_TITLE);
  run.out.set("roster", row, "moneyAnswer", null, say.ENROL_TITLE);
  keepNote(run, row, say.keptReplaced(day, kind, to, isTrained(row)), say.ENROL_TITLE);
}
