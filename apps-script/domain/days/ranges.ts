import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/days";
import type { Day } from "./civil-day";
import { daysBetween } from "./civil-day";
import type { WrittenDate, WrittenTime } from "./date-text";
import { plainText, RANGE_SIGN, takeDate, takeDayOfMonth, takeTime, withoutHours } from "./date-text";
import type { DayOptions } from "./spellings";
import { readDay, readingOf, readMoment } from "./spellings";

interface Empty {
  readonly kind: "empty";
}
interface Unreadable {
  readonly kind: "unreadable";
  readonly message: string;
}
/** First and last day, both included. */
type RangeReading = { readonly kind: "range"; readonly from: Day; readonly to: Day } | Empty | Unreadable;
/** Months 1 to 12 in the order stated, each once; 12月-次年1月 is [12, 1]. */
type MonthsReading = { readonly kind: "months"; readonly months: number[] } | Empty | Unreadable;
/** The report-in day and its hours `HH:mm`; null where the cell names none. */
type ReportInReading =
  | { readonly kind: "report"; readonly day: Day; readonly from: string | null; readonly to: string | null }
  | Empty
  | Unreadable;

/** The longest range that may be taken to run into the next year when its end has no year. */
const LONGEST_YEAR_CROSSING = 62;

/** 2月26日-2月29日, 6月6日至7日, 10月28日-11月6日, 2025年11月10日至14日; hours inside are passed over. */
export function readDayRange(value: Value, options: DayOptions = {}): RangeReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const stated = textOf(given);
  const text = plainText(given).replace(/^[自从]/u, "");
  const start = takeDate(text);
  if (start === null) return unreadable(say.rangeNotReadable(stated));
  const between = withoutHours(start.rest);
  const sign = RANGE_SIGN.exec(between);
  if (sign === null) return unreadable(between === "" ? say.rangeHasOneDay(stated) : say.rangeNotReadable(stated));
  const endText = between.slice(sign[0].length);
  const end = takeDate(endText) ?? endInMonthOf(start, endText);
  if (end === null || !/^(?:止|为止)?$/u.test(withoutHours(end.rest))) return unreadable(say.rangeNotReadable(stated));
  return rangeOf(start, end, stated, options);
}

function endInMonthOf(start: WrittenDate, text: string): WrittenDate | null {
  const end = takeDayOfMonth(text);
  return end && { year: start.year, month: start.month, day: end.day, rest: end.rest };
}

function rangeOf(start: WrittenDate, end: WrittenDate, stated: string, options: DayOptions): RangeReading {
  const year = start.year ?? options.year;
  if (year === undefined) return unreadable(say.rangeNeedsYear(stated));
  const from = readingOf(start, stated, { year });
  const to = readingOf(end, stated, { year });
  if (from.kind !== "day") return unreadable(from.kind === "unreadable" ? from.message : say.rangeNotReadable(stated));
  if (to.kind === "day" && to.day >= from.day) return { kind: "range", from: from.day, to: to.day };
  const crossing = end.year === null && end.month < start.month ? readingOf(end, stated, { year: year + 1 }) : null;
  if (crossing?.kind === "day" && daysBetween(from.day, crossing.day) <= LONGEST_YEAR_CROSSING) {
    return { kind: "range", from: from.day, to: crossing.day };
  }
  if (to.kind !== "day") return unreadable(to.kind === "unreadable" ? to.message : say.rangeNotReadable(stated));
  return unreadable(crossing === null ? say.rangeEndsBeforeStart(stated) : say.rangeCrossesYearUnclear(stated));
}

/** 3-4月, 10月, 12月-次年1月, 12-1月, 3、5、9、12月. Years are refused: the plan goes by the month alone. */
export function readMonths(value: Value): MonthsReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const stated = textOf(given);
  const text = plainText(given).replace(/\s/gu, "");
  if (/^\d{4}-\d{2}-\d{2}/u.test(text)) return unreadable(say.monthsBecameDay(stated));
  if (/\d{4}/u.test(text)) return unreadable(say.monthsHaveYear(stated));
  const months: number[] = [];
  for (const part of text.split(/[、,;和及/]/u)) {
    const match = /^(\d{1,2})(?:月份?)?(?:(?:起至|[-~至到])+(次年|翌年|明年)?(\d{1,2})(?:月份?)?)?$/u.exec(part);
    if (!match) return unreadable(say.monthsNotReadable(stated));
    const first = Number(match[1]);
    const last = Number(match[3] ?? first);
    const wrong = [first, last].find((month) => month < 1 || month > 12);
    if (wrong !== undefined) return unreadable(say.noSuchMonth(stated, wrong));
    if (match[2] !== undefined && last >= first) return unreadable(say.monthsSpanTooLong(stated));
    for (let month = first; ; month = (month % 12) + 1) {
      if (!months.includes(month)) months.push(month);
      if (month === last) break;
    }
  }
  return { kind: "months", months };
}

/** 4月8日9:00-11:00, 4月8日上午9点至11点, 4月8日; a number is an Excel serial whose fraction is the time. */
export function readReportIn(value: Value, options: DayOptions = {}): ReportInReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const moment = typeof given === "string" ? readMoment(given.trim()) : null;
  if (moment !== null) return { kind: "report", day: moment.day, ...startOnly(moment.minutes) };
  const date = typeof given === "string" ? takeDate(plainText(given)) : null;
  const hours =
    date === null
      ? startOnly(typeof given === "number" ? Math.round((given % 1) * 24 * 60) : 0)
      : hoursOf(date.rest, textOf(given));
  const reading = date === null ? readDay(given, options) : readingOf(date, textOf(given), options);
  if (reading.kind === "empty" || reading.kind === "unreadable") return reading;
  if (reading.kind === "partial") return unreadable(reading.message);
  return "kind" in hours ? hours : { kind: "report", day: reading.day, ...hours };
}

type Hours = { readonly from: string | null; readonly to: string | null };

function hoursOf(text: string, stated: string): Hours | Unreadable {
  if (text.trim() === "") return { from: null, to: null };
  const from = takeTime(text);
  if (from === null) return unreadable(say.hoursNotReadable(stated));
  if (from.rest.trim() === "") return { from: clock(from.minutes), to: null };
  const sign = RANGE_SIGN.exec(from.rest.trim());
  const to = sign ? takeTime(from.rest.trim().slice(sign[0].length)) : null;
  if (to === null || to.rest.trim() !== "") return unreadable(say.hoursNotReadable(stated));
  const until = endOf(from, to);
  return until > from.minutes ? { from: clock(from.minutes), to: clock(until) } : unreadable(say.hoursEndBeforeStart(stated));
}

/** 下午2:00-4:00: the end has the half of the day of the start. */
function endOf(from: WrittenTime, to: WrittenTime): number {
  return from.half === "下午" && to.half === null && to.minutes < 12 * 60 ? to.minutes + 12 * 60 : to.minutes;
}

/** The hour of a date cell; midnight is how a date cell says that it has none. */
function startOnly(minutes: number): Hours {
  return { from: minutes > 0 ? clock(minutes) : null, to: null };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function unreadable(message: string): Unreadable {
  return { kind: "unreadable", message };
}
