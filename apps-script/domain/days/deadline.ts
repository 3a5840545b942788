import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/days";
import type { WrittenDate } from "./date-text";
import { endsAtMidnight, mayHaveLostZero, planText, takePlanDate, withoutPartOfDay } from "./plan-text";
import { inPlanYear, type PlanYear, type Span } from "./plan-year";
import { readDayRange, type Unreadable, unreadable } from "./ranges";
import { readDay, readingOf } from "./spellings";

type PlanDayReading = ({ readonly kind: "day" } & Span) | { readonly kind: "empty" } | Unreadable;

const LEADING = /^(?:报名)?(?:截止|截至|至|到)?(?:日期|时间)?(?:为|到|至|:)?(?=\d)/u;

/**
 * The last day on which something can be done: 2月21日, 2月21日前, 截至2月21日17:00, and the end of 2月1日-2月21日. 前 counts the day
 * itself, as notices mean it.
 */
export function readDeadline(value: Value, options: PlanYear = {}): PlanDayReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const text = planText(given).replace(LEADING, "");
  const date = takePlanDate(text);
  if (date === null || mayHaveLostZero(text)) return otherSpelling(given, options);
  if (endsAtMidnight(date.rest)) return unreadable(say.dayIsOpenEnded(textOf(given)));
  if (/^(?:之?前|以前|为止|截止|止|结束)?$/u.test(withoutPartOfDay(date.rest)))
    return dayInPlanYear(date, textOf(given), options);
  const range = readDayRange(given, options);
  return range.kind === "range" ? { ...range, from: range.to, kind: "day" } : otherSpelling(given, options);
}

/** A day cell, a moment, or the sentence that says what to write. */
export function otherSpelling(given: NonNullable<Value>, options: PlanYear): PlanDayReading {
  if (mayHaveLostZero(planText(given))) return unreadable(say.dayMayHaveLostZero(textOf(given)));
  const reading = readDay(given, { year: options.year });
  if (reading.kind !== "day") return reading.kind === "empty" ? reading : unreadable(reading.message);
  const [year, month, day] = reading.day.split("-").map(Number);
  return dayInPlanYear({ year: year ?? null, month: month ?? 0, day: day ?? 0, rest: "" }, textOf(given), options);
}

export function dayInPlanYear(date: WrittenDate, stated: string, options: PlanYear): PlanDayReading {
  const span = inPlanYear([date], options, ([only = date], year) => {
    const reading = readingOf(only, stated, { year });
    if (reading.kind === "day") return { from: reading.day, to: reading.day };
    return unreadable(reading.kind === "empty" ? say.dayNotReadable(stated) : reading.message);
  });
  return "kind" in span ? span : { kind: "day", ...span };
}
