import type { Fault, Form, FormValues } from "../view";
import { button, element } from "./element";
import { type ShownField, showField } from "./form-field";
import { closeButton, showStep } from "./stage";
import * as say from "./wording";

const ID = "clerk-fields";

/** The one form of all operations with an input, made of what an operation declares. It keeps what is typed while it is away. */
export class ClerkForm {
  private readonly fields: readonly ShownField[];
  private readonly form: HTMLFormElement;

  constructor(
    private readonly shown: Form,
    private readonly submit: () => void,
  ) {
    const settled = (): void => this.focusWrong();
    this.fields = shown.fields.map((field) => showField(field, shown.values[field.name] ?? [], settled));
    this.form = element("form", { id: ID }, ...this.fields.map(({ part }) => part));
    this.form.noValidate = true;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  show(): void {
    const { about, selected, noFiles } = this.shown;
    const send = button(say.PREVIEW, () => undefined, "main");
    send.type = "submit";
    send.setAttribute("form", ID);
    const line = (text: string | null, kind: string) => (text === null ? null : element("p", { class: kind }, text));
    showStep(
      document.title,
      [line(about, "hint"), line(selected, "notice"), this.form, line(noFiles, "hint")],
      [closeButton(), send],
    );
    this.fields.find(({ texts }) => texts().length === 0)?.focus();
  }

  get values(): FormValues {
    const filled = this.fields.map(({ name, texts }) => [name, texts()] as const).filter(([, texts]) => texts.length > 0);
    return Object.fromEntries(filled);
  }

  /** Puts each fault at its field and goes to the first; gives back the sentence that names them. */
  tell(faults: readonly Fault[]): string {
    this.show();
    for (const { name, tell } of this.fields) tell(faults.find(({ field }) => field === name) ?? null);
    this.focusWrong();
    const elsewhere = faults.filter(({ field }) => this.fields.every(({ name }) => name !== field));
    return say.toMend(
      faults.map(({ title }) => title),
      elsewhere.map(({ why }) => why),
    );
  }

  /** To the first field that is still wrong; when none is, to the button that goes on. */
  private focusWrong(): void {
    const wrong = this.fields.find(({ part }) => part.classList.contains("wrong"));
    if (wrong) {
      wrong.focus();
      // What is said above the form comes after this and moves it.
      setTimeout(() => wrong.part.scrollIntoView({ block: "nearest" }), 0);
    } else document.querySelector<HTMLButtonElement>(`button[form="${ID}"]`)?.focus();
  }
}
