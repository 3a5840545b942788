import { BadInput, type FieldProblem } from "../../domain/operations/inputs/bad-input";
import type { PaperKind } from "../../domain/views/papers/define-paper";
import type { Paper } from "../../domain/views/papers/paper";
import type { Desk } from "../desk";
import { ClerkForm, FORM_ID } from "../forms/clerk-form";
import { type Filled, FormState, NOTHING_FILLED } from "../forms/form-state";
import { Told } from "../sentences";
import { LEAVE } from "../wording/forms";
import { READING } from "../wording/page";
import * as say from "../wording/printing";
import { printOut, putAwayPaper } from "./print-out";

type Values = Filled["values"];

/** Asks what a paper is printed for, and prints it; at once where the screen says all that has to be said. */
export function printPaper(desk: Desk, kind: PaperKind, values: Values | null, leave: () => void): void {
  const filled = { values: values ?? {}, said: null };
  const form = new FormState({ ...kind, example: NO_EXAMPLE }, desk.book.home, values === null ? NOTHING_FILLED : filled);
  const send = (): void => {
    void desk.stage.whileSaying(READING, async () => {
      const made = await paperOf(desk, kind, form.values);
      if ("name" in made) showPrinted(desk, kind, made, { again: send, leave });
      else {
        const sentence = form.blame(made.problems);
        ask();
        throw new Told(sentence);
      }
    });
  };
  const ask = (): void =>
    desk.stage.show({
      title: say.titleOf(kind.title),
      content: () => <ClerkForm form={form} send={send} empty={null} />,
      buttons: [
        { text: LEAVE, press: leave },
        ...desk.closing(),
        { text: say.PRINT, press: () => undefined, isMain: true, form: FORM_ID },
      ],
    });
  const isAsked = kind.fields.some(({ name, required }) => (values === null || required) && form.isEmpty(name));
  if (isAsked) ask();
  else send();
}

const NO_EXAMPLE = { input: {}, today: "" };

type Made = Paper | { readonly problems: readonly FieldProblem[] };

async function paperOf({ book }: Desk, kind: PaperKind, values: Values): Promise<Made> {
  const make = kind.bind(values);
  if ("problems" in make) return make;
  await book.hold(kind.tables);
  const snapshot = kind.isSecret ? await book.withPasswords() : book.snapshot;
  try {
    return make(snapshot, book.context);
  } catch (error) {
    if (error instanceof BadInput) return { problems: error.fields };
    throw error;
  }
}

interface Ways {
  readonly again: () => void;
  readonly leave: () => void;
}

/** What was printed and who is not on it; the browser's window for printing comes over it. The paper itself is not kept. */
function showPrinted(desk: Desk, kind: PaperKind, paper: Paper, { again, leave }: Ways): void {
  const { name, people, leftOut } = paper;
  const left = (): void => {
    putAwayPaper();
    leave();
  };
  desk.stage.show({
    title: say.titleOf(kind.title),
    content: () => (
      <>
        <p>{say.printed(name, people)}</p>
        <p class="hint">{say.HOW}</p>
        {kind.isSecret ? <p class="notice">{say.SECRET}</p> : null}
        {leftOut.length === 0 ? null : (
          <section aria-label={say.LEFT_OUT}>
            <h3>{say.LEFT_OUT}</h3>
            <ul>
              {leftOut.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
    buttons: [{ text: LEAVE, press: left }, ...desk.closing(), { text: say.AGAIN, press: again, isMain: true }],
  });
  // Once the page is drawn: the window for printing stops everything else.
  setTimeout(() => printOut(paper), 0);
}
