import { isDay } from "../days/civil-day";
import type { TrainingClass } from "../plan/training-class";
import { classFinder } from "../rules/class-finder";
import type { Settings } from "../rules/context";
import { hasEnded } from "../rules/standing";
import type { Column } from "../schema/column";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import * as say from "../wording/export";

/**
 * What a unit's file says of each person's class beside 班级: when to pre-register, to book and to come, and where. They
 * stand in 培训计划 and nowhere in 名册; in a file they are grey columns like any other.
 */
export const CLASS_COLUMNS = {
  classDeadline: { title: "报名截止", owner: "computed", kind: "day" },
  classBooking: { title: "预约起止", owner: "computed", kind: "text", maxLength: 40 },
  classReportIn: { title: "报到时间", owner: "computed", kind: "text", maxLength: 60 },
  classPlace: { title: "报到地点", owner: "computed", kind: "text" },
} as const satisfies Readonly<Record<string, Column>>;

export type ClassColumn = keyof typeof CLASS_COLUMNS;
export type ClassFacts = { readonly [C in ClassColumn]: Value };
export const CLASS_COLUMN_NAMES = Object.keys(CLASS_COLUMNS) as readonly ClassColumn[];

const NONE: ClassFacts = { classDeadline: null, classBooking: null, classReportIn: null, classPlace: null };

/** Finds what to say of an enrolment's class: nothing without one, and nothing more once the enrolment has ended. */
export function classFactsOf(
  snapshot: Pick<Snapshot, "plan" | "settings">,
  { place }: Pick<Settings, "place">,
): (row: Pick<Enrolment, "class" | "exam" | "state">) => ClassFacts {
  const finder = classFinder(snapshot);
  const known = new Map<TrainingClass, ClassFacts>();
  return (row) => {
    const one = hasEnded(row) ? null : finder.named(row.class);
    if (one === null) return NONE;
    const facts = known.get(one) ?? factsIn(one, place);
    known.set(one, facts);
    return facts;
  };
}

function factsIn(one: TrainingClass, place: string | null): ClassFacts {
  if (!one.open) return { ...NONE, classReportIn: say.classStopped };
  const { deadline, bookingFrom, bookingTo, reportIn, reportHours } = one;
  return {
    classDeadline: isDay(deadline) ? deadline : null,
    classBooking: bookingFrom === null || bookingTo === null ? null : say.bookingWindow(bookingFrom, bookingTo),
    classReportIn: reportIn === null ? null : say.reportInAt(reportIn, reportHours),
    classPlace: one.place ?? place,
  };
}
