import { daysBetween, isDay } from "../../days/civil-day";
import { ENDS_SOON } from "../../rules/reminders/expiring";
import { hasPassed } from "../../rules/standing";
import { YES_NO } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";

/** 登记发证: the day read from the new certificate, or that it has not changed. No day is worked out. */
export const issue = defineOperation({
  id: "issue",
  title: say.ISSUE_TITLE,
  about: say.issueAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    day: optional(field.day({ title: ROSTER.columns.issuedOn.title, note: say.issueDayNote, isPast: true })),
    until: optional(field.day({ title: ROSTER.columns.newValidUntil.title, note: say.untilNote })),
    unchanged: optional(field.choice({ title: say.sameTitle, words: [YES_NO.yes] })),
  },
  example: { input: { people: "赵安", until: "2027-04-28" }, today: "2024-03-20" },
  decide: (run, { people: keys, day, until, unchanged }) => {
    if ((until === null) === (unchanged === null)) {
      run.complain("until", { given: until ?? "", message: say.oneOfUntil, possible: [] });
    }
    const rows = run.asks(keys).filter((row) => mayHave(run, row, until));
    for (const row of rows) {
      run.out.set("roster", row, "issuedOn", day ?? row.issuedOn ?? run.context.today, say.ISSUE_TITLE);
      run.out.set("roster", row, "newValidUntil", until ?? row.validUntil, say.ISSUE_TITLE);
      warnOfEnd(run, row, until);
    }
    return (after) => {
      const days = [...new Set(rows.flatMap(({ key }) => after.row(key)?.issuedOn ?? []))].sort();
      return toldOf(rows, after, partsOf, (count) => say.manyIssued(count, days));
    };
  },
});

function partsOf(before: Enrolment, { issuedOn, newValidUntil }: Enrolment): readonly string[] {
  const isPutRight = before.newValidUntil !== null && before.newValidUntil !== newValidUntil;
  return [say.issued(issuedOn ?? "", newValidUntil ?? ""), ...(isPutRight ? [say.wasValidUntil(before.newValidUntil)] : [])];
}

/** A holder who passed just to lose the certificate within weeks: either the day was read wrong, or it should have changed. */
function warnOfEnd(run: ClerkRun, row: Enrolment, until: string | null): void {
  const day = until ?? row.validUntil;
  const left = isDay(day) ? daysBetween(run.context.today, day) : null;
  if (day === null || left === null || left > ENDS_SOON) return;
  run.out.find("K10", "roster", row.key, "newValidUntil", say.endsSoon(whoIs(row), day, left, until === null));
}

function mayHave(run: ClerkRun, row: Enrolment, until: string | null): boolean {
  if (!hasPassed(row)) run.refuse(row, "K05", "exam", say.notPassed(whoIs(row)));
  else if (until === null && !isDay(row.validUntil)) run.refuse(row, "K07", "validUntil", say.noOldUntil(whoIs(row)));
  else return true;
  return false;
}
