import { type ChangeSet, type Summary, sizeOf } from "../../domain/changes/change-set";
import { compare } from "../../domain/changes/outcome";
import { numeralOf } from "../../domain/plan/numerals";
import { shownClass } from "../../domain/plan/shown-class";
import { ACTIONS } from "../../domain/rules/actions";
import { columnTitle, titleOf } from "../../domain/schema/titles";
import { summaryWord } from "../../domain/wording/summary";
import * as say from "../wording/report";
import { isHidden } from "./told";
import type { Fact, FactList } from "./view";

/** So many come to the page. */
const FACTS_TOLD = 1_000;

/** The summary: numbers together, nested counts (those that are not zero) as lists; of `all`, one set for each action. */
export function summaryLists({ action, summary }: ChangeSet): FactList[] {
  if (action !== "all") return listsOf(summary, "");
  return Object.entries(summary).flatMap(([id, part]) =>
    typeof part === "object" && part !== null ? listsOf(part, ACTIONS.find((one) => one.id === id)?.title ?? id) : [],
  );
}

function listsOf(summary: Summary, action: string): FactList[] {
  const plain: Fact[] = [];
  const nested: FactList[] = [];
  for (const [name, value] of Object.entries(summary)) {
    const label = summaryWord(name, summary);
    if (value === null) continue;
    if (typeof value !== "object") plain.push({ label, value: String(value) });
    else {
      const facts = Object.entries(value).flatMap(([key, count]) => (count === 0 ? [] : [{ label: key, value: String(count) }]));
      facts.sort((a, b) => compare(termsCounted(a.label), termsCounted(b.label)));
      if (facts.length > 0) nested.push({ title: action === "" ? label : `${action}：${label}`, facts });
    }
  }
  const first = plain.length > 0 ? [{ title: action === "" ? say.overview : action, facts: plain }] : [];
  return [...first, ...nested].map(shortened);
}

/** 第二期 comes before 第三期, which it does not by code; what is no class keeps its place. */
function termsCounted(label: string): string {
  const [, before, written = ""] = /^(.*班第)(.+)期$/u.exec(label) ?? [];
  const term = numeralOf(written);
  return before === undefined || term === null ? "" : before + String(term).padStart(2, "0");
}

export function changeLists(changes: ChangeSet): FactList[] {
  if (sizeOf(changes) === 0) return [];
  const seen = changes.cells.filter(({ table, column }) => !isHidden(table, column));
  const lists = [
    { title: say.loadedClasses, facts: changes.action === "plan" ? changes.rows.flatMap(classFact) : [] },
    {
      title: say.changedColumns,
      facts: counted(seen.map(({ table, column }) => `${titleOf(table)} · ${columnTitle(table, column)}`)),
    },
    { title: say.addedRows, facts: counted(changes.rows.map(({ table }) => titleOf(table))) },
    { title: say.blankedRows, facts: counted(changes.blanked.map(({ table }) => titleOf(table))) },
  ];
  return lists.filter(({ facts }) => facts.length > 0).map(shortened);
}

/** A class as it was read, for the eye, beside what the notice says. */
function classFact({ table, values }: ChangeSet["rows"][number]): Fact[] {
  if (table !== "plan") return [];
  const { name, cells } = shownClass(values);
  return [{ label: name, value: cells.join("；") }];
}

function counted(labels: readonly string[]): Fact[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, value: String(count) }));
}

function shortened({ title, facts }: FactList): FactList {
  return { title, facts: facts.slice(0, FACTS_TOLD) };
}
