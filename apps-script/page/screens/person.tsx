import { useReducer } from "preact/hooks";
import { personView } from "../../domain/views/person";
import { searched } from "../book/searches";
import type { Desk } from "../desk";
import { FindForm } from "../parts/find-form";
import * as say from "../wording/screens";
import { PersonDetails } from "./person-details";
import { PersonList } from "./person-list";

const SHOWN = 30;

/** What is looked for, and who is looked at: kept while something is done about them. */
const looked: { find: string; person: string | null } = { find: "", person: null };

/** Shows somebody whom another screen names by 报名编号. */
export function showPerson(desk: Desk, key: string): void {
  looked.person = key;
  desk.showScreen("person");
}

/** 学员: somebody phones, and is found by a few characters; then all about them, and what can be done. */
export function PersonScreen({ desk }: { readonly desk: Desk }) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const { book } = desk;
  const found = looked.find.trim() === "" ? null : book.view(searched, { find: looked.find, class: null, limit: SHOWN });
  const choose = (person: string | null): void => {
    looked.person = person;
    draw(undefined);
  };
  const type = (find: string): void => {
    looked.find = find;
    choose(null);
  };
  const take = (): void => {
    if (found?.only) choose(found.only);
  };
  const person = looked.person === null ? null : book.view(personView, { person: looked.person });
  return (
    <>
      <FindForm id="find" label={say.FIND_LABEL} hint={say.FIND_HINT} find={looked.find} type={type} take={take} />
      {person ? <PersonDetails desk={desk} person={person} /> : null}
      {looked.person !== null && !person ? <p class="notice">{say.notThere}</p> : null}
      {looked.person === null && found ? (
        <>
          <p role="status">{say.foundCount(found.people.length, found.total)}</p>
          <PersonList people={found.people} choose={choose} />
        </>
      ) : null}
    </>
  );
}
