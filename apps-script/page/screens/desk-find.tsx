import { useRef } from "preact/hooks";
import type { DeskFound } from "../../domain/views/desk-find";
import { searchedAtDesk } from "../book/searches";
import type { DeskState } from "../check-in/desk-state";
import type { Desk } from "../desk";
import { isComposing } from "../parts/composing";
import { useFirstFocus } from "../parts/first-focus";
import * as say from "../wording/desk-screen";
import { PersonList } from "./person-list";

const SHOWN = 12;

interface DeskFindProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly draw: () => void;
}

/** The one field that finds who stands there. Where several may be meant nobody is taken until one is chosen. */
export function DeskFind({ desk, state, draw }: DeskFindProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFirstFocus(input, state.person === null, state.person);
  const { class: name, find, person } = state;
  const isAsked = person === null && find.trim() !== "";
  const found = isAsked ? desk.book.view(searchedAtDesk, { find, class: name, limit: SHOWN }) : null;
  const take = (key: string): void => {
    state.take(key);
    draw();
  };
  const type = (text: string): void => {
    state.leave();
    state.find = text;
    draw();
  };
  const choices = (): HTMLElement[] => [...(list.current?.querySelectorAll("button") ?? [])];
  const keys = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && event.target === input.current) {
      event.preventDefault();
      if (found?.only) take(found.only);
      // What is typed next is of the next person.
      else if (found?.total === 0) input.current?.select();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !found) return;
    event.preventDefault();
    const all = [input.current, ...choices()];
    const at = all.findIndex((one) => one !== null && one === document.activeElement);
    all[at + step]?.focus();
  };
  return (
    <search onKeyDown={keys}>
      <label for="desk-find">{say.FIND_LABEL}</label>
      <input
        id="desk-find"
        ref={input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="desk-find-hint"
        value={find}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <p class="hint" id="desk-find-hint">
        {say.FIND_HINT}
      </p>
      {found ? (
        <div ref={list}>
          <p role="status">{foundWords(found)}</p>
          <PersonList people={found.people} choose={take} />
        </div>
      ) : null}
    </search>
  );
}

function foundWords({ people, total, only }: DeskFound): string {
  if (total === 0) return say.foundNone;
  return only === null ? say.severalFound(people.length, total) : say.oneFound;
}
