import { optional } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { ROSTER } from "../../../../apps-script/domain/schema/roster";
import type { EnrolmentPart } from "../../../../apps-script/domain/views/enrolment-part";
import { type PersonView, personView } from "../../../../apps-script/domain/views/person";
import { person as onePerson } from "../../../../apps-script/domain/views/question-fields";
import { type Found, search } from "../../../../apps-script/domain/views/search";
import { PEOPLE_TITLE } from "../../../../apps-script/domain/wording/desk";
import { missing } from "../../../../apps-script/domain/wording/inputs";
import * as say from "../../wording/views";
import { facts, moment, part, peopleTable, runRow, shown, shownId, shownPhone, todoRow } from "./parts";
import { shownView } from "./shown-view";

const MANY = 50;
const { columns } = ROSTER;

export const person = shownView({
  id: "person",
  title: say.personTitle,
  about: say.personAbout,
  question: {
    person: optional(onePerson({ title: PEOPLE_TITLE })),
    find: optional(field.text({ title: say.findTitle, note: say.findNote, longest: 60 })),
  },
  view: (snapshot, context, { person: key, find }): PersonView | Found | null => {
    if (find !== null) return search(snapshot, { find, class: null, limit: MANY });
    return key === null ? null : personView(snapshot, context, { person: key });
  },
  missing: { field: "person", message: missing },
  lines: (view) => ("total" in view ? foundLines(view) : personLines(view)),
});

export function foundLines({ people, total, units, classes }: Found): string[] {
  return [
    say.found(total, people.length),
    ...peopleTable(people),
    ...part(say.unitsTitle, units.map(shown)),
    ...part(say.classesTitle, classes),
  ];
}

function personLines(view: PersonView): string[] {
  return [
    ...facts([
      [columns.name.title, shown(view.name)],
      [columns.person.title, shown(view.person)],
      [columns.idNumber.title, shownId(view.idNumber)],
      [columns.mobile.title, shownPhone(view.mobile)],
      [columns.education.title, shown(view.education)],
    ]),
    ...view.enrolments.flatMap((one) => part(one.key, enrolmentLines(one))),
    ...part(
      say.earlierTitle,
      view.earlier.map(({ key, year, unit, post, kind, class: name, state }) =>
        [key, year, unit, post, kind, name, state]
          .map(shown)
          .filter((one) => one !== "")
          .join("  "),
      ),
    ),
    ...part(say.todoTitle, view.todo.map(todoRow)),
    ...part(
      say.historyTitle,
      view.history.map(({ run, time, clerk, sentence, isUndone }) =>
        [run, moment(time), shown(clerk), shown(sentence), isUndone ? say.undone : ""].filter((one) => one !== "").join("  "),
      ),
    ),
    ...part(say.untoldTitle, view.untold.map(runRow)),
  ];
}

function enrolmentLines({ class: assigned, booking, papers, money, card, exam, ...one }: EnrolmentPart): string[] {
  return facts([
    [columns.unit.title, shown(one.unit)],
    [columns.post.title, shown(one.post)],
    [columns.kind.title, shown(one.kind)],
    [columns.validUntil.title, shown(one.validUntil)],
    [columns.state.title, [one.state, one.stateNote].map(shown).join(" ").trim()],
    [columns.progress.title, shown(one.progress)],
    [columns.class.title, shown(assigned.name)],
    [columns.reason.title, shown(assigned.reason)],
    [columns.light.title, shown(assigned.light)],
    [columns.candidates.title, assigned.candidates.join("、")],
    [columns.booking.title, [booking.state, booking.class, booking.on, booking.refusal].map(shown).join(" ").trim()],
    [columns.lastSafeBookingDay.title, shown(booking.lastSafeDay)],
    [columns.missingPapers.title, shown(papers.missing)],
    [say.moneyTitle, say.moneyOf(money)],
    ...money.payments.map(({ key, day, method, share }) => [key, `${shown(day)} ${say.sumOf(shown(method), share)}`] as const),
    [
      columns.card.title,
      card === null
        ? ""
        : [card.number, card.state, card.validUntil]
            .map((cell) => cell ?? "")
            .join(" ")
            .trim(),
    ],
    [columns.reportedInOn.title, shown(one.desk.reportedInOn)],
    [columns.trained.title, shown(one.desk.trained)],
    [columns.exam.title, [exam.state, exam.on, exam.score, exam.place].map(shown).join(" ").trim()],
    [columns.issuedOn.title, shown(exam.issuedOn)],
  ]);
}
