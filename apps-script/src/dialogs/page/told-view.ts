import type { Told } from "../view";
import { element } from "./element";
import * as say from "./wording";

/** What an operation tells: in one sentence, and of each person. */
export function toldPart({ said, people, more }: Told): HTMLElement {
  const lines = people.map(({ key, sentence }) => element("li", {}, element("span", { class: "tag" }, key), sentence));
  const isSaid = people.some(({ sentence }) => sentence === said);
  return element(
    "section",
    { label: say.TOLD_TITLE },
    element("h3", {}, say.TOLD_TITLE),
    isSaid || said === "" ? null : element("p", {}, said),
    lines.length === 0 ? null : element("ol", { class: "notes" }, ...lines),
    more > 0 ? element("p", { class: "hint" }, say.morePeople(more)) : null,
  );
}
