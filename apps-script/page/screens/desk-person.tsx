import { useRef } from "preact/hooks";
import type { DeskPerson } from "../../domain/views/desk";
import { carriedTitle } from "../../domain/wording/money";
import { concernsOf, type DeskState } from "../check-in/desk-state";
import { type Draft, isWanted, METHOD_KEYS, pressed, withMethod, withPaper } from "../check-in/keys";
import { isComposing } from "../parts/composing";
import { useFirstFocus } from "../parts/first-focus";
import * as say from "../wording/desk-screen";
import { withCommas } from "../wording/in-a-line";
import { endingIs } from "../wording/screens";

interface DeskPersonProps {
  readonly state: DeskState;
  readonly draw: () => void;
}

/** Who stands there: what is taken of them by keys, what speaks against it, Enter. */
export function DeskPersonForm({ state, draw }: DeskPersonProps) {
  const { facts: person, draft } = state;
  const panel = useRef<HTMLElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  useFirstFocus(panel, true, null);
  const change = (next: Draft): void => {
    state.draft = next;
    draw();
  };
  const leave = (): void => {
    state.leave();
    draw();
  };
  const enter = (): void => {
    if (state.enter() === "reason") reason.current?.focus();
    draw();
  };
  const keys = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, target } = event;
    if (key === "Enter" && target instanceof HTMLButtonElement) return;
    const isOfPanel = !(target instanceof HTMLInputElement) && person !== null;
    if (key === "Escape") leave();
    else if (key === "Enter") enter();
    else if (key === "Backspace" && isOfPanel) change({ ...draft, odd: null });
    else if (key.length === 1 && key !== " " && isOfPanel) change(pressed(draft, key, person));
    else return;
    event.preventDefault();
  };
  if (person === null) {
    return (
      <section ref={panel} tabIndex={-1} class="at-desk" onKeyDown={keys} aria-label={say.FIND_LABEL}>
        <p class="notice">{say.notThere}</p>
      </section>
    );
  }
  const refusal = state.refusalOf(person);
  const concerns = refusal === null ? concernsOf(person, draft) : [refusal];
  const { name, key, unit, post, kind, ending } = person;
  return (
    <section ref={panel} tabIndex={-1} class="at-desk" onKeyDown={keys} aria-labelledby="desk-person">
      <h3 id="desk-person">{withCommas([name ?? key, unit, post, kind, endingIs(ending)])}</h3>
      <Money person={person} />
      {draft.odd === null ? null : (
        <p class="notice" role="alert">
          {say.oddKey(draft.odd)}
        </p>
      )}
      <Choices person={person} draft={draft} change={change} />
      {concerns.length === 0 ? null : (
        <div role="alert">
          <ul class="against">
            {concerns.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      {refusal !== null || concerns.length === 0 ? null : (
        <>
          <label for="desk-reason">{say.REASON_LABEL}</label>
          <input
            id="desk-reason"
            ref={reason}
            type="text"
            autocomplete="off"
            value={draft.reason}
            onInput={({ currentTarget }) => change({ ...draft, reason: currentTarget.value })}
          />
        </>
      )}
      <p class="doings">
        {refusal === null ? (
          <button type="button" class="main" onClick={enter}>
            {say.ENTER}
          </button>
        ) : null}
        <button type="button" onClick={leave}>
          {say.LEAVE}
        </button>
      </p>
    </section>
  );
}

function Money({ person: { due, paid, carried, open } }: { readonly person: DeskPerson }) {
  const amounts = { due, paid, open };
  return (
    <p class="amounts">
      {(["due", "paid", "open"] as const).map((name) => (
        <span key={name} class={name === "open" && open > 0 ? "fault" : ""}>
          {say.facts[name]} <strong>{say.money(amounts[name])}</strong>
        </span>
      ))}
      {carried === 0 ? null : (
        <span>
          {carriedTitle(carried)} <strong>{say.money(Math.abs(carried))}</strong>
        </span>
      )}
    </p>
  );
}

interface ChoicesProps {
  readonly person: DeskPerson;
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
}

function Choices({ person, draft, change }: ChoicesProps) {
  return (
    <>
      <fieldset>
        <legend>{say.PAPERS_LABEL}</legend>
        <div class="toggles">
          {person.papers.map((paper, index) => (
            <Toggle
              key={paper.title}
              text={say.keyed(index + 1, say.paper(paper.called, say.paperStates[paper.state]))}
              isOn={!isWanted(paper) || draft.papers.includes(paper.title)}
              press={isWanted(paper) ? () => change(withPaper(draft, paper.title, person)) : null}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{say.METHOD_LABEL}</legend>
        <div class="toggles">
          {person.open > 0
            ? METHOD_KEYS.map(({ key, method }) => (
                <Toggle
                  key={key}
                  text={say.keyed(key, say.payBy(method, person.open))}
                  isOn={draft.method === method}
                  press={() => change(withMethod(draft, method, person))}
                />
              ))
            : say.ALL_PAID}
        </div>
      </fieldset>
    </>
  );
}

interface ToggleProps {
  readonly text: string;
  readonly isOn: boolean;
  /** Null where it stays as it is. */
  readonly press: (() => void) | null;
}

function Toggle({ text, isOn, press }: ToggleProps) {
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={isOn ? "true" : "false"}
      disabled={press === null}
      onClick={() => press?.()}
    >
      {text}
    </button>
  );
}
