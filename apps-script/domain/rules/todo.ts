import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import { byPlace, compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { IMPORT_SOURCE } from "../merge/import-todo";
import { ANSWER, SEVERITY } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import { TODOS } from "../schema/tables";
import type { Snapshot } from "../snapshot/snapshot";
import type { RuleCode } from "../wording/rules";
import * as say from "../wording/todo";
import type { Context } from "./context";
import { NOBODY } from "./left-out";
import { kindIn } from "./money/debts";
import { numberRows } from "./number-rows";
import type { Reminder } from "./reminders/reminder";
import { reminders } from "./reminders/reminders";
import type { Findings, Rule } from "./rule";
import { closeLine, followLine, wakeLine } from "./todo-answers";
import { idOf, lineOf } from "./todo-line";
import { subjectFinder } from "./todo-subjects";

/** 来源 of the rows that this rule keeps; rows of imports have another and are left alone. */
export const RULE_SOURCE = "rule";

/** Findings that say again, from another side, what a finding of another code says about the same row. */
const SAID_BY: readonly SaidBy[] = [
  { code: "F09", by: "A09" },
  { code: "F08", by: "A13" },
  { code: "T20", by: "F12" },
  // Without 申报类型 R19 says what is missing and what the certificate speaks for.
  { code: "A13", by: "R19", where: (row) => kindIn(row) === null },
  { code: "A09", by: "R19", where: ({ kind }) => kind === null },
];

interface SaidBy {
  readonly code: RuleCode;
  readonly by: RuleCode;
  readonly where?: (row: Enrolment) => boolean;
}

/**
 * 待办 from the findings of the given rules, run on the same snapshot, from repeated numbers and unusable settings, and
 * from what the day asks for. All findings are returned as well. Whoever was left out of the run is asked about like everybody:
 * 待办 is what the workbook says. Summary: rows that are there and not yet answered, in all and by rule.
 */
export function makeTodo(checks: readonly ((snapshot: Snapshot, context: Context) => Findings)[]): Rule {
  return (snapshot, asked) => {
    const context = { ...asked, leftOut: NOBODY };
    const all = new OutcomeBuilder();
    for (const check of [numberRows, ...checks]) for (const finding of check(snapshot, context).findings) all.take(finding);
    for (const finding of context.problems) all.take(finding);
    return todoRows(snapshot, all.done().findings, reminders(snapshot, context), context);
  };
}

/**
 * One row per finding, known by code, table and row. Staff's 处理 stays while the matter is the same (`todo-answers.ts`); a row whose
 * finding is gone is kept and marked 已消除 with the day, and unmarked when the finding comes back.
 */
export function todoRows(
  snapshot: Snapshot,
  findings: readonly Finding[],
  calls: readonly Reminder[],
  context: Context,
): Outcome {
  const out = new OutcomeBuilder();
  for (const finding of findings) out.take(finding);
  const remarks = remarksFolded(findings);
  const called = new Map([...calls, ...remarks.calls].map((call) => [idOf(call.finding), call]));
  const all = [...remarks.others, ...[...called.values()].map((call) => call.finding)].sort(byUrgency);
  const known = new Map(snapshot.todo.flatMap((row) => (row.source === RULE_SOURCE ? [[row.key, row] as const] : [])));
  const taken = new Set([...snapshot.todo.map((row) => row.key), ...repeatedIds(snapshot)]);
  const subjectOf = subjectFinder(snapshot);
  const current = new Set<string>();
  const open = new Map<string, number>();
  for (const finding of withoutRepeats(all, snapshot)) {
    const id = idOf(finding);
    if (current.has(id)) continue;
    current.add(id);
    const row = known.get(id);
    const call = called.get(id);
    if (call && finding.code !== REMARKS) out.take(finding);
    const line = lineOf(finding, subjectOf(finding), call);
    const isOpen = row === undefined || followLine(out, row, line, call, context);
    if (row === undefined && !taken.has(id)) {
      out.add("todo", { id, ...line, answer: ANSWER.none, source: RULE_SOURCE }, say.todoReason);
    }
    if (isOpen) open.set(line.rule, (open.get(line.rule) ?? 0) + 1);
  }
  for (const row of [...known.values()].sort((a, b) => compare(a.key, b.key))) {
    if (!current.has(row.key)) closeLine(out, row, context.today);
  }
  for (const row of snapshot.todo) if (row.source === IMPORT_SOURCE) wakeLine(out, row, context.today);
  const byRule = Object.fromEntries([...open].sort(([a], [b]) => compare(a, b)));
  return out.done({ open: [...open.values()].reduce((sum, count) => sum + count, 0), byRule });
}

/** Who was told another class comes first: nothing is more urgent. */
const FIRST = "A25";

function byUrgency(a: Finding, b: Finding): number {
  return Number(b.code === FIRST) - Number(a.code === FIRST) || byPlace(a, b);
}

/** Said in 待办 alone. */
const REMARKS = "T10";

/** Hints about the plan stand beside each class already; here they are one line, which opens again with another hint. */
function remarksFolded(findings: readonly Finding[]): {
  readonly others: readonly Finding[];
  readonly calls: readonly Reminder[];
} {
  const isRemark = ({ table, severity }: Finding): boolean => table === "plan" && severity === SEVERITY.hint;
  const remarks = findings.filter(isRemark);
  if (remarks.length < 2) return { others: findings, calls: [] };
  const finding = found(REMARKS, { table: "plan", row: null, column: "check" }, say.planRemarks(remarks.length));
  const members = remarks.map(({ code, message }) => `${code} ${message}`);
  return { others: findings.filter((one) => !isRemark(one)), calls: [{ finding, due: null, facts: [], members }] };
}

function withoutRepeats(findings: readonly Finding[], { roster }: Snapshot): Finding[] {
  const said = new Set(findings.map(({ code, row }) => `${code} ${row ?? ""}`));
  const rows = new Map(roster.map((row) => [row.key, row]));
  const isThere = (where: SaidBy["where"], key: string | null): boolean => {
    const row = rows.get(key ?? "");
    return where === undefined || (row !== undefined && where(row));
  };
  return findings.filter(
    ({ code, row }) => !SAID_BY.some((one) => one.code === code && said.has(`${one.by} ${row ?? ""}`) && isThere(one.where, row)),
  );
}

/** A row that was copied is W01's business: no third one is added. */
function repeatedIds(snapshot: Snapshot): string[] {
  return snapshot.repeated.flatMap(({ table, key }) => (table === TODOS.name ? [key] : []));
}
