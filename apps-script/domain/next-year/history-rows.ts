import type { Day } from "../days/civil-day";
import { hasFailedTwice, hasPassed } from "../rules/standing";
import { ENROLMENT, EXAM } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Value } from "../snapshot/value";
import * as say from "../wording/next-year";
import type { EndedEnrolment } from "./carried";

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

/** 结果, in a word of the closed lists. */
function resultOf(row: Enrolment): string {
  if (hasPassed(row)) return row.exam === EXAM.passed ? EXAM.passed : ENROLMENT.done;
  if (row.state !== null && row.state !== ENROLMENT.live) return row.state;
  return hasFailedTwice(row) ? EXAM.failed : say.notTrained;
}
