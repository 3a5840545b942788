import type { RunLine, RunList } from "../view";
import { button, element } from "./element";
import { closeButton, showStep } from "./stage";
import * as say from "./wording";

/** The latest runs, each with its own undo. */
export function showRuns({ runs, older }: RunList, undo: (run: string) => void): void {
  if (runs.length === 0) {
    showStep(say.LOG_TITLE, [element("p", {}, say.NO_RUNS)], [closeButton()]);
    return;
  }
  const headers = say.LOG_HEADERS.map((title, index) =>
    element("th", { scope: "col", ...(index === 1 ? {} : { class: "number" }) }, title),
  );
  const head = element("tr", {}, ...headers, element("th", { scope: "col", class: "act" }, say.LOG_ACTION_HEADER));
  const table = element(
    "table",
    { class: "runs" },
    element("thead", {}, head),
    element("tbody", {}, ...runs.map((line) => rowOf(line, undo))),
  );
  const rest = older > 0 ? element("p", { class: "hint" }, say.older(older)) : null;
  showStep(say.LOG_TITLE, [table, rest], [closeButton()]);
}

function rowOf(line: RunLine, undo: (run: string) => void): HTMLElement {
  const press = line.canUndo ? button(say.UNDO, () => undo(line.run), "small") : null;
  press?.setAttribute("aria-label", say.undoLabel(line.run));
  const about = [line.time, line.clerk, line.source].filter((part) => part !== "").join(" · ");
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, line.run),
    element("td", {}, line.action, element("small", {}, about)),
    element("td", {}, line.changes),
    element("td", {}, line.state),
    element("td", { class: "act" }, press),
  );
}
