import { listed } from "../../../domain/snapshot/listed";
import type { FormField } from "../view";
import { button, element } from "./element";
import * as say from "./wording";

/** A control that a field is filled in with. */
export interface Typing {
  /** One control, or a group of them. */
  readonly parts: "one" | "many";
  readonly content: readonly HTMLElement[];
  /** What takes the focus. */
  readonly focused: HTMLElement;
  /** What a hint and a fault belong to. */
  readonly described: readonly HTMLElement[];
  readonly texts: () => readonly string[];
  readonly replace: (text: string, value: string) => void;
}

/** People are typed or pasted into several lines; Enter sends the form all the same. */
export function textBox({ kind, many, example }: FormField, id: string, given: readonly string[]): Typing {
  const control = many ? linesBox(id) : element("input", { id });
  if (control instanceof HTMLInputElement) {
    control.type = "text";
    control.inputMode = kind === "money" ? "decimal" : "text";
  }
  control.autocomplete = "off";
  control.spellcheck = false;
  control.placeholder = example === "" ? "" : say.exampleIs(example);
  control.value = given.join("、");
  return {
    ...one(control),
    texts: () => textsIn(control.value, kind === "cells"),
    replace: (text, value) => {
      const parts = many ? listed(control.value) : [];
      const isPart = parts.includes(text);
      control.value = isPart ? parts.map((part) => (part === text ? value : part)).join("、") : value;
    },
  };
}

/** A cell is a line. */
function textsIn(written: string, areLines: boolean): readonly string[] {
  const texts = areLines ? written.split("\n") : [written];
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

function linesBox(id: string): HTMLTextAreaElement {
  const area = element("textarea", { id, class: "lines" });
  area.rows = 2;
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    area.form?.requestSubmit();
  });
  return area;
}

export function choiceBox({ required }: FormField, id: string, words: readonly string[], given: readonly string[]): Typing {
  const none = element("option", {}, required ? say.CHOOSE : say.LEAVE_OUT);
  none.value = "";
  const select = element("select", { id }, none, ...words.map((word) => element("option", {}, word)));
  select.value = given[0] ?? "";
  return {
    ...one(select),
    texts: () => (select.value === "" ? [] : [select.value]),
    replace: (_text, value) => {
      select.value = value;
    },
  };
}

/** Words to tick, with a button for all of them. */
export function tickBoxes({ title }: FormField, id: string, words: readonly string[], given: readonly string[]): Typing {
  const boxes = words.map((word, index) => {
    const box = element("input", { id: index === 0 ? id : `${id}-${index}` });
    box.type = "checkbox";
    box.value = word;
    box.checked = given.includes(word);
    return box;
  });
  const everyOne = (): void => {
    const isAll = boxes.every(({ checked }) => checked);
    for (const box of boxes) box.checked = !isAll;
  };
  const all = button(say.ALL, everyOne, "small");
  all.setAttribute("aria-label", say.allOf(title));
  const ticks = element("div", { class: "ticks" }, ...boxes.map((box) => element("label", {}, box, box.value)));
  return {
    parts: "many",
    content: [all, ticks],
    focused: boxes[0] ?? all,
    described: boxes,
    texts: () => boxes.flatMap(({ checked, value }) => (checked ? [value] : [])),
    replace: (_text, value) => {
      for (const box of boxes) if (box.value === value) box.checked = true;
    },
  };
}

function one(control: HTMLElement): Pick<Typing, "parts" | "content" | "focused" | "described"> {
  return { parts: "one", content: [control], focused: control, described: [control] };
}
