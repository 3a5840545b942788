import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import type { UnitSentence } from "../wording/audience";
import * as say from "../wording/days";
import type { Day } from "./civil-day";
import { addDays, dayOf, daysBetween, isDay } from "./civil-day";
import type { WrittenDate } from "./date-text";
import { couldBeDay, plainText, RANGE_SIGN, takeDate, withoutHours } from "./date-text";
import { dayBeforeByZone } from "./zone-faults";

/**
 * What a cell that should hold one day turned out to hold. `partial` is a month without a day: it is never given one.
 * `year` of a partial reading is null when neither the text nor the caller says which.
 */
export type DayReading =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "empty" }
  | { readonly kind: "partial"; readonly year: number | null; readonly month: number; readonly message: UnitSentence }
  | { readonly kind: "unreadable"; readonly message: UnitSentence };

interface DayOptions {
  /** The year of days that are written without one (the plan's year). */
  readonly year?: number | undefined;
}

/** Excel's day 0; from serial 61 on, which is all that is read here, its false 29 February 1900 plays no part. */
const SERIAL_ZERO = "1899-12-30";
const CENTRE_OFFSET_MINUTES = 8 * 60;
const MINUTES_A_DAY = 24 * 60;

/** One day, in any of the spellings that files hold. A range is refused with its reason; see `readValidUntil`. */
export function readDay(value: Value, options: DayOptions = {}): DayReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  if (typeof given === "number") return readNumber(given);
  const stated = textOf(given);
  const moment = readMoment(stated);
  if (moment !== null) return { kind: "day", day: moment.day };
  const text = plainText(given).replace(/^(?:证件|证书)?(?:有效期限?)?(?:截止|截至|至|到)?(?:日期)?:?(?=\d)/u, "");
  const date = takeDate(text);
  if (date === null) return readPartial(text, stated, options) ?? refused(whyNotDay(text, stated));
  const rest = withoutHours(date.rest)
    .replace(/^(?:为止|截止|止)$/u, "")
    .trim();
  return rest === "" ? readingOf(date, stated, options) : refused(whyMoreThanDay(rest, text, stated));
}

/**
 * The day a certificate runs out: the END of 2019年9月1日至2022年8月31日, both ends being days of validity; any other
 * text as `readDay`. The end must have its own year.
 */
export function readValidUntil(value: Value): DayReading {
  const early = dayBeforeByZone(value);
  if (early !== null) return refused(say.dayLostToZone(textOf(value), early, addDays(early, 1)));
  if (typeof value !== "string") return readDay(value);
  const text = plainText(value).replace(/^(?:证件|证书)?(?:有效期限?)?:?[自从]?/u, "");
  const range = /^(\d{4}(?:([-/.])\d{1,2}\2\d{1,2}|年\d{1,2}月(?:\d{1,2}[日号]?)?|\d{4}))(?:起至|[-~至到])+(.+)$/u.exec(text);
  const [, from, , until] = range ?? [];
  if (from === undefined || until === undefined) return readDay(value);
  const start = readDay(from);
  const end = readDay(until);
  if (start.kind === "unreadable") return refused(say.rangeStartNotReadable(textOf(value)));
  if (start.kind === "day" && end.kind === "day" && daysBetween(start.day, end.day) < 0) {
    return refused(say.rangeEndsBeforeStart(textOf(value)));
  }
  return end;
}

/** The day, or why the calendar has none: 29 February of a common year is never 1 March. */
export function readingOf(date: WrittenDate, stated: string, options: DayOptions): DayReading {
  if (date.month < 1 || date.month > 12) return refused(say.noSuchMonth(stated, date.month));
  const year = date.year ?? options.year;
  if (year === undefined) {
    return refused(couldBeDay(date.month, date.day) ? say.dayNeedsYear(stated) : say.dayNotReadable(stated));
  }
  const day = dayOf(year, date.month, date.day);
  if (day !== null) return { kind: "day", day };
  const yearFits = year >= 1900 && year <= 2100;
  return refused(yearFits ? say.noSuchDay(stated, year, date.month, date.day) : say.yearOutOfRange(stated, year));
}

