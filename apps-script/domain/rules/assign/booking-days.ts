import { type Day, isDay, partsOf } from "../../days/civil-day";
import { addWorkingDays, lastDayReviewedBefore } from "../../days/working-days";
import type { TrainingClass } from "../../plan/training-class";
import { BOOKING } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Context } from "../context";

/**
 * The days of booking and review ("等待审核资料，两个工作日后查看预约是否通过"), worked out once per class and booking day.
 * A day that needs the calendar of an unknown year is null, and the year is remembered in `unknownYears`.
 */
export class BookingDays {
  readonly unknownYears = new Set<number>();
  private readonly lastSafe = new Map<TrainingClass, Day | null>();
  private readonly due = new Map<Day, Day | null>();

  constructor(private readonly context: Context) {}

  /** 建议最迟预约日: the last day of the window whose review ends before the report-in day. */
  lastSafeBookingDay(one: TrainingClass): Day | null {
    const known = this.lastSafe.get(one);
    if (known !== undefined) return known;
    const day = this.computeLastSafe(one);
    this.lastSafe.set(one, day);
    return day;
  }

  /** 审核截止: booking day + the review's working days, while 省厅预约状态 is 待审. */
  reviewDue(enrolment: Pick<Enrolment, "booking" | "bookedOn">): Day | null {
    const { booking, bookedOn } = enrolment;
    if (booking !== BOOKING.underReview || !isDay(bookedOn)) return null;
    const known = this.due.get(bookedOn);
    if (known !== undefined) return known;
    const day = addWorkingDays(this.context.calendar, bookedOn, this.context.settings.reviewDays);
    if (day === null) this.missing(bookedOn);
    this.due.set(bookedOn, day);
    return day;
  }

  private computeLastSafe(one: TrainingClass): Day | null {
    if (one.reportIn === null) return null;
    const day = lastDayReviewedBefore(this.context.calendar, one.reportIn, this.context.settings.reviewDays);
    if (day === null) this.missing(one.reportIn);
    return day !== null && one.bookingTo !== null && one.bookingTo < day ? one.bookingTo : day;
  }

  /** The year of the day, or the next one when the count ran over its end. */
  private missing(day: Day): void {
    const { year, month } = partsOf(day);
    const { calendar } = this.context;
    if (!calendar.covers(year)) this.unknownYears.add(year);
    else this.unknownYears.add(month === 1 ? year - 1 : year + 1);
  }
}
