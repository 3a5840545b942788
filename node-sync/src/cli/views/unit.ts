import { CONFLICTS, ROSTER, UNITS } from "../../../../apps-script/domain/schema/index";
import { shownUnit } from "../../../../apps-script/domain/views/question-fields";
import { type ConflictLine, type FileLine, type UnitView, unitView } from "../../../../apps-script/domain/views/unit";
import * as say from "../../wording/views";
import { maskedCell } from "../masked-cell";
import { facts, moment, part, peopleTable, shown, shownPhone, table, todoRow } from "./parts";
import { shownView } from "./shown-view";

const { columns } = UNITS;

export const unit = shownView({
  id: "unit",
  title: say.unitTitle,
  about: say.unitAbout,
  question: { unit: shownUnit({ title: ROSTER.columns.unit.title }) },
  view: unitView,
  lines: unitLines,
});

function unitLines(view: UnitView): string[] {
  return [
    ...facts([
      [columns.name.title, view.isListed ? shown(view.name) : say.unlisted(view.name)],
      [columns.aliases.title, shown(view.aliases.join("、"))],
      [columns.category.title, shown(view.category)],
      [columns.contact.title, shown(view.contact)],
      [columns.phone.title, shownPhone(view.phone)],
      [columns.email.title, shown(view.email)],
      [columns.status.title, shown(view.status)],
      [columns.reportsFor.title, shown(view.reportsFor.join("、"))],
      [say.reportedBy, shown(view.reportedBy.join("、"))],
      [say.filesTitle, view.isWaitedFor ? say.waitedFor : ""],
    ]),
    ...part(say.filesTitle, view.files.map(fileRow)),
    ...part(say.notTakenTitle, view.notTaken.map(todoRow)),
    ...part(say.conflictsTitle, conflictTable(view)),
    ...part(say.todoTitle, view.todo.map(todoRow)),
    ...part(say.peopleTitle(view.people.length), peopleTable(view.people)),
  ];
}

function fileRow({ direction, file, time, people, added, updated, conflicts, refused }: FileLine): string {
  const counted = say.fileCounts({ people, added, updated, conflicts, refused });
  return [moment(time), shown(direction), shown(file), counted].filter((one) => one !== "").join("  ");
}

function conflictTable({ conflicts }: UnitView): string[] {
  const shownColumns = ["enrolment", "name", "column", "ours", "theirs", "source"] as const;
  const titleOf = (column: (typeof shownColumns)[number]): string => CONFLICTS.columns[column].title;
  const cellsOf = (one: ConflictLine): string[] =>
    shownColumns.map((column) =>
      maskedCell({ table: CONFLICTS.title, column: titleOf(column), about: one.column ?? "" }, one[column]),
    );
  return table(shownColumns.map(titleOf), conflicts.map(cellsOf));
}
