import { addDays, anniversaryIn, type Day, dayOf, daysBetween, partsOf } from "../../days/civil-day";
import type { WorkCalendar } from "../../days/working-days";
import { Refusal } from "../../refusal";
import { CLASS_KIND } from "../../schema/allowed";
import { addHolidays } from "../../wording/plan";
import * as say from "../../wording/propose-plan";
import { chineseNumeral } from "../numerals";
import type { StatedClass, TrainingClass } from "../training-class";
import { type ClassDays, daysFrom, shapeOf } from "./class-days";
import { seatsOf } from "./holders";
import { placeClass, sameWeekdayIn } from "./place-class";

/** What a proposal stands on. */
export interface Ground {
  readonly calendar: WorkCalendar;
  readonly reviewDays: number;
  readonly safetyMargin: number;
  /** Certificates by the month in which they end */
  readonly holders: ReadonlyMap<number, number>;
}

/** A class as the notice would state it, and why it lies there. */
export interface ProposedClass extends StatedClass {
  readonly capacity: string;
  readonly reasons: readonly string[];
}

export interface ProposedPlan {
  readonly year: number;
  readonly classes: readonly ProposedClass[];
  /** What could not be placed, in sentences. */
  readonly open: readonly string[];
}

/** A class whose days are all known. */
type DatedClass = TrainingClass & ClassDays;

/**
 * The plan of a year from the one before: each class on the same weekday, moved off holidays and far enough before the month
 * for which it is, its booking ending so that the review is done on the day of report-in; and one more late in the year for
 * January and February, which no class of a plan that begins in February covers.
 *
 * @param last the classes of the year before
 * @throws {Refusal} `no-plan` without such classes, `bad-year` when the holidays of the year are not known
 */
export function proposePlan(last: readonly TrainingClass[], year: number, ground: Ground): ProposedPlan {
  const held = last.filter((one) => one.open);
  if (held.length === 0) throw new Refusal("no-plan", say.noLastPlan(year - 1));
  const unknown = [year - 1, year].filter((one) => !ground.calendar.covers(one));
  if (unknown.length > 0)
    throw new Refusal(
      "bad-year",
      unknown.map((one) => addHolidays(one, ground.calendar.missing(one) ?? [])),
    );
  const dated = held.filter(isDated);
  const places = new Places(year, ground);
  for (const one of [...dated].sort((a, b) => (a.reportIn < b.reportIn ? -1 : 1))) places.take(one);
  places.coverNextYear(dated);
  const unread = held.filter((one) => !isDated(one)).map(({ name }) => say.unreadClass(name));
  return { year, classes: places.stated(), open: [...unread, ...places.open] };
}

function isDated(one: TrainingClass): one is DatedClass {
  const { reportIn, studyFrom, studyTo, bookingFrom, bookingTo } = one;
  return [reportIn, studyFrom, studyTo, bookingFrom, bookingTo].every((day) => day !== null);
}

interface Placed {
  readonly was: DatedClass;
  readonly name: string;
  readonly months: readonly number[];
  readonly days: ClassDays;
  readonly deadline: Day;
  readonly reasons: readonly string[];
}

/** The classes as they are placed, one after the other. */
class Places {
  private readonly placed: Placed[] = [];
  readonly open: string[] = [];

  constructor(
    private readonly year: number,
    private readonly ground: Ground,
  ) {}

  take(was: DatedClass): void {
    const wished = sameWeekdayIn(was.reportIn, this.year);
    const first = this.firstExpiry(was.months, wished);
    this.place(was, was.name, was.months, wished, first, [say.sameWeekday(was.reportIn, wished)]);
  }

