import type { Candidate, Fault, FormField } from "../view";
import { button, element } from "./element";
import { choiceBox, type Typing, textBox, tickBoxes } from "./form-controls";
import * as say from "./wording";

/** One field on the page: its label, its hint, its control, and below it what is wrong with it. */
export interface ShownField {
  readonly name: string;
  readonly part: HTMLElement;
  readonly texts: () => readonly string[];
  /** Says what is wrong and offers what may be picked; `null` takes that away. */
  readonly tell: (fault: Fault | null) => void;
  readonly focus: () => void;
}

/** `picked` is told when nothing is left to ask about the field. */
export function showField(field: FormField, given: readonly string[], picked: () => void): ShownField {
  const { name, title, required, kind } = field;
  const note = kind === "cells" ? say.linesOf(field.note) : field.note;
  const id = `field-${name}`;
  const typing = controlFor(field, id, given);
  const must = required ? element("span", { class: "must" }, say.REQUIRED) : null;
  const hint = note === null ? null : element("p", { class: "hint", id: `${id}-hint` }, note);
  const trouble = element("div", { class: "fault", id: `${id}-fault` });
  const choices = element("div", { class: "candidates" });
  const part =
    typing.parts === "many"
      ? element("fieldset", { class: "field" }, element("legend", {}, title, must), hint, ...typing.content, trouble, choices)
      : element("div", { class: "field" }, element("label", { for: id }, title, must), hint, ...typing.content, trouble, choices);
  for (const one of typing.described) one.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  if (required && typing.parts === "one") typing.focused.setAttribute("aria-required", "true");

  const tell = (fault: Fault | null): void => {
    part.classList.toggle("wrong", fault !== null);
    for (const one of typing.described) one.setAttribute("aria-invalid", String(fault !== null));
    trouble.replaceChildren(fault?.why ?? "");
    offer(fault?.candidates ?? []);
  };
  const offer = (candidates: readonly Candidate[]): void => {
    const pick = ({ given: text, value, told }: Candidate): void => {
      typing.replace(text, value);
      const rest = candidates.filter((one) => one.given !== text);
      if (rest.length === 0) {
        tell(null);
        trouble.replaceChildren(element("span", { class: "hint" }, say.pickedIs(told)));
        picked();
      } else {
        offer(rest);
        choices.querySelector("button")?.focus();
      }
    };
    choices.replaceChildren(...groupsOf(candidates, pick));
  };
  return { name, part, texts: typing.texts, tell, focus: () => typing.focused.focus() };
}

function controlFor(field: FormField, id: string, given: readonly string[]): Typing {
  if (field.choices === null) return textBox(field, id, given);
  return field.many ? tickBoxes(field, id, field.choices, given) : choiceBox(field, id, field.choices, given);
}

/** What each text may have meant, a button each. */
function groupsOf(candidates: readonly Candidate[], pick: (one: Candidate) => void): HTMLElement[] {
  const texts = [...new Set(candidates.map(({ given }) => given))];
  return texts.map((text) => {
    const own = candidates.filter(({ given }) => given === text);
    const label = say.whichOf(text);
    const group = element(
      "div",
      { label },
      element("p", {}, label),
      ...own.map((one) => button(one.told, () => pick(one), "small")),
    );
    group.setAttribute("role", "group");
    return group;
  });
}
