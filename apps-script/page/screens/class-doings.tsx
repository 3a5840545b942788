import { card } from "../../domain/operations/cards/card";
import { changeClass } from "../../domain/operations/classes/change-class";
import type { ClerkOperation } from "../../domain/operations/define-operation";
import { checkIn } from "../../domain/operations/desk/check-in";
import { handInPapers } from "../../domain/operations/desk/papers";
import { move } from "../../domain/operations/enrolment/move";
import { noShow } from "../../domain/operations/enrolment/no-show";
import { bookExam } from "../../domain/operations/lists/book-exam";
import { booking } from "../../domain/operations/lists/booking";
import { complete } from "../../domain/operations/lists/complete";
import { exam } from "../../domain/operations/lists/exam";
import { issue } from "../../domain/operations/lists/issue";
import { pay } from "../../domain/operations/money/pay";
import type { PLAN } from "../../domain/schema/plan";
import type { ClassPerson, ClassView } from "../../domain/views/class";
import type { Desk } from "../desk";
import type { Filled } from "../forms/form-state";
import { peopleText } from "../forms/people-text";
import { Button } from "../parts/button";
import { isReachable } from "../parts/people-table";
import type { Ticks } from "../parts/ticks";
import { PrintButtons } from "../printing/print-buttons";
import { changeRow } from "../steps/change-row";
import { fillIn } from "../steps/fill-in";
import * as say from "../wording/class-screen";
import { DO_TITLE } from "../wording/screens";

const NAMES_SHOWN = 8;

/** Whom a click is about: the ticked people of a class. */
interface Chosen {
  readonly class: string;
  readonly people: readonly ClassPerson[];
  /** Those of the class who are not chosen. */
  readonly others: readonly ClassPerson[];
}

type Values = Filled["values"];

interface Doing {
  readonly operation: ClerkOperation;
  readonly fill: (chosen: Chosen) => Values;
}

/** What changes without a notice: days are changed by 培训安排变更. */
const SEATS_AND_PLACE: readonly (keyof typeof PLAN.columns)[] = ["capacity", "place", "bookingChecked"];

const keysOf = (people: readonly ClassPerson[]): string[] => people.map(({ key }) => key);
const thePeople = ({ people }: Chosen): Values => ({ people: keysOf(people) });

/** What is about the class itself, whoever is ticked. */
const OF_CLASS: Doing = { operation: changeClass, fill: ({ class: name }) => ({ class: [name] }) };

/**
 * What is done for many of a class, in the order in which a class goes. To an operation that names a class nobody means
 * everybody, so that nothing is begun before somebody is ticked.
 */
const OF_PEOPLE: readonly Doing[] = [
  { operation: booking, fill: thePeople },
  { operation: handInPapers, fill: thePeople },
  { operation: checkIn, fill: thePeople },
  { operation: pay, fill: thePeople },
  { operation: card, fill: thePeople },
  { operation: noShow, fill: ({ class: name, people }) => ({ class: [name], people: keysOf(people) }) },
  { operation: complete, fill: ({ class: name, others }) => ({ class: [name], absent: keysOf(others.filter(mayComplete)) }) },
  { operation: bookExam, fill: thePeople },
  { operation: exam, fill: thePeople },
  { operation: issue, fill: thePeople },
  { operation: move, fill: thePeople },
];

/** Of the others, those whom 结业 would count in. */
const mayComplete = ({ reportedInOn, isTrained }: ClassPerson): boolean => reportedInOn !== null && !isTrained;

interface ClassDoingsProps {
  readonly desk: Desk;
  readonly view: ClassView;
  readonly listed: readonly ClassPerson[];
  readonly ticks: Ticks;
}

/** The operations on a class and on its people; each opens its form with them in it. */
export function ClassDoings({ desk, view, listed, ticks }: ClassDoingsProps) {
  const people = listed.filter((person) => isReachable(person) && ticks.has(person.key));
  const others = view.people.filter((one) => isReachable(one) && !people.includes(one));
  const chosen: Chosen = { class: view.class.name, people, others };
  const begin = ({ operation, fill }: Doing): void => {
    const filled = fill(chosen);
    const named = (keys: readonly string[] = []) => peopleText(desk.book.snapshot, keys);
    const values = {
      ...filled,
      ...(filled.people ? { people: named(filled.people) } : {}),
      ...(filled.absent ? { absent: named(filled.absent) } : {}),
    };
    fillIn(desk, operation, { values, said: saidOf(values, people) }, () => desk.showScreen("class"));
  };
  const changePlan = (): void =>
    changeRow(desk, { table: "plan", key: view.class.key, only: SEATS_AND_PLACE }, view.class.name, () =>
      desk.showScreen("class"),
    );
  const button = (doing: Doing, isOff: boolean) => (
    <Button key={doing.operation.id} text={doing.operation.title} press={() => begin(doing)} kind="small" isOff={isOff} />
  );
  return (
    <section aria-label={DO_TITLE}>
      <div class="doings">
        {button(OF_CLASS, false)}
        <Button text={say.CHANGE_CLASS} press={changePlan} kind="small" />
      </div>
      <PrintButtons desk={desk} about={{ class: [view.class.name] }} screen="class" />
      <p class="hint">{say.forWhom(people.length)}</p>
      <div class="doings">{OF_PEOPLE.map((doing) => button(doing, people.length === 0))}</div>
    </section>
  );
}

function saidOf({ people = [] }: Values, chosen: readonly ClassPerson[]): string | null {
  if (people.length === 0) return null;
  const names = chosen.slice(0, NAMES_SHOWN).map(({ key, name }) => name ?? key);
  return say.filledWith(names, people.length);
}
