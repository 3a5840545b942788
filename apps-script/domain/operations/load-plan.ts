import { withChanges } from "../changes/advance";
import { combine } from "../changes/combine";
import { OutcomeBuilder } from "../changes/outcome";
import { normaliseClass, type StatedClass } from "../plan/training-class";
import { runOne } from "../rules/actions";
import { checkPlanRule } from "../rules/check-plan";
import type { Context } from "../rules/context";
import { CLASS_STATE } from "../schema/allowed";
import { ACTION_TABLES } from "../schema/index";
import type { PlanRow } from "../schema/plan";
import type { Snapshot } from "../snapshot/snapshot";
import { droppedReason, LOAD_PLAN_TITLE, planReason, replacedReason } from "../wording/plan-load";
import type { Decision, Operation } from "./operation";

/**
 * Loads a plan of one year. A class that is stated as before stays; one that is stated otherwise gets a new version
 * and the old row becomes 停办 (capacity and place go over); one that the new plan no longer has becomes 停办.
 * Source: the notice, 一.6 "培训安排如有变更，将第一时间在中心网站发布通知": the plan may change.
 */
export function loadPlanOperation(classes: readonly StatedClass[], year: number): Operation {
  return {
    id: "plan",
    title: LOAD_PLAN_TITLE,
    tables: ACTION_TABLES,
    decide: (snapshot, context) => decide(snapshot, context, classes, year),
  };
}

function decide(snapshot: Snapshot, context: Context, classes: readonly StatedClass[], year: number): Decision {
  const out = new OutcomeBuilder();
  const current = currentRows(snapshot, year);
  const counts = { added: 0, replaced: 0, unchanged: 0, stopped: 0 };
  for (const stated of classes) {
    const old = current.get(stated.name);
    current.delete(stated.name);
    if (old && isSame(old, stated)) {
      counts.unchanged++;
      continue;
    }
    const version = old ? Number(old.version ?? 1) + 1 : 1;
    if (old) out.set("plan", old, "state", CLASS_STATE.stopped, replacedReason(version));
    counts[old ? "replaced" : "added"]++;
    out.add(
      "plan",
      { ...cellsOf(stated, year), year, version, capacity: old?.capacity ?? null, place: old?.place ?? null },
      planReason,
    );
  }
  for (const row of current.values()) {
    if (row.state === CLASS_STATE.stopped) continue;
    out.set("plan", row, "state", CLASS_STATE.stopped, droppedReason);
    counts.stopped++;
  }
  const loaded = out.done();
  const checked = runOne(checkPlanRule)(withChanges(snapshot, loaded), context);
  return combine([loaded, checked], { classes: classes.length, ...counts });
}

/** The latest version of each class of the year, by name. */
function currentRows(snapshot: Snapshot, year: number): Map<string, PlanRow> {
  const rows = new Map<string, PlanRow>();
  for (const row of snapshot.plan) {
    if (row.year !== year || row.name === null) continue;
    const known = rows.get(row.name);
    if (!known || Number(row.version ?? 1) > Number(known.version ?? 1)) rows.set(row.name, row);
  }
  return rows;
}

function isSame(row: PlanRow, stated: StatedClass): boolean {
  return (
    row.state !== CLASS_STATE.stopped &&
    row.statedMonths === stated.months &&
    row.statedDeadline === stated.deadline &&
    row.statedBooking === stated.booking &&
    row.statedReportIn === stated.reportIn &&
    row.statedStudy === stated.study
  );
}

function cellsOf(stated: StatedClass, year: number) {
  const { kind, term, months, deadline, bookingFrom, bookingTo, reportIn, reportHours, studyFrom, studyTo } = normaliseClass(
    stated,
    year,
  );
  return {
    name: stated.name,
    statedMonths: stated.months,
    statedDeadline: stated.deadline,
    statedBooking: stated.booking,
    statedReportIn: stated.reportIn,
    statedStudy: stated.study,
    kind,
    term,
    months: months.join("、") || null,
    deadline,
    bookingFrom,
    bookingTo,
    reportIn,
    reportHours,
    studyFrom,
    studyTo,
  };
}
