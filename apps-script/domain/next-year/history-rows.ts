import type { OutcomeBuilder } from "../changes/outcome";
import type { Day } from "../days/civil-day";
import { hasFailedTwice, hasPassed } from "../rules/standing";
import { ENROLMENT, EXAM } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import * as say from "../wording/next-year";
import type { Carried, EndedEnrolment } from "./carried";

/** An ended enrolment as a row of 历史: what 名册 held, under the names of its columns. */
export function historyRow({ row, values }: EndedEnrolment, year: number, today: Day): Readonly<Record<string, Value>> {
  return {
    id: row.key,
    year,
    name: row.name,
    unit: row.unit,
    state: resultOf(row),
    values: JSON.stringify(values),
    archivedOn: today,
  };
}

/** 历史 of the new book follows what the old one says now; the day on which a row came in stays. */
export function archiveEnded(
  out: OutcomeBuilder<say.NextYearCode>,
  { ended, year }: Carried,
  { history }: Pick<Snapshot, "history">,
  today: Day,
): void {
  for (const one of ended) {
    const row = historyRow(one, year - 1, today);
    const known = rowWith(history, one.row.key);
    if (known === null) out.add("history", row, say.CARRY_TITLE);
    else
      for (const column of ["name", "unit", "state", "values"])
        out.setCell("history", known, column, row[column] ?? null, say.CARRY_TITLE);
  }
}

/** 结果, in a word of the closed lists. */
function resultOf(row: Enrolment): string {
  if (hasPassed(row)) return row.exam === EXAM.passed ? EXAM.passed : ENROLMENT.done;
  if (row.state !== null && row.state !== ENROLMENT.live) return row.state;
  return hasFailedTwice(row) ? EXAM.failed : say.notTrained;
}
