import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/days";
import type { Day } from "./civil-day";
import type { WrittenTime } from "./date-text";
import { RANGE_SIGN, takeTime } from "./date-text";
import { dayInPlanYear, otherSpelling } from "./deadline";
import { mayHaveLostZero, planText, takePlanDate, withoutPartOfDay } from "./plan-text";
import type { PlanYear } from "./plan-year";
import { type Unreadable, unreadable } from "./ranges";
import { readMoment } from "./spellings";

/** The report-in day and its hours `HH:mm`; null where the cell names none. */
type ReportInReading =
  | {
      readonly kind: "report";
      readonly day: Day;
      readonly from: string | null;
      readonly to: string | null;
      readonly otherYear?: true;
    }
  | { readonly kind: "empty" }
  | Unreadable;

/** 4月8日9:00-11:00, 4月8日上午9点至11点, 4月8日上午, 4月8日; a number is an Excel serial whose fraction is the time. */
export function readReportIn(value: Value, options: PlanYear = {}): ReportInReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const moment = typeof given === "string" ? readMoment(given.trim()) : null;
  if (moment !== null) return { kind: "report", day: moment.day, ...startOnly(moment.minutes) };
  const text = planText(given);
  const date = typeof given === "string" && !mayHaveLostZero(text) ? takePlanDate(text) : null;
  const hours =
    date === null
      ? startOnly(typeof given === "number" ? Math.round((given % 1) * 24 * 60) : 0)
      : hoursOf(date.rest, textOf(given));
  const reading = date === null ? otherSpelling(given, options) : dayInPlanYear(date, textOf(given), options);
  if (reading.kind !== "day") return reading;
  if ("kind" in hours) return hours;
  return { kind: "report", day: reading.to, ...hours, ...(reading.otherYear ? { otherYear: true } : {}) };
}

type Hours = { readonly from: string | null; readonly to: string | null };

/** 上午, 全天 and 9:00前 name no hour at which report-in begins. */
function hoursOf(text: string, stated: string): Hours | Unreadable {
  if (/^之?前?$/u.test(withoutPartOfDay(text))) {
    const start = takeTime(text);
    if (start === null || /前$/u.test(text)) return { from: null, to: null };
  }
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
