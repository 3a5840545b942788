import { UNITS } from "../../domain/schema/tables";
import type { TodoLine } from "../../domain/views/lines";
import type { UnitView } from "../../domain/views/unit";
import { placeOfTodo } from "../book/places";
import type { Desk } from "../desk";
import { AnswerTodo } from "../parts/answer-todo";
import { Facts } from "../parts/facts";
import { PeopleTable, type TableState } from "../parts/people-table";
import { PlaceLink } from "../parts/place-link";
import { Severity } from "../parts/severity";
import { listOf } from "../wording/class-screen";
import { withDots } from "../wording/in-a-line";
import * as say from "../wording/unit-screen";
import { LINE_COLUMNS } from "./line-columns";
import { showPerson } from "./person";
import { UnitConflicts } from "./unit-conflicts";
import { TickedDoings, UnitDoings } from "./unit-doings";
import { UnitFiles } from "./unit-files";

interface UnitDetailsProps {
  readonly desk: Desk;
  readonly view: UnitView;
  readonly table: TableState;
  readonly changed: () => void;
}

/** All between a unit and the centre, and the operations on it and its people. */
export function UnitDetails({ desk, view, table, changed }: UnitDetailsProps) {
  return (
    <section aria-label={view.name}>
      <h3>{view.name}</h3>
      {view.isListed ? (
        <PlaceLink desk={desk} place={{ table: "units", row: view.name, column: null }} of={view.name} />
      ) : (
        <p class="notice">{say.notListed}</p>
      )}
      {view.isWaitedFor ? <p class="notice">{say.waitedFor}</p> : null}
      <UnitDoings desk={desk} view={view} />
      <div class="lists">
        <Facts list={{ title: say.contactTitle, facts: contactOf(view) }} />
      </div>
      <UnitConflicts desk={desk} view={view} />
      <Todo desk={desk} title={say.notTakenTitle} lines={view.notTaken} />
      <Todo desk={desk} title={say.todoTitle} lines={view.todo} />
      <TickedDoings desk={desk} view={view} ticks={table.ticks} />
      <PeopleTable
        desk={desk}
        title={listOf(view.people.length)}
        people={view.people}
        columns={LINE_COLUMNS}
        state={table}
        show={(key) => showPerson(desk, key)}
        changed={changed}
      />
      <UnitFiles files={view.files} />
    </section>
  );
}

function contactOf(view: UnitView) {
  const { columns } = UNITS;
  const facts = [
    [columns.aliases.title, view.aliases.join("、")],
    [columns.category.title, view.category],
    [columns.contact.title, view.contact],
    [columns.phone.title, view.phone],
    [columns.email.title, view.email],
    [columns.status.title, view.status],
    [columns.reportsFor.title, view.reportsFor.join("、")],
    [say.reportedBy, view.reportedBy.join("、")],
  ] as const;
  return facts.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value }]));
}

interface TodoProps {
  readonly desk: Desk;
  readonly title: string;
  readonly lines: readonly TodoLine[];
}

/** Rows of 待办: how urgent, what, by when, and what to do. */
function Todo({ desk, title, lines }: TodoProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol class="notes">
        {lines.map((line) => (
          <li key={line.id}>
            <Severity of={line.severity} />
            {line.content}
            <span class="advice">{withDots([line.suggestion, line.due, line.told])}</span>
            <PlaceLink desk={desk} place={placeOfTodo(desk.book.snapshot, line)} of={line.content} />
            <AnswerTodo desk={desk} id={line.id} of={line.content} />
          </li>
        ))}
      </ol>
    </section>
  );
}
