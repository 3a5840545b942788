import { hasBegun, hasCome } from "../../rules/assign/attendance";
import { classFinder } from "../../rules/class-finder";
import { hasEnded } from "../../rules/standing";
import { type Enrolment, ROSTER } from "../../schema/roster";
import { listed } from "../../snapshot/listed";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { fittingClasses } from "./fitting-classes";

/** 未报到: those of a class who did not come. They can still report in until its end, and seek a class from now on. */
export const noShow = defineOperation({
  id: "no-show",
  title: ROSTER.columns.noShow.title,
  about: say.noShowAbout,
  input: {
    class: field.trainingClass({ title: ROSTER.columns.class.title }),
    people: optional(people({ title: desk.PEOPLE_TITLE, note: say.noShowNote })),
  },
  example: { input: { class: "再二", people: "陈立新" }, today: "2024-03-27" },
  decide: (run, { class: name, people: keys }) => {
    const one = classFinder(run.snapshot).named(name);
    if (one === null || !hasBegun(one, run.context.today)) {
      run.complain("class", { given: name, message: say.notBegun(one?.reportIn ?? one?.studyFrom ?? null), possible: [] });
    }
    const members = run.snapshot.roster.filter((row) => isDue(row, name) && !hasEnded(row));
    const asked = keys === null ? members.filter((row) => !hasCome(row)).map(({ key }) => key) : keys;
    const rows = run.asks(asked).filter((row) => isAway(run, row, members, name));
    for (const row of rows) {
      const before = listed(row.noShow).filter((part) => part !== name);
      run.out.set("roster", row, "noShow", [...before, name].join("、"), ROSTER.columns.noShow.title);
      if (row.lockedClass === name) run.out.set("roster", row, "lockedClass", null, ROSTER.columns.noShow.title);
    }
    return (after) => {
      const fitting = fittingClasses(after.snapshot, run.context);
      const partsOf = (_: Enrolment, now: Enrolment): readonly string[] => [say.didNotCome(name), say.mayGoTo(fitting(now))];
      return toldOf(rows, after, partsOf, (count) => say.manyDidNotCome(name, count));
    };
  },
});

/** The class is the one they were to come to. */
const isDue = (row: Enrolment, name: string): boolean => [row.class, row.lockedClass, row.bookedClass].includes(name);

function isAway(run: ClerkRun, row: Enrolment, members: readonly Enrolment[], name: string): boolean {
  if (hasCome(row)) run.refuse(row, "K02", "noShow", say.cameAlready(whoIs(row), row.reportedInOn));
  else if (!members.includes(row)) run.refuse(row, "K24", "noShow", say.notInThisClass(whoIs(row), name));
  else return true;
  return false;
}
