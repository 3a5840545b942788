import { personsPosts } from "../../rules/money/moves";
import { hasEnded } from "../../rules/standing";
import { ENROLMENT } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { keepNote } from "../state-note";

/** What 取消报名 and 离职 write, and a 转班 that was a mistake. */
const GIVEN_UP: readonly (string | null)[] = [ENROLMENT.left, ENROLMENT.cancelled, ENROLMENT.moved];

/** 恢复: an enrolment that was given up counts again, unless another one of the same person and post has taken its place. */
export const reinstate = defineOperation({
  id: "reinstate",
  title: say.REINSTATE_TITLE,
  about: say.reinstateAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    day: orToday(field.day({ title: say.dayTitle, isPast: true })),
    reason: optional(field.text({ title: desk.REASON_TITLE, note: say.keptInNote })),
  },
  example: { input: { people: "冯春生", reason: "重新报名" }, today: "2024-03-20" },
  decide: (run, { people: keys, day, reason }) => {
    const others = othersOf(run.snapshot.roster);
    const rows = run.asks(keys).filter((row) => mayComeBack(run, row, others));
    for (const row of rows) {
      run.out.set("roster", row, "state", ENROLMENT.live, say.REINSTATE_TITLE);
      run.out.set("roster", row, "moneyAnswer", null, say.REINSTATE_TITLE);
      keepNote(run, row, say.reinstated(day, reason), say.REINSTATE_TITLE);
    }
    return (after) =>
      toldOf(
        rows,
        after,
        () => [say.reinstated(day, reason)],
        (count) => say.manyReinstated(count),
      );
  },
});

/** The other enrolments of a person and post that still count. */
function othersOf(roster: readonly Enrolment[]): (row: Enrolment) => readonly Enrolment[] {
  const groups = new Map(personsPosts(roster).flatMap((group) => group.map((row) => [row.key, group] as const)));
  return ({ key }) => (groups.get(key) ?? []).filter((other) => other.key !== key && !hasEnded(other));
}

function mayComeBack(run: ClerkRun, row: Enrolment, others: (row: Enrolment) => readonly Enrolment[]): boolean {
  const [other] = others(row);
  if (!GIVEN_UP.includes(row.state)) run.refuse(row, "K20", "state", say.notGivenUp(whoIs(row), row.state));
  else if (other !== undefined) run.refuse(row, "K21", "state", say.otherEnrolment(whoIs(row), whoIs(other)));
  else return true;
  return false;
}
