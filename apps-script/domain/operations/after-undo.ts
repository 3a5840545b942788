import { withChanges } from "../changes/advance";
import { withoutBlanked } from "../changes/blanked";
import type { ChangeSet } from "../changes/change-set";
import type { Finding } from "../changes/finding";
import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { Kept } from "../changes/undo";
import { checkStates } from "../rules/check-states";
import { type Context, contextOf } from "../rules/context";
import { recomputeRows } from "../rules/row-local";
import { SEVERITY } from "../schema/allowed";
import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import type { RosterCode } from "../wording/roster";
import { restingOn } from "./resting-on";

type Changes = Pick<ChangeSet, "cells" | "rows" | "blanked">;

interface Followed {
  /** What the rules say now of people about whom later runs wrote something. */
  readonly cells: Outcome["cells"];
  /** What cannot stand any more, or rests on a row that goes. */
  readonly findings: readonly Finding[];
  readonly kept: readonly Kept[];
}

/**
 * What follows for the people about whom a run that is taken back had entered something. What later runs entered stays, so
 * whatever cannot be together with it is told (`checkStates` and the rules of the row), and what those runs worked out is worked
 * out anew.
 *
 * @example 合格 is taken back after 发证: 进度 is no longer 已发证, and a finding names the person and the 发证日期
 */
export function afterUndo(
  snapshot: Snapshot,
  context: Context,
  changes: Changes,
  inverse: { readonly changes: Changes; readonly kept: readonly Kept[] },
  isTouchedSince: (enrolment: string) => boolean,
): Followed {
  const { changes: back, kept } = inverse;
  const people = peopleIn(changes);
  const undone = withoutBlanked(withChanges(snapshot, back), back.blanked);
  const typed = new Set(kept.flatMap(({ table, row, column }) => (table === "roster" && column === "class" ? [row] : [])));
  // What a later run entered may show only now: 退回 behind 已报到. A class that somebody typed since is left to the next run.
  const stale = new Set([...people].filter((key) => !typed.has(key) && isTouchedSince(key)));
  const { cells } = recomputed(undone, context, stale);
  const then = withChanges(undone, { cells, rows: [] });
  const known = new Set(troubles(snapshot, context, people).map(placeOf));
  const findings = troubles(then, context, people).filter((finding) => !known.has(placeOf(finding)));
  const isStale = ({ table, row, column }: Kept): boolean => table === "roster" && stale.has(row) && isComputed(table, column);
  return { cells, findings: [...findings, ...restingOn(then, back.blanked)], kept: kept.filter((one) => !isStale(one)) };
}

/** Enrolments of which people had entered something, also in 资料. */
function peopleIn({ cells, rows, blanked }: Changes): ReadonlySet<string> {
  const isAboutPerson = (table: TableName): boolean => table === "roster" || table === "papers";
  const entered = cells.filter(({ table, column }) => isAboutPerson(table) && !isComputed(table, column));
  const whole = [...rows, ...blanked].filter(({ table }) => isAboutPerson(table));
  return new Set([...entered, ...whole].map(({ row }) => row));
}

function isComputed(table: TableName, column: string | null): boolean {
  const { columns }: Table = TABLES[table];
  return column !== null && columns[column]?.owner === "computed";
}

function recomputed(snapshot: Snapshot, { today }: Context, roster: ReadonlySet<string>): Outcome {
  return recomputeRows(snapshot, contextOf(snapshot, today), { roster });
}

/** What is wrong with these people's rows, hints left out. */
function troubles(snapshot: Snapshot, context: Context, people: ReadonlySet<string>): readonly Finding[] {
  const out = new OutcomeBuilder<RosterCode>();
  for (const key of [...people].sort(compare)) {
    const row = rowWith(snapshot.roster, key);
    if (row !== null) checkStates(out, row, context);
  }
  const found = [...out.done().findings, ...recomputed(snapshot, context, people).findings];
  return found.filter(({ severity, row }) => severity !== SEVERITY.hint && row !== null);
}

const placeOf = ({ code, table, row }: Finding): string => `${code} ${table} ${row}`;
