import { useLayoutEffect } from "preact/hooks";
import { CONFIRM_BY_KEY } from "../wording/page";

/** Takes back, at the desk and where that is confirmed. A key that is held down repeats itself, and means nothing. */
export const isTakeBackKey = ({ altKey, code, repeat }: KeyboardEvent): boolean => altKey && code === "KeyZ" && !repeat;

interface ConfirmKeyProps {
  readonly confirm: () => void;
  readonly back: (() => void) | null;
}

/** Alt+Z confirms what is shown, Esc leads back. Enter does not: a card reader ends with it, whatever is in front. */
export function ConfirmKey({ confirm, back }: ConfirmKeyProps) {
  useLayoutEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (isTakeBackKey(event)) confirm();
      else if (event.key === "Escape") back?.();
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, [confirm, back]);
  return <p class="hint">{CONFIRM_BY_KEY}</p>;
}
