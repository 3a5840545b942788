import type { PLAN } from "../schema/plan";
import type { StatedCell } from "./training-class";

/** The columns of 培训计划 that hold the six cells of the notice. */
export const STATED_COLUMNS = {
  name: "name",
  months: "statedMonths",
  deadline: "statedDeadline",
  booking: "statedBooking",
  reportIn: "statedReportIn",
  study: "statedStudy",
} as const satisfies Readonly<Record<StatedCell, keyof (typeof PLAN)["columns"]>>;
