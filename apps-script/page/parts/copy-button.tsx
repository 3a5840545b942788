import { useEffect, useRef, useState } from "preact/hooks";
import * as say from "../wording/reminders-screen";
import { Button } from "./button";

interface CopyButtonProps {
  readonly text: string;
  readonly title: string;
}

/** Copies a text; where the browser does not let the page, the text is shown, selected, to be copied by hand. */
export function CopyButton({ text, title }: CopyButtonProps) {
  const [state, setState] = useState<"ready" | "copied" | "by-hand">("ready");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === "by-hand") field.current?.select();
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("by-hand");
    }
  };
  return (
    <>
      <Button text={state === "copied" ? say.COPIED : say.COPY} label={title} kind="small" press={() => void copy()} />
      {state === "by-hand" ? (
        <>
          <p class="hint" role="status">
            {say.COPY_BY_HAND}
          </p>
          <textarea ref={field} class="lines" readOnly aria-label={title} value={text} />
        </>
      ) : null}
    </>
  );
}