function readNumber(value: number): DayReading {
  const stated = String(value);
  if (value >= 20000 && value <= 80000) {
    const day = addDays(SERIAL_ZERO, Math.floor(value));
    return isDay(day) ? { kind: "day", day } : refused(say.dayNotReadable(stated));
  }
  if (!Number.isInteger(value)) return refused(say.dayIsDecimal(stated));
  const date = /^\d{8}$/u.test(stated) ? takeDate(stated) : null;
  return date ? readingOf(date, stated, {}) : refused(whyNotDay(stated, stated));
}

/** Day and minutes after midnight of an ISO moment with offset, on the centre's clock (UTC+8, no summer time since 1991). */
export function readMoment(text: string): { readonly day: Day; readonly minutes: number } | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/u.exec(text);
  const day = match?.[1];
  if (!match || !isDay(day)) return null;
  const offset = (match[4] === "-" ? -1 : 1) * (Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0));
  const minutes = Number(match[2]) * 60 + Number(match[3]) - offset + CENTRE_OFFSET_MINUTES;
  const later = Math.floor(minutes / MINUTES_A_DAY);
  return { day: addDays(day, later), minutes: minutes - later * MINUTES_A_DAY };
}

function readPartial(text: string, stated: string, options: DayOptions): DayReading | null {
  const match =
    /^(?:(\d{4})年)?(\d{1,2})月(?:份|初|底|末|上旬|中旬|下旬)?(?:\([^)]*\))?$/u.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})$/u.exec(text);
  if (!match) return null;
  const year = match[1] === undefined ? (options.year ?? null) : Number(match[1]);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return refused(say.noSuchMonth(stated, month));
  if (year !== null && (year < 1900 || year > 2100)) return refused(say.yearOutOfRange(stated, year));
  return { kind: "partial", year, month, message: say.dayLacksDay(stated) };
}

/** Look-alikes met in real files, the more specific first. */
const LOOK_ALIKES: readonly (readonly [RegExp, (stated: string) => UnitSentence])[] = [
  [/公式没有结果/u, say.dayHasNoResult],
  [/[yY]{2,4}.?[mM]{2}.?[dD]{2}|年月日/u, say.dayIsPlaceholder],
  [/批$/u, say.dayIsBatch],
  [/[〔[(【]\d{4}[〕\])】]\d+号/u, say.dayIsDocumentNumber],
  [/[\p{L}]\d*\(\d{4}\)/u, say.dayIsCertificateNumber],
  [/每[年月周季日]/u, say.dayIsRecurring],
  [/次[月年日]|[本下上]个?月|明年|翌年|今年|去年|期满|工作日|之日/u, say.dayIsRelative],
  [/长期|永久|无限期/u, say.dayIsLongTerm],
  [/^\d{6}$/u, say.dayIsSixDigits],
  [/^\d{5}(?:\.\d+)?$/u, say.dayIsSerialText],
  [/^\d{4}年?$/u, say.dayIsYearOnly],
  [/^\d{1,2}([-/.])\d{1,2}\1\d{4}$/u, say.dayOrderUnclear],
  [/^\d{1,2}[-/.]\d{1,2}$/u, say.dayNeedsYear],
  [/^'?\d{2}(?:年\d{1,2}月|([-/.])\d{1,2}\1\d{1,2}(?!\d))/u, say.dayHasShortYear],
  [/^\d{1,3}[日号](?:$|\D)/u, say.dayLacksMonth],
  [/\d(?:年|月|日)?[-~至到]+\d/u, say.dayIsRange],
  [/、/u, say.dayIsList],
  [/[起前后内]$/u, say.dayIsOpenEnded],
];

function whyNotDay(text: string, stated: string): UnitSentence {
  const found = LOOK_ALIKES.find(([pattern]) => pattern.test(text));
  return found ? found[1](stated) : say.dayNotReadable(stated);
}

function whyMoreThanDay(rest: string, text: string, stated: string): UnitSentence {
  if (RANGE_SIGN.test(rest)) return say.dayIsRange(stated);
  if (/^[、,和及]/u.test(rest)) return say.dayIsList(stated);
  if (/^之?以?[起前后内]/u.test(rest)) return say.dayIsOpenEnded(stated);
  return whyNotDay(text, stated);
}

function refused(message: UnitSentence): DayReading {
  return { kind: "unreadable", message };
}
