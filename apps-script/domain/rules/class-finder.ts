import { classesOf, plainName } from "../plan/classes";
import type { TrainingClass } from "../plan/training-class";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";

/** Finds classes of the plan year by name; width and blanks do not count. */
export interface ClassFinder {
  readonly classes: readonly TrainingClass[];
  named(name: string | null): TrainingClass | null;
  /** The class somebody goes to: 班级, else 锁定班级, else the one booked or pre-registered for; `null` when none is known. */
  of(enrolment: Enrolment): TrainingClass | null;
}

export function classFinder(snapshot: Pick<Snapshot, "plan" | "settings">): ClassFinder {
  const classes = classesOf(snapshot);
  const byName = new Map(classes.map((one) => [plainName(one.name), one]));
  const named = (name: string | null) => (name === null ? null : (byName.get(name) ?? byName.get(plainName(name)) ?? null));
  const of = (row: Enrolment) =>
    named(row.class) ?? named(row.lockedClass) ?? named(row.bookedClass) ?? named(row.preRegisteredClass);
  return { classes, named, of };
}
