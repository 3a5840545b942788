import { type ChangeSet, type Summary, sizeOf } from "../../domain/changes/change-set";
import type { Finding } from "../../domain/changes/finding";
import { compare } from "../../domain/changes/outcome";
import type { Kept } from "../../domain/changes/undo";
import type { Done } from "../../domain/operations/define-operation";
import { maskText } from "../../domain/people/masks";
import { numeralOf } from "../../domain/plan/numerals";
import { ACTIONS } from "../../domain/rules/actions";
import { columnTitle, titleOf } from "../../domain/schema/titles";
import type { ValueOf } from "../../domain/serving/calls";
import { textOf } from "../../domain/snapshot/value";
import { summaryWord } from "../../domain/wording/summary";
import type { Proposal } from "../book/proposal";
import * as say from "../wording/report";
import { choiceLines } from "./choices";
import { differences } from "./differences";
import { cellLists, isHidden, toldOf } from "./told";
import type { Fact, FactList, NoteList, Report } from "./view";

const NOTES_SHOWN = 20;
/** Whom an operation left out is told nowhere else. */
const OWN_NOTES_SHOWN = 200;
const FACTS_SHOWN = 40;
/** As much of a proposal as a report tells. */
type Proposed = Pick<Proposal, "prepared" | "done" | "choices">;
type Written = Extract<ValueOf<"commit">, { readonly state: "written" }>;

/** What a proposal would do. `notice` says why it is shown once more, `differences` what is another than before. */
export function previewOf(
  proposal: Proposed,
  again: { readonly notice: string | null; readonly since: Proposed } | null = null,
): Report {
  const { prepared, done } = proposal;
  const what = sentenceOf(sizesOf(prepared.changes));
  const isForNobody = proposal.choices.length > 0 && proposal.choices.every(({ isLeftOut }) => isLeftOut);
  const headline = isForNobody ? say.nobodyTicked() : prepared.isNothing ? say.nothingToWrite() : say.willBe(what);
  const choices = choiceLines(proposal);
  const body = bodyOf(prepared.changes, prepared.kept, done, choices);
  const lists = again ? [...differences(again.since.prepared.changes, prepared.changes), ...body.lists] : body.lists;
  return {
    ...body,
    lists,
    stage: "preview",
    headline,
    isNothing: prepared.isNothing || isForNobody,
    run: null,
    notice: again?.notice ?? null,
  };
}

/** What was done of a proposal. */
export function resultOf({ prepared, done }: Proposed, { run, size, findings, finished }: Written): Report {
  const headline = run === null ? say.nothing() : say.written(run, sentenceOf(size));
  const told = new Map([...findings, ...prepared.changes.findings].map((one) => [`${one.code} ${one.table} ${one.row}`, one]));
  const body = bodyOf({ ...prepared.changes, findings: [...told.values()] }, prepared.kept, done, []);
  const notice = finished.length > 0 ? say.finishedFirst(finished) : null;
  return { ...body, stage: "result", headline, isNothing: run === null, run, notice };
}

function sizesOf({ cells, rows, blanked }: ChangeSet): Written["size"] {
  return { cells: cells.length, rows: rows.length, blanked: blanked.length };
}

function sentenceOf({ cells, rows, blanked }: Written["size"]): string {
  return say.amount(cells, rows, blanked);
}

function bodyOf(
  changes: ChangeSet,
  kept: readonly Kept[],
  done: Done | null,
  choices: Report["choices"],
): Pick<Report, "choices" | "told" | "lists" | "needs" | "findings" | "kept"> {
  const shown = done ? OWN_NOTES_SHOWN : NOTES_SHOWN;
  const blocking = changes.findings.filter(({ severity }) => severity === "阻断");
  const others = changes.findings.filter(({ severity }) => severity !== "阻断");
  return {
    choices,
    told: done && toldOf(done, new Set(choices.map(({ key }) => key))),
    lists: done ? [...cellLists(changes), ...changeLists(changes)] : [...changeLists(changes), ...summaryLists(changes)],
    needs: notesOf(say.needsPersonTitle(blocking.length), blocking, shown),
    findings: notesOf(findingsTitle(changes.findings), others, shown),
    kept: keptNotes(kept),
  };
}

function findingsTitle(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return say.findingsTitle(findings.length, count("阻断"), count("警告"), count("提示"));
}

function notesOf(title: string, findings: readonly Finding[], shown: number): NoteList | null {
  if (findings.length === 0) return null;
  const notes = findings.slice(0, shown).map(({ severity, message, suggestion }) => ({ severity, message, suggestion }));
  return { title, notes, more: findings.length - notes.length };
}

/** A kept cell's sentence quotes what it holds now: ids and phones are masked, as in findings. */
function keptNotes(kept: readonly Kept[]): NoteList | null {
  if (kept.length === 0) return null;
  const notes = kept.slice(0, NOTES_SHOWN).map(({ message }) => ({ severity: "", message: maskText(message), suggestion: "" }));
  return { title: say.keptTitle(kept.length), notes, more: kept.length - notes.length };
}

/** The summary: numbers together, nested counts (those that are not zero) as lists; of `all`, one set for each action. */
function summaryLists({ action, summary }: ChangeSet): FactList[] {
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

function changeLists(changes: ChangeSet): FactList[] {
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

/** A class as it was read, for the eye: its name, the day to report in and the days of study. */
function classFact({ table, values }: ChangeSet["rows"][number]): Fact[] {
  if (table !== "plan") return [];
  const [label, ...days] = [values.name, values.reportIn, values.studyFrom, values.studyTo].map(textOf);
  return [{ label: label ?? "", value: say.classDays(days.map((day) => day.slice(5) || "？")) }];
}

function counted(labels: readonly string[]): Fact[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, value: String(count) }));
}

function shortened({ title, facts }: FactList): FactList {
  return { title, facts: facts.slice(0, FACTS_SHOWN) };
}
