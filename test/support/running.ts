import fc from "fast-check";
import { withChanges } from "../../apps-script/domain/changes/advance";
import { sizeOf } from "../../apps-script/domain/changes/change-set";
import type { Finding } from "../../apps-script/domain/changes/finding";
import type { Outcome } from "../../apps-script/domain/changes/outcome";
import { contextOf } from "../../apps-script/domain/rules/context";
import type { Rule } from "../../apps-script/domain/rules/rule";
import type { TableName } from "../../apps-script/domain/schema/index";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { AnyRow, Snapshot } from "../../apps-script/domain/snapshot/snapshot";

interface Ran {
  readonly outcome: Outcome;
  readonly after: Snapshot;
  /** The codes of the findings, sorted. */
  readonly codes: readonly string[];
}

/** Runs a rule on a book and writes its changes. */
export function runOn(rule: Rule, book: Snapshot, today: string): Ran {
  const outcome = rule(book, contextOf(book, today));
  return { outcome, after: withChanges(book, outcome), codes: outcome.findings.map(({ code }) => code).sort() };
}

/** How much a second run right after the first would change. */
export function secondRunOf(rule: Rule, { after }: Ran, today: string): number {
  const { cells, rows } = runOn(rule, after, today).outcome;
  return sizeOf({ cells, rows, blanked: [] });
}

export function rowOf(book: Snapshot, key: string): Enrolment {
  const row = book.roster.find((one) => one.key === key);
  if (row === undefined) throw new Error(`no row ${key}`);
  return row;
}

export function findingOf(ran: Ran, code: string): Finding {
  const finding = ran.outcome.findings.find((one) => one.code === code);
  if (finding === undefined) throw new Error(`no finding ${code}, but ${ran.codes.join(" ")}`);
  return finding;
}

/** The outcome whatever the order of its cells: what a rule decides, not in which order it says so. */
export function decisions({ cells, rows, findings, summary }: Outcome) {
  const sorted = <T>(items: readonly T[]) => items.map((item) => JSON.stringify(item)).sort();
  return { cells: sorted(cells), rows: sorted(rows), findings: sorted(findings), summary };
}

/** The book with the rows of some tables in another order; keys and sheet rows travel with their rows. */
export function reordered(book: Snapshot, tables: readonly TableName[], seed: number): Snapshot {
  const shuffle = (rows: readonly AnyRow[]) =>
    fc.sample(fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }), { seed, numRuns: 1 })[0] ??
    rows;
  const changed = Object.fromEntries(tables.map((name) => [name, shuffle(book[name] as unknown as readonly AnyRow[])]));
  return { ...book, ...changed } as unknown as Snapshot;
}
