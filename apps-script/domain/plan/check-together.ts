import { CLASS_KIND } from "../schema/allowed";
import * as say from "../wording/plan";
import type { Graded } from "../wording/rules";
import type { StatedCell, TrainingClass } from "./training-class";

/** What a rule found about one class; the row is filled in by the caller. */
export type PlanFault = Graded<say.PlanCode> & {
  readonly cell: StatedCell;
  readonly message: string;
  readonly suggestion?: string;
};

/** What the classes of a plan are together: faults by class key, and those of the plan as a whole. */
interface PlanFaults {
  readonly byKey: ReadonlyMap<string, readonly PlanFault[]>;
  readonly wholePlan: readonly PlanFault[];
}

/** Repeated names, months in several classes or in none, overlapping study. Each is told of the later class. */
export function checkTogether(open: readonly TrainingClass[]): PlanFaults {
  const inOrder = [...open].sort((a, b) => orderOf(a).localeCompare(orderOf(b), "en"));
  const byKey = new Map<string, PlanFault[]>();
  inOrder.forEach((one, index) => {
    const earlier = inOrder.slice(0, index).filter((other) => other.year === one.year);
    byKey.set(one.key, [
      ...(byKey.get(one.key) ?? []),
      ...repeatedName(one, earlier),
      ...sharedMonths(one, earlier),
      ...overlap(one, earlier),
    ]);
  });
  return { byKey, wholePlan: open.length === 0 ? [] : uncoveredMonths(open) };
}

/** Classes without study days come last; the sort is stable, so the plan's own order decides ties. */
function orderOf(one: TrainingClass): string {
  return one.studyFrom ?? "9999";
}

function repeatedName(one: TrainingClass, earlier: readonly TrainingClass[]): PlanFault[] {
  const same = earlier.find((other) => comparable(other.name) === comparable(one.name));
  return same ? [{ code: "P09", cell: "name", message: say.nameRepeated(one.name, same.key) }] : [];
}

function comparable(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "");
}

function sharedMonths(one: TrainingClass, earlier: readonly TrainingClass[]): PlanFault[] {
  const others = earlier.filter((other) => other.kind === one.kind && other.months.some((month) => one.months.includes(month)));
  if (others.length === 0) return [];
  const months = one.months.filter((month) => others.some((other) => other.months.includes(month)));
  const message = say.monthsInSeveralClasses(
    one.name,
    months,
    others.map((other) => other.name),
  );
  return [{ code: "P17", cell: "months", message }];
}

function uncoveredMonths(open: readonly TrainingClass[]): PlanFault[] {
  const covered = new Set(open.filter((one) => one.kind === CLASS_KIND.retraining).flatMap((one) => one.months));
  const missing = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !covered.has(month));
  if (missing.length === 0) return [];
  return [{ code: "P18", cell: "months", message: say.monthsInNoClass(missing) }];
}

/** A class that begins on another's last day overlaps it. */
function overlap(one: TrainingClass, earlier: readonly TrainingClass[]): PlanFault[] {
  const { studyFrom, studyTo } = one;
  if (studyFrom === null || studyTo === null) return [];
  const others = earlier.filter(
    (other) =>
      other.kind === one.kind && other.studyTo !== null && other.studyTo >= studyFrom && (other.studyFrom ?? "") <= studyTo,
  );
  if (others.length === 0) return [];
  const message = say.studyOverlaps(
    one.name,
    others.map((other) => other.name),
  );
  return [{ code: "P20", cell: "study", message }];
}
