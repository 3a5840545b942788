import type { FactList, Note, NoteList, Report } from "../view";
import { element } from "./element";
import { toldPart } from "./told-view";
import * as say from "./wording";

/** A report below its headline: notice, what needs a person, counts, findings, what undoing left alone. */
export function reportParts(report: Report): (Node | null)[] {
  const isQuiet = report.needs === null && report.findings === null && report.kept === null;
  return [
    report.notice === null ? null : element("p", { class: "notice" }, report.notice),
    notesOf(report.needs, say.more),
    report.told && toldPart(report.told),
    notesOf(report.kept, say.moreKept),
    report.lists.length === 0 ? null : element("div", { class: "lists" }, ...report.lists.map(tableOf)),
    notesOf(report.findings, say.more),
    isQuiet ? element("p", { class: "hint" }, say.NO_FINDINGS) : null,
  ];
}

function tableOf({ title, facts }: FactList): HTMLElement {
  const rows = facts.map(({ label, value }) =>
    element("tr", {}, element("th", { scope: "row" }, label), element("td", {}, value)),
  );
  return element("table", {}, element("caption", {}, title), element("tbody", {}, ...rows));
}

function notesOf(list: NoteList | null, more: (count: number) => string): HTMLElement | null {
  if (list === null) return null;
  return element(
    "section",
    { label: list.title },
    element("h3", {}, list.title),
    element("ol", { class: "notes" }, ...list.notes.map(noteOf)),
    list.more > 0 ? element("p", { class: "hint" }, more(list.more)) : null,
  );
}

const tags: Readonly<Record<string, string>> = { 阻断: "tag blocking", 警告: "tag warning" };

function noteOf({ severity, message, suggestion }: Note): HTMLElement {
  return element(
    "li",
    {},
    severity === "" ? null : element("span", { class: tags[severity] ?? "tag" }, severity),
    message,
    suggestion === "" ? null : element("span", { class: "advice" }, suggestion),
  );
}
