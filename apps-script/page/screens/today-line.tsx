import { useState } from "preact/hooks";
import { rowWith } from "../../domain/snapshot/by-key";
import { everybody, personLine } from "../../domain/views/everybody";
import type { TodayView } from "../../domain/views/today";
import { placeOfTodo } from "../book/places";
import type { Desk } from "../desk";
import { AnswerTodo } from "../parts/answer-todo";
import { Button } from "../parts/button";
import { PlaceLink } from "../parts/place-link";
import { Severity } from "../parts/severity";
import * as say from "../wording/screens";
import { showPerson } from "./person";
import { PersonList } from "./person-list";

interface TodayLineProps {
  readonly desk: Desk;
  readonly line: TodayView["lines"][number];
}

/** One piece of work: of one person it leads to them, of several to who they are. */
export function TodayLine({ desk, line: { severity, sentence, people, todo } }: TodayLineProps) {
  const [isOpen, open] = useState(false);
  const [[first], [only, ...others]] = [todo, people];
  const nameOf = (key: string): string => rowWith(desk.book.snapshot.roster, key)?.name ?? key;
  const names = isOpen ? say.foldIn : say.whoTheyAre(people.length);
  return (
    <li>
      <Severity of={severity} />
      {sentence}
      {first === undefined ? null : (
        <PlaceLink desk={desk} place={placeOfTodo(desk.book.snapshot, { id: first, people })} of={sentence} />
      )}
      {only === undefined && first !== undefined && todo.length === 1 ? (
        <AnswerTodo desk={desk} id={first} of={sentence} />
      ) : null}
      {only === undefined ? null : others.length === 0 ? (
        <Button
          text={say.toPerson(nameOf(only))}
          press={() => showPerson(desk, only)}
          kind="small"
          label={`${say.toPerson(nameOf(only))} ${only}`}
        />
      ) : (
        <Button text={names} press={() => open(!isOpen)} kind="small" label={say.ofLine(names, sentence)} />
      )}
      {isOpen ? <People desk={desk} keys={people} /> : null}
    </li>
  );
}

function People({ desk, keys }: { readonly desk: Desk; readonly keys: readonly string[] }) {
  const wanted = new Set(keys);
  const people = everybody(desk.book.snapshot).filter(({ row }) => wanted.has(row.key));
  return <PersonList people={people.map(personLine)} choose={(key) => showPerson(desk, key)} />;
}
