import type { Day } from "../../days/civil-day";
import { isDay } from "../../days/civil-day";
import { plainName } from "../../plan/classes";
import type { TrainingClass } from "../../plan/training-class";
import type { ClassKind } from "../../schema/allowed";
import { CLASS_KIND } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";

/** A class that can be given: its booking window and its last day are known. */
export type BookableClass = TrainingClass & { readonly bookingTo: Day; readonly studyTo: Day };

/**
 * The classes for one kind and certificate month, each list in date order. `all` has those whose window is over too;
 * `open` are the candidates of today; `inTime` those of them whose centre deadline has not passed.
 * The same kind and month always gives the same object.
 */
export interface Candidates {
  readonly all: readonly BookableClass[];
  readonly open: readonly BookableClass[];
  readonly inTime: readonly BookableClass[];
}

export interface ClassBook {
  /** Every class of the plan year, also those that were called off, in date order. */
  readonly classes: readonly TrainingClass[];
  find(name: string | null): TrainingClass | null;
  /** `month` is null for 培训, where every class is a candidate. */
  candidates(kind: ClassKind, month: number | null): Candidates;
}

export function classBook(classes: readonly TrainingClass[], today: Day): ClassBook {
  const byName = new Map(classes.map((one) => [plainName(one.name), one]));
  const spelled = new Map<string, TrainingClass | null>();
  const lists = new Map<string, Candidates>();
  return {
    classes,
    find(name) {
      if (name === null) return null;
      const known = spelled.get(name);
      if (known !== undefined) return known;
      const found = byName.get(plainName(name)) ?? null;
      spelled.set(name, found);
      return found;
    },
    candidates(kind, month) {
      const place = `${kind}${month ?? ""}`;
      const known = lists.get(place);
      if (known) return known;
      const all = classes.filter((one): one is BookableClass => isBookable(one) && one.open && fits(one, kind, month));
      const open = all.filter((one) => isWindowOpen(one, today));
      const made = { all, open, inTime: open.filter((one) => one.deadline === null || one.deadline >= today) };
      lists.set(place, made);
      return made;
    },
  };
}

/** Kind and month of the class suit the enrolment. 培训 does not go by the month; a 再培训班 without months suits nobody. */
export function fits(one: TrainingClass, kind: ClassKind, month: number | null): boolean {
  return one.kind === kind && (kind === CLASS_KIND.initial || (month !== null && one.months.includes(month)));
}

export function isBookable(one: TrainingClass): one is BookableClass {
  return one.bookingTo !== null && one.studyTo !== null;
}

/** The booking window is not over on that day; it may not have begun ("不晚于预约止"). */
export function isWindowOpen(one: TrainingClass, day: Day): boolean {
  return one.bookingTo !== null && day <= one.bookingTo;
}

/**
 * The first choice: candidates whose centre deadline has not passed, or for which the person pre-registered in time. A
 * pre-registration that names no class counts for every class whose deadline it met.
 */
export function firstChoice(candidates: Candidates, enrolment: Enrolment, book: ClassBook): readonly BookableClass[] {
  const { preRegisteredOn } = enrolment;
  if (!isDay(preRegisteredOn) || candidates.inTime.length === candidates.open.length) return candidates.inTime;
  const named = book.find(enrolment.preRegisteredClass);
  return candidates.open.filter(
    (one) =>
      candidates.inTime.includes(one) ||
      ((enrolment.preRegisteredClass === null || named === one) && one.deadline !== null && preRegisteredOn <= one.deadline),
  );
}
