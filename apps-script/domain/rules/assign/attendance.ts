import { addDays, type Day, isDay } from "../../days/civil-day";
import { addWorkingDays } from "../../days/working-days";
import { once } from "../../naming/once";
import { plainName } from "../../plan/classes";
import type { TrainingClass } from "../../plan/training-class";
import { BOOKING, EXAM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Context } from "../context";
import { isTrained } from "../standing";

/** Working days after the end of a class in which a report-in is still waited for. */
const GRACE = 2;

/** People may be registered some days ahead. */
const EARLY = 3;

/** The class has begun: its report-in day is there. */
export function hasBegun(one: TrainingClass, today: Day): boolean {
  const first = one.reportIn ?? one.studyFrom;
  return first !== null && first <= today;
}

export function hasEndedClass(one: TrainingClass, today: Day): boolean {
  return one.studyTo !== null && one.studyTo < today;
}

/** The person came: reported in, was trained, or has an exam under way. */
export function hasCome(row: Pick<Enrolment, "reportedInOn" | "trained" | "exam">): boolean {
  return row.reportedInOn !== null || isTrained(row) || (row.exam !== null && row.exam !== EXAM.none);
}

/** A report-in, or a training that took place, was typed. */
export function isReported(row: Pick<Enrolment, "reportedInOn" | "trained">): boolean {
  return row.reportedInOn !== null || isTrained(row);
}

/** The report-in can have been one for this class: a day of another class says nothing of it. */
export function cameInTime({ reportedInOn }: Pick<Enrolment, "reportedInOn">, one: TrainingClass): boolean {
  if (!isDay(reportedInOn)) return true;
  const first = one.reportIn ?? one.studyFrom ?? "";
  return (
    reportedInOn >= addDays(first === "" ? reportedInOn : first, -EARLY) && (one.studyTo === null || reportedInOn <= one.studyTo)
  );
}

/** What staff typed of report-ins, by class: of a class where nobody's was typed nothing is known. */
export class Attendance {
  private readonly reported: () => ReadonlySet<string>;
  private readonly lastDays = new Map<TrainingClass, Day | null>();

  /** `reported` gives the classes of people who came; it is asked only if somebody's place in a class hangs on them. */
  constructor(
    reported: () => readonly (string | null)[],
    private readonly context: Context,
  ) {
    this.reported = once(() => new Set(reported().flatMap((name) => (name === null ? [] : [plainName(name)]))));
  }

  isTyped(one: TrainingClass): boolean {
    return this.reported().has(plainName(one.name));
  }

  /** The class began and others reported in, this approved booking's person did not yet. */
  isAwaited(row: Enrolment, one: TrainingClass): boolean {
    const { today } = this.context;
    return row.booking === BOOKING.passed && !hasCome(row) && hasBegun(one, today) && this.isTyped(one);
  }

  /** Awaited until two working days after the class's end: the person did not come. */
  isGivenUp(row: Enrolment, one: TrainingClass): boolean {
    return this.isAwaited(row, one) && this.isWaitOver(one);
  }

  /** Nobody who has not come by today will come to this class. */
  isWaitOver(one: TrainingClass): boolean {
    const last = this.lastDayOf(one);
    return last !== null && last < this.context.today;
  }

  private lastDayOf(one: TrainingClass): Day | null {
    const known = this.lastDays.get(one);
    if (known !== undefined) return known;
    const day = one.studyTo === null ? null : addWorkingDays(this.context.calendar, one.studyTo, GRACE);
    this.lastDays.set(one, day);
    return day;
  }
}