  /** A class like the last one for holders, for the months of next year that no class is for. */
  coverNextYear(last: readonly DatedClass[]): void {
    const forHolders = last.filter(({ kind }) => kind === CLASS_KIND.retraining);
    const model = [...forHolders].sort((a, b) => (a.reportIn < b.reportIn ? 1 : -1))[0];
    if (model === undefined) return;
    const covered = new Set(forHolders.flatMap(({ months }) => months));
    const missing = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => !covered.has(month));
    const early = missing.filter((month) => month <= 2);
    const others = missing.filter((month) => month > 2);
    if (others.length > 0) this.open.push(say.monthsLeft(others));
    const first = dayOf(this.year + 1, early[0] ?? 0, 1);
    if (first === null) return;
    const term = Math.max(...forHolders.map((one) => one.term ?? 0)) + 1;
    const by = addDays(first, -this.ground.safetyMargin);
    const span = daysBetween(model.reportIn, model.studyTo);
    const weeks = Math.floor(daysBetween(sameWeekdayIn(model.reportIn, this.year), addDays(by, -span)) / 7);
    const wished = addDays(sameWeekdayIn(model.reportIn, this.year), weeks * 7);
    const name = say.newClassName(chineseNumeral(term));
    this.place(model, name, early, wished, first, [say.forNextYear(this.year, early)]);
  }

  /** As notices list them: those for people without a certificate first, each kind by day. */
  stated(): ProposedClass[] {
    const isFirst = (one: Placed): boolean => one.was.kind === CLASS_KIND.initial;
    const inOrder = [...this.placed.filter(isFirst), ...this.placed.filter((one) => !isFirst(one))];
    return inOrder.map((one) => this.statedOf(one));
  }

  private place(
    was: DatedClass,
    name: string,
    months: readonly number[],
    wished: Day,
    first: Day | null,
    why: readonly string[],
  ): void {
    const { calendar, reviewDays, safetyMargin } = this.ground;
    const after = this.lastStudyOf(was);
    const by = first === null ? null : addDays(first, -safetyMargin);
    const room = { calendar, reviewDays, after };
    const days = placeClass(wished, shapeOf(was), { ...room, by }) ?? placeClass(wished, shapeOf(was), { ...room, by: null });
    if (days === null) {
      this.open.push(say.noRoom(name));
      return;
    }
    const deadline = this.deadlineOf(was, days, name);
    const reasons = [...why, ...this.reasonsOf(days, wished, first, deadline, was)];
    this.placed.push({ was, name, months, days, deadline, reasons });
  }

  private reasonsOf(days: ClassDays, wished: Day, first: Day | null, deadline: Day, was: DatedClass): string[] {
    const { reviewDays, safetyMargin } = this.ground;
    const isEarly = first !== null && days.studyTo <= addDays(first, -safetyMargin);
    return [
      ...(days.reportIn === wished ? [] : [this.whyMoved(was, days, wished, first)]),
      ...(first === null
        ? []
        : [isEarly ? say.endsBefore(days.studyTo, safetyMargin, first) : say.endsLate(days.studyTo, first)]),
      say.reviewFits(days.bookingTo, reviewDays),
      ...(was.deadline === null || deadline !== anniversaryIn(was.deadline, this.year)
        ? [say.deadlineBeforeBookingEnds]
        : [say.deadlineKept(deadline)]),
    ];
  }

  private whyMoved(was: DatedClass, { reportIn }: ClassDays, wished: Day, first: Day | null): string {
    const { calendar, reviewDays, safetyMargin } = this.ground;
    const shape = shapeOf(was);
    const studyTo = addDays(wished, shape.before + shape.study);
    if (first !== null && studyTo > addDays(first, -safetyMargin)) return say.movedOffExpiry(studyTo, first, reportIn);
    const isFree = daysFrom(wished, shape, calendar, reviewDays) !== null;
    return isFree ? say.movedOffClass(wished, reportIn) : say.movedOffHoliday(wished, reportIn);
  }

  /** A deadline that is the same for many classes stays where it is; one that goes with the booking goes with it. */
  private deadlineOf(was: DatedClass, { bookingTo }: ClassDays, name: string): Day {
    const before = addDays(bookingTo, -1);
    const goesAlong = was.deadline === null || was.name !== name || daysBetween(was.deadline, was.bookingTo) <= 1;
    if (was.deadline === null || goesAlong) return before;
    const kept = anniversaryIn(was.deadline, this.year);
    return [kept, before].sort()[0] ?? before;
  }

  private lastStudyOf({ kind }: DatedClass): Day | null {
    const ends = this.placed.filter((one) => one.was.kind === kind).map(({ days }) => days.studyTo);
    return ends.sort().pop() ?? null;
  }

  /** The first day of the first month the class is for: next year's where it lies long before the class. */
  private firstExpiry([month]: readonly number[], reportIn: Day): Day | null {
    if (month === undefined) return null;
    const thisYear = dayOf(this.year, month, 1);
    return thisYear !== null && daysBetween(reportIn, thisYear) < -183 ? dayOf(this.year + 1, month, 1) : thisYear;
  }

  private statedOf({ was, name, months, days, deadline, reasons }: Placed): ProposedClass {
    const seats = seatsOf({ months }, this.placed, this.ground.holders);
    const classes = this.placed.filter((one) => one.months.some((month) => months.includes(month))).length;
    const holders = months.reduce((sum, month) => sum + (this.ground.holders.get(month) ?? 0), 0);
    const capacity = seats > 0 ? seats : was.capacity;
    const why = seats > 0 ? [say.seatsByHolders(months, holders, classes)] : capacity === null ? [] : [say.seatsKept(capacity)];
    return {
      name,
      months: months.length === 0 ? null : say.monthsText(months),
      deadline: this.dayText(deadline),
      booking: `${this.dayText(days.bookingFrom)}-${this.dayText(days.bookingTo)}`,
      reportIn: `${say.monthAndDay(days.reportIn)}${say.hoursText(was.reportHours ?? "")}`,
      study: say.fromTo(days.studyFrom, days.studyTo),
      capacity: capacity === null ? "" : String(capacity),
      reasons: [...reasons, ...why],
    };
  }

  /** With its year where that is another one than the plan's. */
  private dayText(day: Day): string {
    const { year } = partsOf(day);
    return year === this.year ? say.monthAndDay(day) : `${year}年${say.monthAndDay(day)}`;
  }
}
