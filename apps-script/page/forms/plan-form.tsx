import { useReducer } from "preact/hooks";
import * as say from "../wording/forms";
import { YearField } from "./year-field";

/** What was filled in so far; coming back, from the preview or another screen, finds it again. */
export interface PlanDraft {
  text: string;
  tab: string;
  year: string;
  isTab: boolean;
}

export const PLAN_FORM_ID = "plan-form";

interface PlanFormProps {
  readonly tabs: readonly string[];
  readonly draft: PlanDraft;
  readonly send: () => void;
}

/** The form for a class plan: the notice's table as text, or a tab that holds it, and the year. */
export function PlanForm({ tabs, draft, send }: PlanFormProps) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const choose = (isTab: boolean): void => {
    draft.isTab = isTab;
    draw(undefined);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return (
    <form id={PLAN_FORM_ID} onSubmit={submit}>
      <fieldset>
        <legend>{say.PLAN_TITLE}</legend>
        <Source text={say.FROM_TEXT} isChosen={!draft.isTab} choose={() => choose(false)} />
        <Source text={say.FROM_TAB} isChosen={draft.isTab} choose={() => choose(true)} />
      </fieldset>
      {draft.isTab ? <TabChoice tabs={tabs} draft={draft} /> : <PastedText draft={draft} />}
      <YearField
        value={draft.year}
        label={say.YEAR_LABEL}
        hint={say.YEAR_HINT}
        type={(year) => {
          draft.year = year;
        }}
      />
    </form>
  );
}

function Source({ text, isChosen, choose }: { readonly text: string; readonly isChosen: boolean; readonly choose: () => void }) {
  return (
    <label>
      <input type="radio" name="plan-source" checked={isChosen} onChange={choose} />
      {text}
    </label>
  );
}

function PastedText({ draft }: Pick<PlanFormProps, "draft">) {
  return (
    <>
      <label for="plan-text">{say.TEXT_LABEL}</label>
      <p id="plan-text-hint" class="hint">
        {say.TEXT_HINT}
      </p>
      <textarea
        id="plan-text"
        aria-describedby="plan-text-hint"
        spellcheck={false}
        value={draft.text}
        onInput={({ currentTarget }) => {
          draft.text = currentTarget.value;
        }}
      />
    </>
  );
}

function TabChoice({ tabs, draft }: Pick<PlanFormProps, "draft" | "tabs">) {
  if (!tabs.includes(draft.tab)) draft.tab = tabs[0] ?? "";
  return (
    <>
      <label for="plan-tab">{say.TAB_LABEL}</label>
      {tabs.length === 0 ? (
        <p class="hint">{say.NO_TABS}</p>
      ) : (
        <select
          id="plan-tab"
          value={draft.tab}
          onChange={({ currentTarget }) => {
            draft.tab = currentTarget.value;
          }}
        >
          {tabs.map((title) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
