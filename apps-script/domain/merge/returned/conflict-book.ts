import type { RowChange } from "../../changes/change-set";
import type { OutcomeBuilder } from "../../changes/outcome";
import { valuesOf } from "../../changes/undo";
import type { RowOf } from "../../schema/column";
import { CONFLICTS } from "../../schema/index";
import { titleOfColumn } from "../../schema/unit-columns";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf, type Value } from "../../snapshot/value";
import { clearWord } from "../../wording/exchange";
import type { Draft } from "../roster-book";
import type { CellFate } from "./merge-row";

export type ConflictRow = RowOf<typeof CONFLICTS>;

/** One cell that both sides changed, as 冲突 shows it. */
interface OpenConflict {
  readonly enrolment: string;
  readonly column: string;
  readonly name: Value;
  readonly unit: string | null;
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
  /** The file that says so, as `conflictSource` names it. */
  readonly source: string;
}

/** Tells a file from every other one, also of the same name: by what it is called and the start of its fingerprint. */
export function conflictSource(file: string, fingerprint: string): string {
  return `${file}#${fingerprint.slice(0, 6)}`;
}

/** What staff call the file that a source names. */
export const fileOfSource = (source: string): string => source.replace(/#[0-9a-f]{6}$/u, "");

/** The open conflicts, one row for a cell of an enrolment whatever files bring it up; settled ones are blanked. */
export class ConflictBook {
  private readonly rows = new Map<string, ConflictRow>();
  private readonly raised = new Map<string, OpenConflict>();
  private readonly settled = new Set<string>();

  constructor(snapshot: Snapshot) {
    for (const row of snapshot.conflicts) this.rows.set(row.key, row);
  }

  /** Both sides changed a cell of an enrolment; 清空 stands in 冲突 as the word that it was written with. */
  raise({ id, values }: Draft, fate: CellFate, source: string): void {
    const column = titleOfColumn(fate.column);
    const key = keyOf(id, column);
    const { base, ours } = fate;
    const about = { enrolment: id, column, name: values.name, unit: textOf(values.unit) || null };
    this.raised.set(key, { ...about, base, ours, theirs: statedBy(fate), source });
    this.settled.delete(key);
  }

  /** Both sides agree again. A row in which staff have written 采用 is left to that. */
  settle(enrolment: string, column: string): void {
    const key = keyOf(enrolment, column);
    this.raised.delete(key);
    const row = this.rows.get(key);
    if (row && row.choice === null) this.settled.add(key);
  }

  /** @returns the rows to blank */
  write(out: OutcomeBuilder, reason: string): RowChange[] {
    for (const [key, conflict] of this.raised) {
      const row = this.rows.get(key);
      if (!row) {
        out.add("conflicts", conflict, reason);
        continue;
      }
      for (const column of ["base", "ours", "theirs"] as const) out.set("conflicts", row, column, conflict[column], reason);
      // What a file said before stays that file's, whichever file repeats it.
      const isNews = row.source === null || row.theirs !== conflict.theirs;
      if (isNews) out.set("conflicts", row, "source", conflict.source, reason);
    }
    return [...this.settled].flatMap((key) => {
      const row = this.rows.get(key);
      return row ? [blankedConflict(row)] : [];
    });
  }
}

/** Theirs as people are shown it. */
export function statedBy({ cell, theirs }: Pick<CellFate, "cell" | "theirs">): Value {
  return cell.clears ? clearWord : theirs;
}

export function blankedConflict(row: ConflictRow): RowChange {
  return { table: "conflicts", row: row.key, values: valuesOf(CONFLICTS, row), reason: "" };
}

function keyOf(enrolment: string, column: string): string {
  return `${textOf(enrolment)}·${column}`;
}
