import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { Button } from "../parts/button";
import * as say from "../wording/forms";
import { FieldPart } from "./field-part";
import type { FormState } from "./form-state";

export const FORM_ID = "clerk-fields";

interface ClerkFormProps {
  readonly form: FormState;
  readonly send: () => void;
  /** Empties it of what was typed before it was opened again; null where nothing was. */
  readonly empty: (() => void) | null;
  /** Fields stand beside each other where there is room. */
  readonly isDense?: boolean;
}

/** The one form of all operations with an input, made of what an operation declares. */
export function ClerkForm({ form, send, empty, isDense = false }: ClerkFormProps) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  // The focus is set once, before anything is painted; drawn again while somebody types, the form leaves it alone.
  const isNew = useRef(true);
  const { operation, filled, noFiles, fields } = form;
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const empty = isNew.current ? fields.find(({ name }) => form.isEmpty(name))?.name : undefined;
    focused.current = form.focus ?? empty ?? null;
    isNew.current = false;
    form.focus = null;
    if (focused.current !== null) focusOn(focused.current);
  });
  // What is said above the form by then has moved it.
  useEffect(() => {
    if (focused.current) controlOf(focused.current)?.closest(".wrong")?.scrollIntoView({ block: "nearest" });
    focused.current = null;
  });
  const settled = (): void => {
    form.focus = form.firstWrong ?? "";
    draw(undefined);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return (
    <>
      <p class="hint">{operation.about}</p>
      {filled.said === null ? null : <p class="notice">{filled.said}</p>}
      {empty === null ? null : (
        <p class="notice">
          {say.KEPT} <Button text={say.EMPTY} press={empty} kind="small" />
        </p>
      )}
      <form id={FORM_ID} class={isDense ? "dense" : ""} noValidate onSubmit={submit}>
        {fields.map((field) => (
          <FieldPart key={field.name} form={form} field={field} settled={settled} />
        ))}
      </form>
      {noFiles === null ? null : <p class="hint">{noFiles}</p>}
    </>
  );
}

const controlOf = (name: string): HTMLElement | null => document.getElementById(`field-${name}`);

/** To a field, or to the button that goes on. */
function focusOn(name: string): void {
  if (name === "") document.querySelector<HTMLButtonElement>(`button[form="${FORM_ID}"]`)?.focus();
  else controlOf(name)?.focus();
}
