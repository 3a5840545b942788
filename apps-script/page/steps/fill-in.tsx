import type { ClerkOperation } from "../../domain/operations/define-operation";
import { rowWith } from "../../domain/snapshot/by-key";
import { proposeForm } from "../deciding/proposal";
import type { Desk } from "../desk";
import { ClerkForm, FORM_ID } from "../forms/clerk-form";
import { type Filled, FormState, NOTHING_FILLED } from "../forms/form-state";
import { KeptForms } from "../forms/kept-forms";
import * as say from "../wording/forms";
import { preview } from "./preview";
import { refusedAsEnded } from "./refused-as-ended";

/** The field that a selection in the Sheet fills. */
const WHO = "people";
const NAMES_SHOWN = 8;

/**
 * Shows the form of an operation, then what it would do, as often as staff have another one. What was typed into the same form
 * before, and not carried out, is in it again. `leave` leads back to a screen.
 */
export function fillIn(desk: Desk, operation: ClerkOperation, filled: Filled, leave: (() => void) | null = null): void {
  if (refusedAsEnded(desk, operation)) return;
  const form = new FormState(operation, desk.book.home, filled);
  const keptForms = KeptForms.of(desk);
  const { empty, forget } = keptForms.open(aboutOf(operation, filled), form, () => fillIn(desk, operation, filled, leave));
  // Somebody else's, and it would look like what was just done.
  const again = (): void => {
    keptForms.forget(aboutOf(operation, NOTHING_FILLED));
    fillIn(desk, operation, NOTHING_FILLED, leave);
  };
  const show = (): void => {
    desk.stage.show({
      title: operation.title,
      content: () => <ClerkForm form={form} send={send} empty={empty} />,
      buttons: [
        ...(leave ? [{ text: say.LEAVE, press: leave }] : []),
        ...desk.closing(),
        { text: say.PREVIEW, press: () => undefined, isMain: true, form: FORM_ID },
      ],
    });
  };
  const send = (): void =>
    preview(desk, () => proposeForm(desk.book, operation, form.values), {
      back: show,
      leave,
      done: forget,
      again,
      blame: (problems) => {
        const sentence = form.blame(problems);
        show();
        return sentence;
      },
    });
  show();
}

const aboutOf = ({ id }: ClerkOperation, { values }: Filled): string => `${id} ${JSON.stringify(values)}`;

/** Whoever is selected in the Sheet, for a form that asks for people. */
export function filledFromSheet(desk: Desk, { fields }: Pick<ClerkOperation, "fields">): Filled {
  const { selected } = desk.opening;
  const isAboutPeople = fields.some(({ name, kind }) => name === WHO && kind === "people");
  if (!selected || !isAboutPeople) return NOTHING_FILLED;
  const { numbers, unnumbered } = selected;
  const shown = numbers.slice(0, NAMES_SHOWN);
  const names = desk.book.isRead ? namesOf(desk, shown) : shown;
  return {
    values: { [WHO]: [numbers.join("、")] },
    said: say.filledFrom(names, numbers.length, unnumbered),
  };
}

function namesOf(desk: Desk, numbers: readonly string[]): readonly string[] {
  const { roster } = desk.book.snapshot;
  return numbers.map((number) => rowWith(roster, number)?.name ?? number);
}
