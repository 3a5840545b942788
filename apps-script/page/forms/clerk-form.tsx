import { useEffect, useReducer, useRef } from "preact/hooks";
import { FieldPart } from "./field-part";
import type { FormState } from "./form-state";

export const FORM_ID = "clerk-fields";

interface ClerkFormProps {
  readonly form: FormState;
  readonly send: () => void;
  /** Fields stand beside each other where there is room. */
  readonly isDense?: boolean;
}

/** The one form of all operations with an input, made of what an operation declares. */
export function ClerkForm({ form, send, isDense = false }: ClerkFormProps) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const part = useRef<HTMLFormElement>(null);
  // The focus is set once; drawn again while somebody types, the form leaves it alone.
  const isNew = useRef(true);
  const { operation, filled, noFiles, fields } = form;
  useEffect(() => {
    const first = form.focus ?? (isNew.current ? fields.find(({ name }) => form.isEmpty(name))?.name : undefined);
    isNew.current = false;
    form.focus = null;
    if (first !== undefined) focusOn(part.current, first);
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
      <form id={FORM_ID} class={isDense ? "dense" : ""} noValidate onSubmit={submit} ref={part}>
        {fields.map((field) => (
          <FieldPart key={field.name} form={form} field={field} settled={settled} />
        ))}
      </form>
      {noFiles === null ? null : <p class="hint">{noFiles}</p>}
    </>
  );
}

/** To a field, or to the button that goes on. */
function focusOn(form: HTMLFormElement | null, name: string): void {
  const control = document.getElementById(`field-${name}`);
  if (name === "") document.querySelector<HTMLButtonElement>(`button[form="${FORM_ID}"]`)?.focus();
  else control?.focus();
  const wrong = name === "" ? null : control?.closest(".wrong");
  if (form && wrong) wrong.scrollIntoView({ block: "nearest" });
}
