import type { Wish } from "../view";
import { button, element } from "./element";
import { closeButton, showStep } from "./stage";
import { wishFor } from "./wish";
import * as say from "./wording";
import { yearField } from "./year-form";

/** What was filled in so far; coming back from the preview finds it again. */
export interface PlanDraft {
  text: string;
  tab: string;
  year: string;
  isTab: boolean;
}

/** The form for a class plan: the notice's table as text, or a tab that holds it, and the year. */
export function showPlanForm(tabs: readonly string[], draft: PlanDraft, proceed: (wish: Wish) => void): void {
  const area = element("textarea", { id: "plan-text", describedBy: "plan-text-hint" });
  area.value = draft.text;
  area.spellcheck = false;
  const select = element("select", { id: "plan-tab" }, ...tabs.map((title) => element("option", {}, title)));
  if (draft.tab !== "") select.value = draft.tab;
  const year = yearField(draft.year, say.YEAR_LABEL, say.YEAR_HINT);

  const textPart = element(
    "div",
    {},
    element("label", { for: "plan-text" }, say.TEXT_LABEL),
    element("p", { id: "plan-text-hint", class: "hint" }, say.TEXT_HINT),
    area,
  );
  const tabPart = element(
    "div",
    {},
    element("label", { for: "plan-tab" }, say.TAB_LABEL),
    tabs.length === 0 ? element("p", { class: "hint" }, say.NO_TABS) : select,
  );
  const show = (isTab: boolean): void => {
    draft.isTab = isTab;
    textPart.hidden = isTab;
    tabPart.hidden = !isTab;
  };
  const choices = element(
    "fieldset",
    {},
    element("legend", {}, say.PLAN_TITLE),
    choice(say.FROM_TEXT, !draft.isTab, () => show(false)),
    choice(say.FROM_TAB, draft.isTab, () => show(true)),
  );
  show(draft.isTab);
  const form = element("form", {}, choices, textPart, tabPart, ...year.parts);
  const next = (): void => {
    Object.assign(draft, { text: area.value, tab: select.value, year: year.input.value });
    const { isTab } = draft;
    proceed(wishFor("plan", { text: isTab ? null : draft.text, tab: isTab ? draft.tab : null, year: draft.year }));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    next();
  });
  showStep(document.title, [form], [closeButton(), button(say.NEXT, next, "main")]);
}

function choice(text: string, isChosen: boolean, choose: () => void): HTMLLabelElement {
  const input = element("input");
  input.type = "radio";
  input.name = "plan-source";
  input.checked = isChosen;
  input.addEventListener("change", choose);
  return element("label", {}, input, text);
}
