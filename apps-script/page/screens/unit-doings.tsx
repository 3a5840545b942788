import type { ClerkOperation } from "../../domain/operations/define-operation";
import { leave } from "../../domain/operations/enrolment/give-up";
import { transfer } from "../../domain/operations/enrolment/transfer";
import { preRegister } from "../../domain/operations/lists/pre-register";
import { pay } from "../../domain/operations/money/pay";
import { unit } from "../../domain/operations/units/unit";
import type { UnitView } from "../../domain/views/unit";
import type { Desk } from "../desk";
import type { Filled } from "../forms/form-state";
import { peopleText } from "../forms/people-text";
import { Button } from "../parts/button";
import { isReachable } from "../parts/people-table";
import type { Ticks } from "../parts/ticks";
import { PrintButtons } from "../printing/print-buttons";
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
}

/** The operations on a unit, each opens its form with the unit in it. */
export function UnitDoings({ desk, view: { name } }: UnitDoingsProps) {
  return (
    <section aria-label={DO_TITLE}>
      <DoingRow desk={desk} label={say.doLabel(name)} operations={OF_UNIT} values={{ unit: [name] }} />
      <PrintButtons desk={desk} about={{ unit: [name] }} screen="unit" />
      <SendFile desk={desk} unit={name} />
    </section>
  );
}

/** The operations on those of its people who are ticked. */
export function TickedDoings({ desk, view: { people }, ticks }: UnitDoingsProps & { readonly ticks: Ticks }) {
  const ticked = people.filter((person) => isReachable(person) && ticks.has(person.key)).map(({ key }) => key);
  const label = say.ofTicked(ticked.length);
  return (
    <>
      <p class="hint">{label}</p>
      <DoingRow
        desk={desk}
        label={label}
        operations={OF_PEOPLE}
        values={{ people: peopleText(desk.book.snapshot, ticked) }}
        isOff={ticked.length === 0}
      />
    </>
  );
}

interface DoingRowProps {
  readonly desk: Desk;
  readonly label: string;
  readonly operations: readonly ClerkOperation[];
  readonly values: Filled["values"];
  readonly isOff?: boolean;
}

function DoingRow({ desk, label, operations, values, isOff = false }: DoingRowProps) {
  const back = (): void => desk.showScreen("unit");
  return (
    <fieldset class="doings" aria-label={label}>
      {operations.map((operation) => (
        <Button
          key={operation.id}
          text={operation.title}
          press={() => fillIn(desk, operation, { values, said: null }, back)}
          kind="small"
          isOff={isOff}
        />
      ))}
    </fieldset>
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
