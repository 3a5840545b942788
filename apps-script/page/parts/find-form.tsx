import { useRef } from "preact/hooks";
import { useFirstFocus } from "./first-focus";

interface FindFormProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly find: string;
  readonly type: (find: string) => void;
  /** Enter: what is found alone is taken. */
  readonly take: () => void;
}

/** The one field in which somebody or something is looked for; the caret is in it from the start. */
export function FindForm({ id, label, hint, find, type, take }: FindFormProps) {
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input, true, null);
  const enter = (event: Event): void => {
    event.preventDefault();
    take();
  };
  return (
    <form onSubmit={enter}>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        value={find}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </form>
  );
}
