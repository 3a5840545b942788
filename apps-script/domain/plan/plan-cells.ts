import type { PlanRow } from "../schema/plan";
import { seatsIn } from "./classes";
import { normaliseClass, type StatedClass } from "./training-class";

/** What the table says besides the six cells; 容量 as a number where it is one. */
export function cellsBeside({ capacity, place }: StatedClass): Pick<PlanRow, "capacity" | "place"> {
  return { capacity: seatsIn(capacity ?? null) ?? capacity ?? null, place: place ?? null };
}

/** A class as a row of 培训计划: as stated, and as read with the plan's year. */
export function cellsOf(stated: StatedClass, year: number) {
  const { problems: _, otherYear: _years, months, ...read } = normaliseClass(stated, year);
  return {
    name: stated.name,
    statedMonths: stated.months,
    statedDeadline: stated.deadline,
    statedBooking: stated.booking,
    statedReportIn: stated.reportIn,
    statedStudy: stated.study,
    ...read,
    months: months.join("、") || null,
    ...cellsBeside(stated),
  };
}
