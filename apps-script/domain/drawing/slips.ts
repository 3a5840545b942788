import type { Slip, SlipFact, SlipsBlock } from "../views/papers/paper";
import { labelOf, nothingToShow } from "../wording/drawn-paper";
import { classes, type Element, element } from "./element";
import { valueText } from "./value-text";

/** Slips in rows, with a line to cut along under each row and between two neighbours. */
export function slipsElement({ slips, across }: SlipsBlock): Element {
  const rows = Array.from({ length: Math.ceil(slips.length / across) }, (_, row) =>
    element(
      "div",
      { class: `paper-slip-row paper-across-${across}` },
      slips.slice(row * across, (row + 1) * across).map(slipElement),
    ),
  );
  return rows.length > 0 ? element("div", { class: "paper-slips" }, rows) : element("p", {}, [nothingToShow]);
}

function slipElement({ title, facts, note }: Slip): Element {
  return element("section", { class: "paper-slip" }, [
    element("h2", {}, [title]),
    ...facts.map(factElement),
    ...(note === null ? [] : [element("p", { class: "paper-note" }, [note])]),
  ]);
}

function factElement({ label, value, kind }: SlipFact): Element {
  const text = valueText(value, kind);
  const looks = classes(text === "" ? "paper-line" : "paper-value", kind === "code" && "paper-code");
  return element("div", { class: "paper-fact" }, [
    element("span", { class: "paper-label" }, [labelOf(label)]),
    element("span", { class: looks }, text === "" ? [] : [text]),
  ]);
}
