import type { Day } from "../../days/civil-day";
import { isDay } from "../../days/civil-day";
import { plainName } from "../../plan/classes";
import type { TrainingClass } from "../../plan/training-class";
import { CLASS_KIND, type ClassKind, type EnrolmentKind, KIND } from "../../schema/allowed";
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
  /** Those that were called off (停办), which nobody is given. */
  readonly stopped: readonly TrainingClass[];
}

export interface ClassBook {
  /** Every class of the plan year, also those that were called off, in date order. */
  readonly classes: readonly TrainingClass[];
  find(name: string | null): TrainingClass | null;
  /** `month` is null for 培训, where every class is a candidate. */
  candidates(kind: ClassKind, month: number | null): Candidates;
  /** The same list for the same classes: seekers are grouped by their list. */
  same(classes: readonly BookableClass[]): readonly BookableClass[];
  /** The day on which the year's first 再培训班 ends; null without one. */
  readonly firstEnd: Day | null;
}

export function classBook(classes: readonly TrainingClass[], today: Day): ClassBook {
  const byName = new Map(classes.map((one) => [plainName(one.name), one]));
  const spelled = new Map<string, TrainingClass | null>();
  const lists = new Map<string, Candidates>();
  const shared = new Map<string, readonly BookableClass[]>();
  return {
    classes,
    firstEnd: firstEndOf(classes),
    same(list) {
      const place = list.map(({ key }) => key).join("\n");
      const known = shared.get(place) ?? list;
      shared.set(place, known);
      return known;
    },
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
      const inTime = open.filter((one) => one.deadline === null || one.deadline >= today);
      const stopped = classes.filter((one) => !one.open && fits(one, kind, month));
      const made = { all, open, inTime, stopped };
      lists.set(place, made);
      return made;
    },
  };
}

/** The day on which the first 再培训班 ends: a duty before it is served by no class of the plan. */
export function firstEndOf(classes: readonly TrainingClass[]): Day | null {
  const ends = classes.flatMap((one) => (one.open && one.kind === CLASS_KIND.retraining ? (one.studyTo ?? []) : []));
  return ends.sort()[0] ?? null;
}

/** The kind of class that an enrolment of the kind needs; null where the notice names none (换证). */
export function classKindOf(kind: EnrolmentKind | null): ClassKind | null {
  if (kind === KIND.initial) return CLASS_KIND.initial;
  return kind === KIND.retraining ? CLASS_KIND.retraining : null;
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

/** Classes of any month, for staff to lock: their windows are not over, and they end while it helps. */
export function stillBookable(
  { classes }: ClassBook,
  today: Day,
  helps: (end: Day, one: TrainingClass) => boolean,
): readonly TrainingClass[] {
  return classes.filter(
    (one) =>
      one.open &&
      one.kind === CLASS_KIND.retraining &&
      isWindowOpen(one, today) &&
      one.studyTo !== null &&
      helps(one.studyTo, one),
  );
}

/**
 * The first choice: candidates whose centre deadline has not passed, or for which the person pre-registered in time. A
 * pre-registration that names no class, or one that was missed meanwhile, counts for every class whose deadline it met.
 */
export function firstChoice(candidates: Candidates, enrolment: Enrolment, book: ClassBook, today: Day): readonly BookableClass[] {
  const { preRegisteredOn } = enrolment;
  if (!isDay(preRegisteredOn) || candidates.inTime.length === candidates.open.length) return candidates.inTime;
  const named = book.find(enrolment.preRegisteredClass);
  const isForAny = enrolment.preRegisteredClass === null || (named !== null && isMissedSignUp(named, today));
  return candidates.open.filter(
    (one) =>
      candidates.inTime.includes(one) ||
      ((isForAny || named === one) && one.deadline !== null && preRegisteredOn <= one.deadline),
  );
}

/** A sign-up for a class that can't be booked any more: it counts for the next one. */
export function isMissedSignUp(named: TrainingClass, today: Day): boolean {
  return !named.open || (named.bookingTo !== null && named.bookingTo < today);
}
