import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { ROSTER } from "../../../../apps-script/domain/schema/roster";
import { type ClassPerson, type ClassView, classView } from "../../../../apps-script/domain/views/class";
import { noSuchClass } from "../../../../apps-script/domain/wording/inputs";
import * as say from "../../wording/views";
import { classFacts, counts, facts, part, shown, table } from "./parts";
import { shownView } from "./shown-view";

const { columns } = ROSTER;

export const trainingClass = shownView({
  id: "class",
  title: say.classTitle,
  about: say.classAbout,
  question: { class: field.trainingClass({ title: columns.class.title }) },
  view: classView,
  missing: { field: "class", message: noSuchClass },
  lines: classLines,
});

function classLines({ class: one, people, lights, steps, papers, money, cards, exams }: ClassView): string[] {
  return [
    ...classFacts(one),
    ...facts([
      [columns.light.title, counts(lights)],
      [columns.booking.title, counts(steps.booking)],
      [say.stepsTitle, say.stepsOf(steps)],
      [say.papersTitle, say.papersOf(papers)],
      [say.moneyTitle, `${say.moneyOf(money)} ${counts(money.byState)}`],
      [say.cardsTitle, say.cardsOf(cards)],
      [columns.exam.title, counts(exams)],
    ]),
    ...part(say.peopleTitle(people.length), table(TITLES, people.map(cellsOf))),
  ];
}

const SHOWN = ["name", "unit", "light", "booking", "feeState", "card", "reportedInOn", "exam"] as const;
const TITLES = [columns.id.title, ...SHOWN.map((column) => columns[column].title), columns.missingPapers.title];

function cellsOf(one: ClassPerson): string[] {
  return [one.key, ...SHOWN.map((column) => (column === "card" ? (one.card ?? "") : shown(one[column]))), shown(one.missing)];
}
