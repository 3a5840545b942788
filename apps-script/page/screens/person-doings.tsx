import type { ClerkOperation } from "../../domain/operations/define-operation";
import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import type { PersonView } from "../../domain/views/person";
import type { Desk } from "../desk";
import { peopleText } from "../forms/people-text";
import { Button } from "../parts/button";
import { changeRow, isChangeable } from "../steps/change-row";
import { fillIn } from "../steps/fill-in";
import { withCommas } from "../wording/in-a-line";
import * as say from "../wording/screens";
import { nextDoings } from "./next-doings";

interface DoingsProps {
  readonly desk: Desk;
  readonly person: PersonView;
}

/** The fields that say whom an operation is about; other people may be named besides, such as who was absent. */
const ABOUT: readonly string[] = ["people", "instead"];

interface Doing {
  readonly operation: ClerkOperation;
  readonly field: string;
}

const DOINGS: readonly Doing[] = CLERK_OPERATIONS.flatMap((operation) => {
  const field = operation.fields.find(({ name }) => ABOUT.includes(name));
  return field ? [{ operation, field: field.name }] : [];
});

/** Every operation that is about people, with this one filled in: what mostly comes next in view, the others behind 更多. */
export function PersonDoings({ desk, person: { key, enrolments } }: DoingsProps) {
  const { conflicts } = desk.book.snapshot;
  const [first] = enrolments;
  const next =
    first === undefined
      ? []
      : nextDoings(
          first,
          conflicts.some(({ enrolment }) => enrolment === key),
        );
  const inView = next.flatMap((id) => DOINGS.filter(({ operation }) => operation.id === id));
  const others = DOINGS.filter((doing) => !inView.includes(doing));
  const back = (): void => desk.showScreen("person");
  const button = ({ operation, field }: Doing) => (
    <Button
      key={operation.id}
      text={operation.title}
      kind="small"
      press={() => fillIn(desk, operation, { values: { [field]: peopleText(desk.book.snapshot, [key]) }, said: null }, back)}
    />
  );
  return (
    <fieldset class="doings" aria-label={say.DO_TITLE}>
      <ChangeRoster desk={desk} enrolments={enrolments} back={back} />
      {inView.map(button)}
      <details>
        <summary>{say.otherDoings(others.length)}</summary>
        {others.map(button)}
      </details>
    </fieldset>
  );
}

interface ChangeRosterProps extends Pick<PersonView, "enrolments"> {
  readonly desk: Desk;
  readonly back: () => void;
}

function ChangeRoster({ desk, enrolments, back }: ChangeRosterProps) {
  const changeable = enrolments.filter((one) => isChangeable(desk, { table: "roster", key: one.key }));
  const named = (key: string): string => withCommas(peopleText(desk.book.snapshot, [key]));
  return (
    <>
      {changeable.map(({ key }) => (
        <Button
          key={key}
          text={changeable.length === 1 ? say.CHANGE_ROSTER : say.changeRosterOf(key)}
          kind="small"
          press={() => changeRow(desk, { table: "roster", key }, named(key), back)}
        />
      ))}
    </>
  );
}
