import type { PersonLine } from "../../domain/views/lines";
import { placeOfPerson } from "../book/places";
import type { Desk } from "../desk";
import * as say from "../wording/class-screen";
import { Button } from "./button";
import { PlaceLink } from "./place-link";
import { Ticks } from "./ticks";

/** A column of a table of people. */
export interface PeopleColumn<P> {
  readonly title: string;
  readonly cell: (person: P) => string | number | null;
}

/** How a table stands: who is ticked, and by which column it is sorted. It outlives the table. */
export class TableState {
  readonly ticks = new Ticks();
  private column = -1;
  private isDown = false;

  /** Another click on the same column turns the order round. */
  sortBy(column: number): void {
    this.isDown = this.column === column && !this.isDown;
    this.column = column;
  }

  orderOf(column: number): "ascending" | "descending" | undefined {
    return this.column === column ? (this.isDown ? "descending" : "ascending") : undefined;
  }

  sorted<P>(people: readonly P[], columns: readonly PeopleColumn<P>[]): readonly P[] {
    const cell = columns[this.column]?.cell;
    if (!cell) return people;
    const sign = this.isDown ? -1 : 1;
    return [...people].sort((a, b) => byValue(cell(a), cell(b), sign));
  }
}

/** Empty cells stand last in either order. */
function byValue(one: string | number | null, other: string | number | null, sign: number): number {
  const [isEmpty, isOtherEmpty] = [one === null || one === "", other === null || other === ""];
  if (isEmpty || isOtherEmpty) return Number(isEmpty) - Number(isOtherEmpty);
  if (typeof one === "number" && typeof other === "number") return sign * (one - other);
  return sign * String(one).localeCompare(String(other), "zh-CN");
}

interface PeopleTableProps<P> {
  readonly desk: Desk;
  readonly title: string;
  readonly people: readonly P[];
  readonly columns: readonly PeopleColumn<P>[];
  readonly state: TableState;
  readonly show: (key: string) => void;
  /** Something was ticked or sorted. */
  readonly changed: () => void;
}

/** People, a line each: a tick, the name that leads to all about them, and what the screen is about. */
export function PeopleTable<P extends PersonLine>({ desk, title, people, columns, state, show, changed }: PeopleTableProps<P>) {
  if (people.length === 0) return <p>{say.NOBODY}</p>;
  const lines = state.sorted(people, columns);
  const able = people.filter(isReachable).map(({ key }) => key);
  const tick = (keys: readonly string[], isTicked: boolean): void => {
    state.ticks.set(keys, isTicked);
    changed();
  };
  const sort = (column: number): void => {
    state.sortBy(column);
    changed();
  };
  return (
    <table class="stacked people-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" class="tick">
            <TickBox
              label={say.tickAll}
              isOn={able.length > 0 && able.every((key) => state.ticks.has(key))}
              set={(on) => tick(able, on)}
            />
          </th>
          {columns.map((column, index) => (
            <th key={column.title} scope="col" aria-sort={state.orderOf(index)}>
              <Button
                text={column.title + arrowOf(state.orderOf(index))}
                label={say.sortBy(column.title)}
                press={() => sort(index)}
                kind="small"
              />
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((person) => (
          <PersonRow
            key={`${person.key} ${person.at}`}
            desk={desk}
            person={person}
            columns={columns}
            isTicked={state.ticks.has(person.key)}
            tick={tick}
            show={show}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PersonRowProps<P> {
  readonly desk: Desk;
  readonly person: P;
  readonly columns: readonly PeopleColumn<P>[];
  readonly isTicked: boolean;
  readonly tick: (keys: readonly string[], isTicked: boolean) => void;
  readonly show: (key: string) => void;
}

function PersonRow<P extends PersonLine>({ desk, person, columns, isTicked, tick, show }: PersonRowProps<P>) {
  const { key, name } = person;
  const [, ...others] = columns;
  return (
    <tr>
      <td class="tick">
        {isReachable(person) ? <TickBox label={say.tickOf(name ?? key)} isOn={isTicked} set={(on) => tick([key], on)} /> : null}
      </td>
      <th scope="row">
        <Button text={name ?? key} press={() => show(key)} kind="small" />
        {person.isRepeated ? <span class="tag warning">{say.repeated}</span> : null}
      </th>
      {others.map(({ title, cell }) => (
        <PersonCell key={title} title={title} value={cell(person)} />
      ))}
      <td>
        <PlaceLink desk={desk} place={placeOfPerson(person.isRepeated ? `@${person.at}` : key)} of={name ?? key} />
      </td>
    </tr>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A day stays in one line. */
function PersonCell({ title, value }: { readonly title: string; readonly value: string | number | null }) {
  return (
    <td data-title={title} class={DAY.test(String(value)) ? "day" : undefined}>
      {value}
    </td>
  );
}

interface TickBoxProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

function TickBox({ label, isOn, set }: TickBoxProps) {
  return <input type="checkbox" aria-label={label} checked={isOn} onChange={({ currentTarget }) => set(currentTarget.checked)} />;
}

const arrowOf = (order: "ascending" | "descending" | undefined): string =>
  order === undefined ? "" : order === "ascending" ? " ↑" : " ↓";

/** Somebody whom an operation can be asked about: with a number that is theirs alone. */
export function isReachable({ key, isRepeated }: Pick<PersonLine, "key" | "isRepeated">): boolean {
  return !isRepeated && !key.startsWith("@");
}
