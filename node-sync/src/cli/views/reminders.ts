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
  lines: ({ units, classes, count, open }) => [
    say.remindersHead(count, open),
    ...units.flatMap(({ unit, contact, phone, lines, text }) => [
      ...part([unit === null ? say.noUnit : shown(unit), shown(contact), shownPhone(phone)].join(" ").trim(), lines.map(todoRow)),
      ...part(say.textTitle, textLines(text)),
    ]),
    ...classes.flatMap(({ class: name, text }) => part(say.textForGroup(name), textLines(text))),
  ],
});

const textLines = (text: string | null): string[] => (text === null ? [] : text.split("\n").map(shown));
