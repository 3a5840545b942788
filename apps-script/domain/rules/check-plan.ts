import { withChanges } from "../changes/advance";
import type { Finding, Severity } from "../changes/finding";
import { found } from "../changes/found";
import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { checkClasses } from "../plan/check-plan";
import { classOf, plainName, seatsIn, statedIn } from "../plan/classes";
import { classKind, normaliseClass, type TrainingClass } from "../plan/training-class";
import { CLASS_KINDS, CLASS_STATE, CLASS_STATES, SEVERITY } from "../schema/allowed";
import type { PlanRow } from "../schema/plan";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import { badCapacity, badClassState, halfTypedYear } from "../wording/plan";
import { planReadReason } from "../wording/roster";
import { titleOfRule } from "../wording/rules";
import type { Context } from "./context";

/**
 * Reads the notice's six cells of every class again and fills the normalised columns from them (a column whose stated
 * cell is empty stays as it is), then checks the plan. 计划检查 names the rules a class runs into; the findings say more, but of a class
 * that is over only what blocks: nobody can still come to an earlier class. Summary: classes checked, findings by severity.
 */
export function checkPlanRule(snapshot: Snapshot, context: Context): Outcome {
  const { settings, calendar } = context;
  const out = new OutcomeBuilder();
  for (const row of sorted(snapshot.plan)) normalise(out, row, settings.planYear);
  const { plan } = withChanges(snapshot, out.done());
  const stated = new Map(plan.map((row) => [row.key, statedIn(row)]));
  const classes = currentClasses(plan, settings.planYear);
  const findings = checkClasses(classes, calendar, {
    reviewDays: settings.reviewDays,
    safetyMargin: settings.safetyMargin,
    statedOf: (key) => stated.get(key),
  });
  const over = new Set(classes.flatMap(({ key, studyTo }) => (studyTo !== null && studyTo < context.today ? [key] : [])));
  const isMoot = ({ row, severity }: Finding): boolean => row !== null && over.has(row) && severity !== SEVERITY.blocking;
  const faults = plan.flatMap((row) => [...capacityFaults(row), ...stateFaults(row)]);
  faults.push(...holidayFaults(context));
  const titles = new Map<string, string[]>();
  const bySeverity: Record<Severity, number> = { 阻断: 0, 警告: 0, 提示: 0 };
  for (const finding of [...findings, ...faults]) {
    if (!isMoot(finding)) {
      out.take(finding);
      bySeverity[finding.severity] += 1;
    }
    if (finding.row === null) continue;
    const title = titleOfRule(finding.code);
    const known = titles.get(finding.row);
    if (known === undefined) titles.set(finding.row, [title]);
    else known.push(title);
  }
  for (const row of sorted(snapshot.plan)) {
    out.set("plan", row, "check", titles.get(row.key)?.join("；") ?? null, planReadReason);
  }
  return out.done({ classes: classes.filter((one) => one.open).length, findings: bySeverity });
}

/** 容量 is a whole number of seats or empty: anything else would silently mean no limit. */
function capacityFaults({ key, name, state, capacity }: PlanRow): Finding[] {
  if (state === CLASS_STATE.stopped || capacity === null || seatsIn(capacity) !== null) return [];
  return [found("P21", { table: "plan", row: key, column: "capacity" }, badCapacity(name ?? key, String(capacity)))];
}

/** 开班状态 is a word of its list or empty: any other would silently mean that the class is held. */
function stateFaults({ key, name, state }: PlanRow): Finding[] {
  if (state === null || CLASS_STATES.some((word) => word === state)) return [];
  return [found("P22", { table: "plan", row: key, column: "state" }, badClassState(name ?? key, state))];
}

/** A year of 节假日 that was begun and does not hold every statutory holiday: it counts as unknown, and what it lacks is named. */
function holidayFaults({ calendar, settings: { planYear } }: Context): Finding[] {
  const lacking = [planYear - 1, planYear, planYear + 1].flatMap((year) => {
    const missing = calendar.missing(year) ?? [];
    return missing.length === 0 ? [] : [{ year, missing }];
  });
  if (lacking.length === 0) return [];
  const severity = lacking.some(({ year }) => year === planYear) ? SEVERITY.warning : SEVERITY.hint;
  const message = lacking.map(({ year, missing }) => halfTypedYear(year, missing)).join("");
  return [found("P23", { table: "holidays", row: null, column: "day" }, message, { severity })];
}

function sorted(rows: readonly PlanRow[]): PlanRow[] {
  return [...rows].sort((a, b) => compare(a.key, b.key));
}

type NormalisedColumn =
  | "kind"
  | "term"
  | "months"
  | "deadline"
  | "bookingFrom"
  | "bookingTo"
  | "reportIn"
  | "reportHours"
  | "studyFrom"
  | "studyTo";

function normalise(out: OutcomeBuilder, row: PlanRow, planYear: number): void {
  if (row.name === null) return;
  const read = normaliseClass(statedIn(row), typeof row.year === "number" ? row.year : planYear);
  const set = (column: NormalisedColumn, value: Value) => out.set("plan", row, column, value, planReadReason);
  const isKnownKind = CLASS_KINDS.some((kind) => kind === row.kind);
  if (classKind(row.name) !== null || !isKnownKind) set("kind", read.kind);
  if (read.term !== null) set("term", read.term);
  if (row.statedMonths !== null) set("months", read.months.join("、") || null);
  if (row.statedDeadline !== null) set("deadline", read.deadline);
  if (row.statedBooking !== null) {
    set("bookingFrom", read.bookingFrom);
    set("bookingTo", read.bookingTo);
  }
  if (row.statedReportIn !== null) {
    set("reportIn", read.reportIn);
    set("reportHours", read.reportHours);
  }
  if (row.statedStudy !== null) {
    set("studyFrom", read.studyFrom);
    set("studyTo", read.studyTo);
  }
}

/** Of each name the highest version; two rows of that version are both checked, so that the repetition is found. */
function currentClasses(plan: readonly PlanRow[], planYear: number): TrainingClass[] {
  const all = sorted(plan).flatMap((row) => classOf(row, planYear) ?? []);
  const highest = new Map<string, number>();
  for (const one of all) {
    const name = plainName(one.name);
    highest.set(name, Math.max(one.version, highest.get(name) ?? one.version));
  }
  const current = all.filter((one) => one.version === highest.get(plainName(one.name)));
  return current.sort((a, b) => compare(a.studyFrom ?? "9", b.studyFrom ?? "9") || compare(a.key, b.key));
}
