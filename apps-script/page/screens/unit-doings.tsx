import type { ClerkOperation } from "../../domain/operations/define-operation";
import { leave } from "../../domain/operations/enrolment/give-up";
import { transfer } from "../../domain/operations/enrolment/transfer";
import { preRegister } from "../../domain/operations/lists/pre-register";
import { pay } from "../../domain/operations/money/pay";
import { unit } from "../../domain/operations/units/unit";
import type { UnitView } from "../../domain/views/unit";
import type { Desk } from "../desk";
import type { Filled } from "../forms/form-state";
import { Button } from "../parts/button";
import { isReachable } from "../parts/people-table";
import type { Ticks } from "../parts/ticks";
import { fillIn } from "../steps/fill-in";
import { SEND_TITLE } from "../wording/files-screen";
import { DO_TITLE } from "../wording/screens";
import * as say from "../wording/unit-screen";

/** What is about the unit, and what is about people of it. */
const OF_UNIT: readonly ClerkOperation[] = [unit, pay];
const OF_PEOPLE: readonly ClerkOperation[] = [preRegister, pay, transfer, leave];

interface UnitDoingsProps {
  readonly desk: Desk;
  readonly view: UnitView;
  readonly ticks: Ticks;
}

/** The operations on a unit, and on those of its people who are ticked; each opens its form with them in it. */
export function UnitDoings({ desk, view: { name, people }, ticks }: UnitDoingsProps) {
  const ticked = people.filter((person) => isReachable(person) && ticks.has(person.key)).map(({ key }) => key);
  const begin = (operation: ClerkOperation, values: Filled["values"]): void =>
    fillIn(desk, operation, { values, said: null }, () => desk.showScreen("unit"));
  const row = (label: string, operations: readonly ClerkOperation[], values: Filled["values"], isOff = false) => (
    <fieldset class="doings" aria-label={label}>
      {operations.map((operation) => (
        <Button key={operation.id} text={operation.title} press={() => begin(operation, values)} kind="small" isOff={isOff} />
      ))}
    </fieldset>
  );
  return (
    <section aria-label={DO_TITLE}>
      <h3>{DO_TITLE}</h3>
      {row(say.doLabel(name), OF_UNIT, { unit: [name] })}
      <SendFile desk={desk} unit={name} />
      <p class="hint">{say.ofTicked(ticked.length)}</p>
      {row(say.ofTicked(ticked.length), OF_PEOPLE, { people: ticked }, ticked.length === 0)}
    </section>
  );
}

/** Its file, where the page can write files. */
function SendFile({ desk, unit: name }: { readonly desk: Desk; readonly unit: string }) {
  const { files } = desk;
  if (!files) return null;
  return (
    <p class="doings">
      <Button text={SEND_TITLE} press={() => files.sendTo(desk, name)} kind="small" />
    </p>
  );
}
