import { useReducer } from "preact/hooks";
import { ROSTER } from "../../domain/schema/roster";
import { type ClassPerson, type ClassView, classView } from "../../domain/views/class";
import { classPeople } from "../../domain/views/everybody";
import type { Count } from "../../domain/views/lines";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { type PeopleColumn, PeopleTable, TableState } from "../parts/people-table";
import * as say from "../wording/class-screen";
import { withCommas } from "../wording/in-a-line";
import { refusedFor } from "../wording/screens";
import { ClassDoings } from "./class-doings";
import { ClassFacts } from "./class-facts";
import { showPerson } from "./person";

/** Those whom a number counts. */
interface Counted {
  readonly title: string;
  readonly people: Count["people"];
}

/** Which class is looked at, and how: kept while something is done about it. */
const looked: { name: string | null; only: Counted | null; readonly table: TableState } = {
  name: null,
  only: null,
  table: new TableState(),
};

/** 班级: one class, its people as a table, and what is done for many of them at once. */
export function ClassScreen({ desk }: { readonly desk: Desk }) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const { snapshot, context } = desk.book;
  const { classes } = classPeople(snapshot).classes;
  if (classes.length === 0) return <p>{say.noClasses}</p>;
  const next = classes.find(({ open, studyTo }) => open && studyTo !== null && studyTo >= context.today);
  looked.name ??= (next ?? classes[0])?.name ?? null;
  const view = looked.name === null ? null : desk.book.view(classView, { class: looked.name });
  const choose = (name: string): void => {
    Object.assign(looked, { name, only: null });
    looked.table.ticks.clear();
    draw(undefined);
  };
  const showOnly = (only: Counted | null): void => {
    looked.only = only;
    draw(undefined);
  };
  return (
    <>
      <label for="class">{say.WHICH_CLASS}</label>
      <select id="class" value={looked.name ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {view ? null : <option value={looked.name ?? ""}>{looked.name}</option>}
        {classes.map(({ key, name }) => (
          <option key={key} value={name}>
            {name}
          </option>
        ))}
      </select>
      {view ? (
        <>
          <ClassFacts view={view} show={(title, { people }) => showOnly({ title, people })} />
          <ClassList desk={desk} view={view} showAll={() => showOnly(null)} changed={() => draw(undefined)} />
        </>
      ) : (
        <p class="notice">{say.classGone}</p>
      )}
    </>
  );
}

interface ClassListProps {
  readonly desk: Desk;
  readonly view: ClassView;
  readonly showAll: () => void;
  readonly changed: () => void;
}

function ClassList({ desk, view, showAll, changed }: ClassListProps) {
  const { only, table } = looked;
  const listed = only === null ? view.people : view.people.filter(({ key }) => only.people.includes(key));
  return (
    <>
      <ClassDoings desk={desk} view={view} listed={listed} ticks={table.ticks} />
      {only === null ? null : (
        <p role="status">
          {say.onlyThese(only.title, listed.length, only.people.length)}{" "}
          <Button text={say.SHOW_ALL} press={showAll} kind="small" />
        </p>
      )}
      <PeopleTable
        desk={desk}
        title={say.listOf(listed.length)}
        people={listed}
        columns={COLUMNS}
        state={table}
        show={(key) => showPerson(desk, key)}
        changed={changed}
      />
    </>
  );
}

const { columns } = ROSTER;

const COLUMNS: readonly PeopleColumn<ClassPerson>[] = [
  { title: columns.name.title, cell: ({ name }) => name },
  { title: columns.unit.title, cell: ({ unit }) => unit },
  { title: say.ending, cell: ({ ending }) => ending },
  { title: columns.light.title, cell: ({ light }) => light },
  { title: columns.booking.title, cell: ({ booking, refusal }) => withCommas([booking, refusedFor(refusal)]) },
  { title: columns.missingPapers.title, cell: ({ missing }) => missing },
  { title: columns.feeDue.title, cell: ({ due }) => due },
  { title: columns.feePaid.title, cell: ({ paid }) => paid },
  { title: columns.feeState.title, cell: ({ feeState }) => feeState },
  { title: columns.card.title, cell: ({ card }) => card },
  {
    title: columns.reportedInOn.title,
    cell: ({ reportedInOn, isNoShow }) => reportedInOn ?? (isNoShow ? say.steps.noShow : null),
  },
  { title: columns.exam.title, cell: ({ exam }) => exam },
  { title: columns.score.title, cell: ({ score }) => score },
  { title: columns.issuedOn.title, cell: ({ issuedOn }) => issuedOn },
];
