import { optional } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { ROSTER } from "../../../../apps-script/domain/schema/roster";
import { shownUnit } from "../../../../apps-script/domain/views/question-fields";
import { remindersView } from "../../../../apps-script/domain/views/reminders";
import * as say from "../../wording/views";
import { part, shown, shownPhone, todoRow } from "./parts";
import { shownView } from "./shown-view";

export const reminders = shownView({
  id: "reminders",
  title: say.remindersTitle,
  about: say.remindersAbout,
  question: {
    class: optional(field.trainingClass({ title: ROSTER.columns.class.title })),
    unit: optional(shownUnit({ title: ROSTER.columns.unit.title })),
  },
  view: remindersView,
  lines: ({ units, count }) => [
    say.remindersHead(count),
    ...units.flatMap(({ unit, contact, phone, lines }) =>
      part([unit === null ? say.noUnit : shown(unit), shown(contact), shownPhone(phone)].join(" ").trim(), lines.map(todoRow)),
    ),
  ],
});
