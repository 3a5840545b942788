import type { Block, Paper, Part } from "../views/papers/paper";
import { type Element, element } from "./element";
import { factsGrid, factsLine } from "./facts";
import { slipsElement } from "./slips";
import { tableElement } from "./table";

/** A paper as it is printed, to be shown with `PAPER_STYLE`. */
export function paperElement({ look, parts }: Pick<Paper, "look" | "parts">): Element {
  return element("article", { class: `paper paper-${look}` }, parts.map(partElement));
}

/**
 * What is filled in at the end stays together. Where a part begins with a table, its title stands in the table's head, and its
 * end in the table's last line: a page that is mislaid says what it is of.
 */
function partElement({ title, facts, blocks }: Part): Element {
  const head = [element("h1", {}, [title]), ...(facts.length > 0 ? [factsLine(facts)] : [])];
  const endsAt = blocks.length - trailingFacts(blocks);
  const end = blocks.slice(endsAt).map(blockElement);
  const [first, ...more] = blocks.slice(0, endsAt);
  if (first?.kind !== "table") return partOf([...head, ...blocks.slice(0, endsAt).map(blockElement), ...apart(end)]);
  if (more.length === 0) return partOf([tableElement(first, head, end)]);
  return partOf([tableElement(first, head), ...more.map(blockElement), ...apart(end)]);
}

const partOf = (children: readonly Element[]): Element => element("section", { class: "paper-part" }, children);
const apart = (end: readonly Element[]): Element[] => (end.length > 0 ? [element("div", { class: "paper-end" }, end)] : []);

function trailingFacts(blocks: readonly Block[]): number {
  const others = [...blocks].reverse().findIndex(({ kind }) => kind !== "facts");
  return others < 0 ? blocks.length : others;
}

function blockElement(block: Block): Element {
  switch (block.kind) {
    case "table":
      return tableElement(block);
    case "facts":
      return factsGrid(block);
    case "slips":
      return slipsElement(block);
    case "text":
      return element(
        "div",
        { class: "paper-text" },
        block.paragraphs.map((text) => element("p", {}, [text])),
      );
  }
}
