import { classFinder } from "../../rules/class-finder";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";

/** 登记预报名 (the notice, step 1). After the deadline it is said; the site took it. */
export const preRegister = defineOperation({
  id: "pre-register",
  title: say.PRE_REGISTER_TITLE,
  about: say.preRegisterAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    class: field.trainingClass({ title: ROSTER.columns.preRegisteredClass.title }),
    day: optional(field.day({ title: ROSTER.columns.preRegisteredOn.title, note: say.preRegisterDayNote, isPast: true })),
  },
  example: { input: { people: "李永强", class: "再三" }, today: "2024-03-20" },
  decide: (run, { people: keys, class: name, day }) => {
    const rows = stillEnrolled(run, keys, say.PRE_REGISTER_TITLE);
    const dayOf = (row: Enrolment): string => day ?? knownDay(row, name) ?? run.context.today;
    for (const row of rows) {
      run.out.set("roster", row, "preRegisteredOn", dayOf(row), say.PRE_REGISTER_TITLE);
      run.out.set("roster", row, "preRegisteredClass", name, say.PRE_REGISTER_TITLE);
    }
    const deadline = classFinder(run.snapshot).named(name)?.deadline ?? null;
    const late = (row: Enrolment): readonly string[] =>
      deadline !== null && dayOf(row) > deadline ? [say.afterDeadline(deadline)] : [];
    const partsOf = (before: Enrolment): readonly string[] => [
      say.preRegistered(name, dayOf(before)),
      ...(before.preRegisteredClass === null || before.preRegisteredClass === name
        ? []
        : [say.instead(before.preRegisteredClass)]),
      ...late(before),
    ];
    const together = (count: number): string => [say.manyPreRegistered(count, name), ...new Set(rows.flatMap(late))].join("，");
    return (after) => toldOf(rows, after, partsOf, together);
  },
});

/** Of a sign-up for this class; one for another class was made on a day of its own. */
function knownDay({ preRegisteredOn, preRegisteredClass }: Enrolment, name: string): string | null {
  return preRegisteredClass === null || preRegisteredClass === name ? preRegisteredOn : null;
}
