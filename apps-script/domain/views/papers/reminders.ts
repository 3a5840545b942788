import type { Day } from "../../days/civil-day";
import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import * as say from "../../wording/printed";
import * as words from "../../wording/printed-units";
import { shownUnit } from "../question-fields";
import { remindersView, type UnitReminders } from "../reminders";
import { definePaper } from "./define-paper";
import { ON_CLASS } from "./of-class";
import { ON_UNIT } from "./of-unit";
import type { Fact, Part } from "./paper";

const { title, about, contact, nothing, nobodys } = words.reminders;

/** 温馨提示: to each unit, on a sheet of its own, what it and its people still have to do; no ids, phones or passwords. */
export const reminders = definePaper({
  id: "reminders",
  title,
  about,
  question: { class: optional(field.trainingClass(ON_CLASS)), unit: optional(shownUnit(ON_UNIT)) },
  make: (snapshot, context, question) => {
    const { units } = remindersView(snapshot, context, question);
    const asked = units.filter(({ text }) => text !== null);
    const told = asked.filter(({ unit }) => unit !== null);
    const others = peopleIn(asked.filter(({ unit }) => unit === null));
    return {
      name: words.nameOf([question.class, question.unit], title),
      look: "portrait",
      people: peopleIn(told).size,
      leftOut: others.size > 0 ? [nobodys(others.size)] : [],
      parts: told.length > 0 ? told.map((one) => partOf(one, context.today)) : [nothingToTell(question.unit, context.today)],
    };
  },
});

/** Whom what is open is about. */
const peopleIn = (units: readonly UnitReminders[]): ReadonlySet<string> =>
  new Set(units.flatMap(({ lines }) => lines.flatMap(({ isOpen, what, people }) => (isOpen && what !== null ? people : []))));

/** The text begins with the name of the unit. */
function partOf({ unit, contact: person, text }: UnitReminders, today: Day): Part {
  const facts = [dated(today), ...(person === null ? [] : [{ label: contact, value: person }])];
  return { name: unit ?? title, title, facts, blocks: [{ kind: "text", paragraphs: (text ?? "").split("\n") }] };
}

function nothingToTell(unit: string | null, today: Day): Part {
  const facts = [dated(today), ...(unit === null ? [] : [{ label: words.unit, value: unit }])];
  return { name: title, title, facts, blocks: [{ kind: "text", paragraphs: [nothing] }] };
}

const dated = (today: Day): Fact => ({ label: say.date, value: say.fullDay(today) });
