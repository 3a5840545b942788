import type { OutcomeBuilder } from "../../changes/outcome";
import { type Day, isDay } from "../../days/civil-day";
import type { Context } from "../../rules/context";
import { EXAM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Value } from "../../snapshot/value";
import type { SiteRow } from "./read";

/**
 * Sittings of the exam, counted by their days: a result for another day than those known is another sitting (the 补考). 缺考 is
 * the result of a sitting too: a first exam that was missed leaves the 补考 alone. 名册 remembers the days, since the row
 * itself holds the last result only and says 待考 in between; so lists count the same in whatever order they come.
 */
const RESULTS: readonly Value[] = [EXAM.passed, EXAM.failed, EXAM.absent];
const NOT_PASSED: readonly Value[] = [EXAM.failed, EXAM.absent];

interface Sat {
  readonly exam: Value;
  readonly examOn: Value;
  readonly score: Value;
}

export function satIn({ values }: SiteRow): Sat {
  return { exam: values.get("exam") ?? null, examOn: values.get("examOn") ?? null, score: values.get("score") ?? null };
}

/** The day of a sitting that gave a result. */
function sittingDay({ exam, examOn }: Pick<Sat, "exam" | "examOn">): Day | null {
  return RESULTS.includes(exam) && typeof examOn === "string" && isDay(examOn) ? examOn : null;
}

/** Rows of one person that speak of two sittings. */
export function areTwoSittings(one: SiteRow, other: SiteRow): boolean {
  const [day, another] = [satIn(one).examOn, satIn(other).examOn];
  return day !== null && another !== null && day !== another;
}

/** The result is of another day than the one that stands in 名册. */
export function isOtherSitting(before: Sat, row: SiteRow): boolean {
  const [day, known] = [sittingDay(satIn(row)), sittingDay(before)];
  return day !== null && known !== null && day !== known;
}

/** The last exam first: what it says is where the person stands. A row without a day keeps its place at the end. */
export function lastExamFirst(rows: readonly SiteRow[]): SiteRow[] {
  const dayOf = (row: SiteRow): string => String(satIn(row).examOn ?? "");
  return [...rows].sort((a, b) => (dayOf(a) === dayOf(b) ? a.at - b.at : dayOf(a) < dayOf(b) ? 1 : -1));
}

/**
 * Adds the sittings that rows of one person tell of to 考试次数, which never goes down: staff may know of more. Exams of an
 * earlier year or before the report-in belong to an earlier training. Returns how many cells of people changed.
 */
export function countSittings(
  out: OutcomeBuilder,
  enrolment: Enrolment,
  rows: readonly SiteRow[],
  { settings }: Pick<Context, "settings">,
  reason: string,
): number {
  const first = isDay(enrolment.reportedInOn) ? enrolment.reportedInOn : `${settings.planYear}-01-01`;
  const told = [enrolment, ...rows.map(satIn)].flatMap((sat) => sittingDay(sat) ?? []);
  const known = String(enrolment.satOn ?? "")
    .split("、")
    .filter(isDay);
  const days = [...new Set([...known, ...told.filter((day) => day >= first)])].sort();
  out.set("roster", enrolment, "satOn", days.join("、") || null, reason);
  if (days.length < 2 || Number(enrolment.examTries ?? 1) >= days.length) return 0;
  out.set("roster", enrolment, "examTries", days.length, reason);
  return 1;
}

/** Not passed before and not passed now, with another result, and no two days that tell whether it is the same exam. */
export function isSittingUnclear(before: Sat & Pick<Enrolment, "examTries">, listed: Sat): boolean {
  if (!NOT_PASSED.includes(before.exam) || !NOT_PASSED.includes(listed.exam) || Number(before.examTries ?? 1) > 1) return false;
  if (before.examOn !== null && listed.examOn !== null) return false;
  const isOtherScore = before.score !== null && listed.score !== null && before.score !== listed.score;
  return before.exam !== listed.exam || isOtherScore;
}
