import type { Wish } from "../view";
import { button, element } from "./element";
import { closeButton, showStep } from "./stage";
import { wishFor } from "./wish";
import * as say from "./wording";

/** An input for a year with its label and hint. */
export function yearField(value: string, label: string, hint: string) {
  const input = element("input", { id: "year", class: "short", describedBy: "year-hint" });
  input.type = "text";
  input.inputMode = "numeric";
  input.maxLength = 6;
  input.value = value;
  const parts = [element("label", { for: "year" }, label), input, element("p", { id: "year-hint", class: "hint" }, hint)];
  return { input, parts };
}

/** A new workbook is for one plan year: which one? */
export function showYearForm(draft: { year: string }, proceed: (wish: Wish) => void): void {
  const year = yearField(draft.year, say.PLAN_YEAR_LABEL, say.PLAN_YEAR_HINT);
  const form = element("form", {}, ...year.parts);
  const next = (): void => {
    draft.year = year.input.value;
    proceed(wishFor("init", { year: draft.year }));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    next();
  });
  showStep(document.title, [form], [closeButton(), button(say.NEXT, next, "main")]);
}
