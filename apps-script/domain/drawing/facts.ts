import { textOf } from "../snapshot/value";
import type { Fact, FactsBlock } from "../views/papers/paper";
import { labelOf } from "../wording/drawn-paper";
import { type Element, element } from "./element";

/** The lines under a title, beside each other as long as there is room. */
export function factsLine(facts: readonly Fact[]): Element {
  return element("div", { class: "paper-facts" }, facts.map(factElement));
}

/** Facts in columns; what is written by hand has a line to the end of its column. */
export function factsGrid({ facts, across }: FactsBlock): Element {
  return element("div", { class: `paper-facts paper-across-${across}` }, facts.map(factElement));
}

function factElement({ label, value }: Fact): Element {
  const text = textOf(value);
  return element("div", { class: "paper-fact" }, [
    element("span", { class: "paper-label" }, [labelOf(label)]),
    element("span", { class: text === "" ? "paper-line" : "paper-value" }, text === "" ? [] : [text]),
  ]);
}
