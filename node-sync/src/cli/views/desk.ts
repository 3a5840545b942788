import { optional } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { ROSTER } from "../../../../apps-script/domain/schema/roster";
import { type DeskPerson, type DeskView, deskView } from "../../../../apps-script/domain/views/desk";
import { type Found, search } from "../../../../apps-script/domain/views/search";
import { noSuchClass } from "../../../../apps-script/domain/wording/inputs";
import * as say from "../../wording/views";
import { classFacts, facts, part, shown, sums, table } from "./parts";
import { foundLines } from "./person";
import { shownView } from "./shown-view";

const MANY = 50;
const { columns } = ROSTER;

export const desk = shownView({
  id: "desk",
  title: say.deskTitle,
  about: say.deskAbout,
  question: {
    class: field.trainingClass({ title: columns.class.title }),
    find: optional(field.text({ title: say.findTitle, note: say.findInClassNote, longest: 60 })),
  },
  view: (snapshot, context, { class: name, find }): DeskView | Found | null => {
    if (find !== null) return search(snapshot, { find, class: name, limit: MANY });
    return deskView(snapshot, context, { class: name });
  },
  missing: { field: "class", message: noSuchClass },
  lines: (view) => ("total" in view ? foundLines(view) : deskLines(view)),
});

function deskLines({ class: one, people, toCome, came, cameToday, noShow, open, till }: DeskView): string[] {
  return [
    ...classFacts(one),
    ...facts([
      [say.deskTitle, say.deskOf(came.count, cameToday.count, toCome.count, noShow.count)],
      [say.openTitle, say.yuan(open)],
      [say.tillTitle, say.tillOf(till.total, sums(till.byMethod), till.uncounted.length)],
    ]),
    ...part(say.peopleTitle(people.length), table(TITLES, people.map(cellsOf), 40)),
  ];
}

const TITLES = [
  columns.id.title,
  columns.name.title,
  columns.unit.title,
  say.ending,
  columns.reportedInOn.title,
  say.openTitle,
  say.lackingTitle,
  say.concernsTitle,
];

function cellsOf({ key, name, unit, ending, reportedInOn, isNoShow, open, papers, concerns }: DeskPerson): string[] {
  const lacking = papers.filter(({ state }) => state !== "in" && state !== "notNeeded").map(({ called }) => called);
  const came = reportedInOn ?? (isNoShow ? columns.noShow.title : "");
  return [key, shown(name), shown(unit), shown(ending), came, say.yuan(open), lacking.join("、"), shown(concerns.join("，"))];
}
