import { button, element, heading } from "./element";
import { callScript, closeDialog } from "./script-run";
import * as say from "./wording";

/** The places of the page. */
function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
}

/** Puts a step in front of the person: its heading, what it shows, its buttons; the first main one is at hand. */
export function showStep(title: string, content: readonly (Node | null)[], buttons: readonly HTMLButtonElement[]): void {
  const head = heading(title);
  place("alert").replaceChildren();
  place("status").replaceChildren();
  place("content").replaceChildren(head, ...content.filter((part): part is Node => part !== null));
  place("buttons").replaceChildren(...buttons);
  place("page").scrollTop = 0;
  head.focus();
}

let isBusy = false;

/** Runs something that takes a while: says what, and lets nobody press a button twice. Errors are shown as their sentence. */
export async function whileSaying(text: string, work: () => Promise<void>): Promise<void> {
  if (isBusy) return;
  const pressed = document.activeElement;
  setBusy(true);
  place("alert").replaceChildren();
  place("status").textContent = text;
  try {
    await work();
  } catch (error) {
    showError(error instanceof Error ? error.message : String(error));
  } finally {
    place("status").replaceChildren();
    setBusy(false);
    // A button that is switched off loses the focus; after an error it is still there to be pressed again.
    if (document.activeElement === document.body && pressed instanceof HTMLElement) pressed.focus();
  }
}

function setBusy(busy: boolean): void {
  isBusy = busy;
  place("page").setAttribute("aria-busy", String(busy));
  for (const control of document.querySelectorAll<HTMLButtonElement>("button")) control.disabled = busy;
}

function showError(sentence: string): void {
  place("alert").replaceChildren(sentence);
  if (place("buttons").childElementCount === 0) place("buttons").replaceChildren(closeButton());
}

export function closeButton(): HTMLButtonElement {
  return button(say.CLOSE, closeDialog);
}

/** The line that says who works here; `change` lets another person take over. */
export function showClerk(name: string | null, change: () => void): void {
  if (name === null) place("who").replaceChildren();
  else place("who").replaceChildren(element("span", {}, say.clerkIs(name)), button(say.CHANGE, change, "small"));
}

/** Asks for the name, keeps it, and goes on. */
export function askClerk(known: string | null, proceed: (name: string) => void): void {
  const input = element("input", { id: "clerk", describedBy: "clerk-hint" });
  input.type = "text";
  input.maxLength = 20;
  input.autocomplete = "name";
  input.required = true;
  input.value = known ?? "";
  const form = element(
    "form",
    { id: "clerk-form" },
    element("label", { for: "clerk" }, say.CLERK_LABEL),
    input,
    element("p", { id: "clerk-hint", class: "hint" }, say.CLERK_HINT),
  );
  const save = (): void => {
    void whileSaying(say.SAVING, async () => proceed(await callScript("dialogSaveClerk", input.value)));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  const cancel = known === null ? closeButton() : button(say.CANCEL, () => proceed(known));
  showStep(say.CLERK_TITLE, [form], [cancel, button(say.SAVE, save, "main")]);
  input.focus();
}
