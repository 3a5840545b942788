import { KIND, YES_NO } from "../../schema/allowed";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";

/** 换证: the notice names it and gives neither fee nor class, so both are what staff agreed. */
export const renew = defineOperation({
  id: "renew",
  title: KIND.renewal,
  about: say.renewAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    fee: optional(field.money({ title: ROSTER.columns.agreedFee.title, note: say.renewFeeNote })),
    free: optional(field.choice({ title: say.freeTitle, words: [YES_NO.yes] })),
    class: optional(field.trainingClass({ title: ROSTER.columns.lockedClass.title, note: say.renewClassNote })),
  },
  example: { input: { people: "周秀英", fee: 100 }, today: "2024-03-20" },
  decide: (run, { people: keys, fee, free, class: name }) => {
    if ((fee === null) === (free === null)) {
      run.complain("fee", { given: "", message: say.feeOrFree, possible: [] });
    }
    const yuan = fee === null ? 0 : fee / 100;
    const rows = stillEnrolled(run, keys, KIND.renewal);
    for (const row of rows) {
      run.out.set("roster", row, "kind", KIND.renewal, KIND.renewal);
      run.out.set("roster", row, "agreedFee", yuan, KIND.renewal);
      if (name !== null) run.out.set("roster", row, "lockedClass", name, KIND.renewal);
    }
    const partsOf = (before: Enrolment): readonly string[] => [
      say.renewed(yuan),
      ...(before.kind === KIND.renewal || before.kind === null ? [] : [say.kindWas(before.kind)]),
    ];
    return (after) => toldOf(rows, after, partsOf, (count) => say.manyRenewed(count, yuan));
  },
});
