import { useLayoutEffect, useReducer } from "preact/hooks";
import { deskView } from "../../domain/views/desk";
import { deskClasses } from "../../domain/views/desk-find";
import { refusedAfterEnd } from "../../domain/wording/close-year";
import { DeskState } from "../check-in/desk-state";
import type { Desk } from "../desk";
import { PrintButtons } from "../printing/print-buttons";
import { takeBackLast } from "../steps/take-back";
import * as say from "../wording/desk-screen";
import { DeskFind } from "./desk-find";
import { DeskPersonForm } from "./desk-person";
import { DeskQueue } from "./desk-queue";
import { DeskTally } from "./desk-tally";

/** 报到: a class, one field that finds who stands there, what is taken of them, Enter. What is written goes on meanwhile. */
export function DeskScreen({ desk }: { readonly desk: Desk }) {
  const state = DeskState.of(desk);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const draw = (): void => redraw(undefined);
  useLayoutEffect(() => state.queue.listen(() => redraw(undefined)), [state]);
  useLayoutEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.altKey && event.code === "KeyZ") takeBackLast(desk, state);
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, [desk, state]);
  const name = state.class;
  const { endedOn } = desk.book.context.settings;
  const classes = desk.book.view(deskClasses, null);
  const view = name === null ? null : desk.book.view(deskView, { class: name });
  if (view === null) return <p>{say.NO_CLASSES}</p>;
  const choose = (chosen: string): void => {
    state.chooseClass(chosen);
    draw();
  };
  return (
    <div class="desk">
      <div>
        <label for="desk-class">{say.CLASS_LABEL}</label>
        <select id="desk-class" value={name ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {classes.map((one) => (
            <option key={one.key} value={one.name}>
              {say.classOption(one.name, one.reportIn)}
            </option>
          ))}
        </select>
        {endedOn === null ? (
          <DeskFind desk={desk} state={state} draw={draw} />
        ) : (
          <p class="notice">{refusedAfterEnd(endedOn, say.DESK_TITLE)}</p>
        )}
        {state.notice === "" ? null : (
          <p class="notice" role="alert">
            {state.notice}
          </p>
        )}
        {state.person === null ? null : <DeskPersonForm key={state.person} state={state} draw={draw} />}
        <DeskQueue desk={desk} state={state} draw={draw} />
      </div>
      <div>
        <DeskTally view={view} />
        <PrintButtons desk={desk} about={{ class: [view.class.name] }} screen="desk" />
      </div>
    </div>
  );
}
