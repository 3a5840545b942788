import { withChanges } from "../../apps-script/domain/changes/advance";
import type { Finding } from "../../apps-script/domain/changes/finding";
import type { Outcome } from "../../apps-script/domain/changes/outcome";
import { assign } from "../../apps-script/domain/rules/assign/assign";
import { contextOf } from "../../apps-script/domain/rules/context";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "./books";

interface Assigned {
  readonly outcome: Outcome;
  readonly after: Snapshot;
}

/** Runs 分配班级 on a book and writes the changes. */
export function assignOn(book: Snapshot, today: string): Assigned {
  const outcome = assign(book, contextOf(book, today));
  return { outcome, after: withChanges(book, outcome) };
}

export function onlyRow(book: Snapshot): Enrolment {
  const [row] = book.roster;
  if (!row || book.roster.length !== 1) throw new Error("expected one row");
  return row;
}

/** One person alone in the plan of 2024: the row after the run, and the findings. */
export function assignOne(row: Partial<Enrolment>, today: string, parts: Parameters<typeof bookOf>[0] = {}) {
  const { outcome, after } = assignOn(bookOf({ ...parts, roster: [{ name: "王某", ...row }] }), today);
  return { ...onlyRow(after), findings: outcome.findings as readonly Finding[], codes: outcome.findings.map(({ code }) => code) };
}

/** 再2 for 再培训班第二期, 培1 for 培训班第一期. */
export function shortName(name: string | null): string | null {
  const match = /^(再?)培训班第([一二三四五六七八])期$/u.exec(name ?? "");
  return match ? `${match[1] === "" ? "培" : "再"}${"一二三四五六七八".indexOf(match[2] ?? "") + 1}` : name;
}
