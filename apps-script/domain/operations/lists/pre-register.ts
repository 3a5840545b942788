import { classFinder } from "../../rules/class-finder";
import { ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/lists";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { orToday } from "../inputs/field";
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
    day: orToday(field.day({ title: ROSTER.columns.preRegisteredOn.title, isPast: true })),
  },
  example: { input: { people: "李永强", class: "再三" }, today: "2024-03-20" },
  decide: (run, { people: keys, class: name, day }) => {
    const rows = stillEnrolled(run, keys, say.PRE_REGISTER_TITLE);
    for (const row of rows) {
      run.out.set("roster", row, "preRegisteredOn", day, say.PRE_REGISTER_TITLE);
      run.out.set("roster", row, "preRegisteredClass", name, say.PRE_REGISTER_TITLE);
    }
    const deadline = classFinder(run.snapshot).named(name)?.deadline ?? null;
    const late = deadline !== null && day > deadline ? [say.afterDeadline(deadline)] : [];
    return (after) =>
      toldOf(
        rows,
        after,
        ({ preRegisteredClass: before }) => [
          say.preRegistered(name, day),
          ...(before !== null && before !== name ? [say.instead(before)] : []),
          ...late,
        ],
        (count) => [say.manyPreRegistered(count, name), ...late].join("，"),
      );
  },
});
