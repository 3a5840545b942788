import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/days";
import { addDays, daysBetween } from "./civil-day";
import type { WrittenDate } from "./date-text";
import { RANGE_SIGN, takeDayOfMonth } from "./date-text";
import { endsAtMidnight, mayHaveLostZero, planText, takePlanDate, withoutPartOfDay } from "./plan-text";
import { inPlanYear, type PlanYear, type Span } from "./plan-year";
import { readingOf } from "./spellings";

interface Empty {
  readonly kind: "empty";
}
export interface Unreadable {
  readonly kind: "unreadable";
  readonly message: string;
}
export type RangeReading = ({ readonly kind: "range" } & Span) | Empty | Unreadable;

/** The longest range that may be taken to run into the next year when its end has no year. */
const LONGEST_YEAR_CROSSING = 62;
const LIST_SIGN = /[、,和及]/u;

/**
 * 2月26日-2月29日, 6月6日至7日, 10月28日-11月6日, 2.26-2.29, 2月26日、27日、28日, 2025年11月10日至14日; hours inside are passed over.
 * A list of days has to be without gaps.
 */
export function readDayRange(value: Value, options: PlanYear = {}): RangeReading {
  return readSpan(value, options, false);
}

/** The days of a class: a range, one day, or a list of days, which may have gaps. */
export function readClassDays(value: Value, options: PlanYear = {}): RangeReading {
  return readSpan(value, options, true);
}

function readSpan(value: Value, options: PlanYear, isClass: boolean): RangeReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const stated = textOf(given);
  const text = planText(given).replace(/^[自从]/u, "");
  // Ends that stood in two cells are joined by 至.
  const lost = text.split("至").find(mayHaveLostZero);
  if (lost !== undefined) return unreadable(say.dayMayHaveLostZero(lost));
  const dates = LIST_SIGN.test(text) ? listedDates(text) : rangeDates(text);
  if (dates === null) return unreadable(say.rangeNotReadable(stated));
  if (dates.length === 1 && !isClass) return unreadable(say.rangeHasOneDay(stated));
  const span = inPlanYear(dates, options, (placed, year) => spanOf(placed, stated, year));
  if ("kind" in span) return span;
  const hasGaps = dates.length > 2 || LIST_SIGN.test(text) ? daysBetween(span.from, span.to) + 1 !== dates.length : false;
  return hasGaps && !isClass ? unreadable(say.rangeNotReadable(stated)) : { kind: "range", ...span };
}

/** One day or both ends of a range; null where the text is neither. */
function rangeDates(text: string): WrittenDate[] | null {
  const start = takePlanDate(text);
  if (start === null) return null;
  const between = withoutPartOfDay(start.rest);
  if (between === "") return [start];
  const sign = RANGE_SIGN.exec(between);
  if (sign === null) return null;
  const endText = between.slice(sign[0].length);
  const end = takePlanDate(endText) ?? endInMonthOf(start, endText);
  if (end === null || endsAtMidnight(end.rest) || !/^(?:止|为止)?$/u.test(withoutPartOfDay(end.rest))) return null;
  return [start, end];
}

/** 2月26日、27日、3月1日: a day without a month is in that of the day before it. */
function listedDates(text: string): WrittenDate[] | null {
  const dates: WrittenDate[] = [];
  for (const part of text.split(LIST_SIGN)) {
    const before = dates[dates.length - 1];
    const date = takePlanDate(part) ?? (before ? endInMonthOf({ ...before, year: null }, part) : null);
    if (date === null || withoutPartOfDay(date.rest) !== "") return null;
    dates.push(date);
  }
  return dates;
}

function endInMonthOf(start: WrittenDate, text: string): WrittenDate | null {
  const end = takeDayOfMonth(text);
  return end && { year: start.year, month: start.month, day: end.day, rest: end.rest };
}

/** The span from the first date to the last, each of which has to be after the one before it. */
function spanOf(dates: readonly WrittenDate[], stated: string, year: number | undefined): Span | Unreadable {
  const [start, ...later] = dates;
  if (start === undefined) return unreadable(say.rangeNotReadable(stated));
  let span = spanBetween(start, start, stated, year);
  for (const [at, date] of later.entries()) {
    const next = spanBetween(start, date, stated, year);
    if ("kind" in next) return next;
    if (at > 0 && !("kind" in span) && next.to <= span.to) return unreadable(say.rangeEndsBeforeStart(stated));
    span = next;
  }
  return span;
}

function spanBetween(start: WrittenDate, end: WrittenDate, stated: string, planYear: number | undefined): Span | Unreadable {
  const year = start.year ?? planYear;
  if (year === undefined) return unreadable(say.rangeNeedsYear(stated));
  const from = readingOf(start, stated, { year });
  const to = readingOf(end, stated, { year });
  if (from.kind !== "day") return unreadable(from.kind === "unreadable" ? from.message : say.rangeNotReadable(stated));
  if (to.kind === "day" && to.day >= from.day) return { from: from.day, to: to.day };
  const crossing = end.year === null && end.month < start.month ? readingOf(end, stated, { year: year + 1 }) : null;
  if (crossing?.kind === "day" && crossing.day <= addDays(from.day, LONGEST_YEAR_CROSSING)) {
    return { from: from.day, to: crossing.day };
  }
  if (to.kind !== "day") return unreadable(to.kind === "unreadable" ? to.message : say.rangeNotReadable(stated));
  return unreadable(crossing === null ? say.rangeEndsBeforeStart(stated) : say.rangeCrossesYearUnclear(stated));
}

export function unreadable(message: string): Unreadable {
  return { kind: "unreadable", message };
}
