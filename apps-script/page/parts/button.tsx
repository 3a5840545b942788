import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** Whether something goes on that no button may interrupt. */
export const Busy = createContext(false);

interface ButtonProps {
  readonly text: string;
  readonly press?: () => void;
  readonly kind?: "main" | "small" | "quiet";
  readonly label?: string;
  readonly form?: string | undefined;
  /** Shown where the pointer rests. */
  readonly hint?: string;
  /** There is nothing yet that it could be about. */
  readonly isOff?: boolean;
}

/** A button; one of a form sends it. */
export function Button({ text, press, kind, label, form, hint, isOff = false }: ButtonProps) {
  const isBusy = useContext(Busy);
  const type = form === undefined ? "button" : "submit";
  return (
    <button type={type} class={kind} onClick={press} disabled={isBusy || isOff} aria-label={label} form={form} title={hint}>
      {text}
    </button>
  );
}
