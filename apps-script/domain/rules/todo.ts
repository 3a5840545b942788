import { digestOf } from "../changes/change-set";
import { type Finding, placeTitle, type Severity } from "../changes/finding";
import { byPlace, compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { Day } from "../days/civil-day";
import { ANSWER, SEVERITY } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import { TODOS, type TodoRow } from "../schema/tables";
import type { Snapshot } from "../snapshot/snapshot";
import type { TodoCode } from "../wording/reminders";
import { type RuleCode, titleOfRule } from "../wording/rules";
import * as say from "../wording/todo";
import type { Context } from "./context";
import { kindIn } from "./money/debts";
import { numberRows } from "./number-rows";
import type { Reminder } from "./reminders/reminder";
import { reminders } from "./reminders/reminders";
import type { Findings, Rule } from "./rule";
import { subjectFinder } from "./todo-subjects";

/** 来源 of the rows that this rule keeps; rows of imports have another and are left alone. */
export const RULE_SOURCE = "rule";

/** Findings that say again, from another side, what a finding of another code says about the same row. */
const SAID_BY: readonly SaidBy[] = [
  { code: "F09", by: "A09" },
  { code: "F08", by: "A13" },
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
 * from what the day asks for. All findings are returned as well. Summary: rows that are there and not yet answered, in all
 * and by rule.
 */
export function makeTodo(checks: readonly ((snapshot: Snapshot, context: Context) => Findings)[]): Rule {
  return (snapshot, context) => {
    const found = new OutcomeBuilder();
    for (const check of [numberRows, ...checks]) for (const finding of check(snapshot, context).findings) found.take(finding);
    for (const finding of context.problems) found.take(finding);
    return todoRows(snapshot, found.done().findings, reminders(snapshot, context));
  };
}

/**
 * One row per finding, known by code, table and row. Staff's 处理 is never touched; a row whose finding is gone is kept
 * and marked 已消除, and unmarked when the finding comes back.
 */
export function todoRows(snapshot: Snapshot, findings: readonly Finding[], calls: readonly Reminder[]): Outcome {
  const out = new OutcomeBuilder();
  for (const finding of findings) out.take(finding);
  const all = [...withRemarksFolded(findings), ...calls.map((call) => call.finding)].sort(byUrgency);
  const called = new Map(calls.map((call) => [idOf(call.finding), call]));
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
    if (call) out.take(finding);
    const cells = cellsFor(finding, { ...subjectOf(finding), ...call?.about }, call?.due);
    if (row !== undefined) update(out, row, cells);
    else if (!taken.has(id)) out.add("todo", { id, ...cells, answer: ANSWER.none, source: RULE_SOURCE }, say.todoReason);
    if (row === undefined || row.answer === null || row.answer === ANSWER.none) {
      open.set(cells.rule, (open.get(cells.rule) ?? 0) + 1);
    }
  }
  for (const row of [...known.values()].sort((a, b) => compare(a.key, b.key))) {
    if (!current.has(row.key)) out.set("todo", row, "state", say.goneState, say.todoReason);
  }
  const byRule = Object.fromEntries([...open].sort(([a], [b]) => compare(a, b)));
  return out.done({ open: [...open.values()].reduce((sum, count) => sum + count, 0), byRule });
}

/**
 * 16 hexadecimal digits that stay the same while the finding is about the same row. Rows of 待办 in workbooks are known by
 * them, so they go by the title of the tab as they always did.
 */
export function idOf({ code, table, row }: Pick<Finding, "code" | "table" | "row">): string {
  return digestOf(`${code}|${placeTitle(table)}|${row ?? ""}`).slice(0, 16);
}

/** Who was told another class comes first: nothing is more urgent. */
const FIRST = "A25";

function byUrgency(a: Finding, b: Finding): number {
  return Number(b.code === FIRST) - Number(a.code === FIRST) || byPlace(a, b);
}

/** Hints about the plan stand beside each class already; here they are one line. */
function withRemarksFolded(findings: readonly Finding[]): Finding[] {
  const isRemark = ({ table, severity }: Finding): boolean => table === "plan" && severity === SEVERITY.hint;
  const remarks = findings.filter(isRemark).length;
  if (remarks < 2) return [...findings];
  const out = new OutcomeBuilder<TodoCode>();
  out.find("T10", "plan", null, "check", say.planRemarks(remarks));
  return [...findings.filter((finding) => !isRemark(finding)), ...out.done().findings];
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

interface Cells {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string | null;
  readonly unit: string | null;
  readonly phone: string | null;
  readonly content: string;
  readonly due: Day | null;
  readonly suggestion: string | null;
  readonly state: null;
}

function cellsFor(
  finding: Finding,
  subject: {
    readonly subject: string | null;
    readonly unit: string | null;
    readonly phone: string | null;
    readonly due: Day | null;
  },
  due: Day | null | undefined,
): Cells {
  const { code, severity, message, suggestion } = finding;
  const rule = titleOfRule(code);
  return {
    rule,
    severity,
    ...subject,
    due: due === undefined ? subject.due : due,
    content: message,
    suggestion: suggestion || null,
    state: null,
  };
}

function update(out: OutcomeBuilder, row: TodoRow, cells: Cells): void {
  for (const [column, value] of Object.entries<string | null>({ ...cells })) {
    out.set("todo", row, column as keyof Cells, value, say.todoReason);
  }
}

/** A row that was copied is W01's business: no third one is added. */
function repeatedIds(snapshot: Snapshot): string[] {
  return snapshot.repeated.flatMap(({ table, key }) => (table === TODOS.name ? [key] : []));
}
