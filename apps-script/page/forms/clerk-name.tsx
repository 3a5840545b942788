import { useRef } from "preact/hooks";
import { useFirstFocus } from "../parts/first-focus";
import * as say from "../wording/page";

export const CLERK_FORM_ID = "clerk-form";

interface ClerkNameProps {
  readonly known: string;
  readonly hint: string;
  readonly save: (name: string) => void;
}

/** Asks who works here. */
export function ClerkName({ known, hint, save }: ClerkNameProps) {
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input, true, null);
  const submit = (event: Event): void => {
    event.preventDefault();
    save(input.current?.value ?? "");
  };
  return (
    <form id={CLERK_FORM_ID} noValidate onSubmit={submit}>
      <label for="clerk">{say.CLERK_LABEL}</label>
      <input
        id="clerk"
        ref={input}
        type="text"
        maxLength={20}
        autocomplete="name"
        required
        aria-describedby="clerk-hint"
        defaultValue={known}
      />
      <p id="clerk-hint" class="hint">
        {hint}
      </p>
    </form>
  );
}
