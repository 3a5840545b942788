import { useLayoutEffect, useReducer, useRef } from "preact/hooks";
import type { Desk } from "../desk";
import * as say from "../wording/page";
import { AgeLine } from "./age-line";
import { Ahead } from "./ahead";
import { Busy, Button } from "./button";
import { ScreenList } from "./screen-list";

/** The page: who works here, how old the data is, the step with its buttons. */
export function StageView({ desk }: { readonly desk: Desk }) {
  const { stage, book } = desk;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => stage.listen(() => draw(undefined)), [stage]);
  const { step, count, status, alert, notice, waiting, isBusy, isHeld } = stage;
  useFocusKept(isHeld);
  return (
    <Busy.Provider value={isHeld}>
      <main id="page" aria-busy={isBusy ? "true" : "false"}>
        <header id="who">
          {book.clerk === null ? null : <span>{say.clerkIs(book.clerk)}</span>}
          {book.clerk === null || !desk.hasBegun ? null : (
            <Button text={say.CHANGE} press={() => desk.changeClerk()} kind="small" />
          )}
          {book.isRead ? <AgeLine desk={desk} /> : null}
        </header>
        {desk.isWhole ? <ScreenList desk={desk} /> : null}
        {desk.isWhole && book.isRead ? <Ahead desk={desk} /> : null}
        <p id="notice" role="status">
          {notice}
        </p>
        <p id="waiting" role="status">
          {waiting}
        </p>
        <p id="status" role="status" aria-live="polite">
          {status}
        </p>
        <div id="alert" role="alert">
          {alert}
        </div>
        {step ? (
          <div id="content" key={count}>
            <Heading title={step.title} />
            {step.content()}
          </div>
        ) : null}
      </main>
      <footer id="buttons">
        {(step?.buttons ?? desk.wayOut(alert)).map(({ text, press, isMain, form }) => (
          <Button key={text} text={text} press={press} form={form} {...(isMain ? { kind: "main" as const } : {})} />
        ))}
      </footer>
    </Busy.Provider>
  );
}

/**
 * The heading of a new step takes the focus, so that a screen reader goes on there. It stands before the content, so that a
 * field there can take the focus from it before anything is painted.
 */
function Heading({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.closest("main")?.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <h2 tabIndex={-1} ref={heading}>
      {title}
    </h2>
  );
}

/** A button that is switched off loses the focus; after an error it is still there to be pressed again. */
function useFocusKept(isHeld: boolean): void {
  const pressed = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isHeld) pressed.current = document.activeElement;
    else if (document.activeElement === document.body && pressed.current instanceof HTMLElement) pressed.current.focus();
  }, [isHeld]);
}
