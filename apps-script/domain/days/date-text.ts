import { trimmedEnd } from "../snapshot/trim";
import type { Value } from "../snapshot/value";
import { textOf } from "../snapshot/value";
import { daysInMonth } from "./civil-day";

/**
 * The small pieces that days are written with, taken from the front of a text. Readers put them together:
 * `spellings.ts` for one day, `ranges.ts` for a range, months and report-in.
 */

/** A date as written. `year` is null when the text has none; the day may not exist in the calendar. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** What follows the date. */
  readonly rest: string;
}

/** A time of day as written, in minutes after midnight; `half` is 上午 or 下午 when the text says so. */
export interface WrittenTime {
  readonly minutes: number;
  readonly half: "上午" | "下午" | null;
  readonly rest: string;
}

/** What may stand between two days, months or hours. Dashes of every kind are `-` after `plainText`. */
export const RANGE_SIGN = /^(?:[-~至到]|起至)+/u;

const DASHES = /[\u2010-\u2015\u2212\u2500\u30fc]/gu;
const WEEKDAY = /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/gu;
const CLOCK =
  /^\s*(?:T?(上午|早上|早|中午|下午|晚上|晚)\s*|T\s*)?(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?|[点时](?:(\d{1,2})分?|(半)|整)?)\s*(AM|PM)?/iu;

/**
 * Half width (NFKC), every dash as `-`, weekdays and a spreadsheet's leading apostrophe gone, blanks kept only between two things that would run together
 * without them (`2024-03-15 18:56`), no full stop at the end.
 */
export function plainText(value: Value): string {
  const plain = textOf(value)
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\ufeff]/gu, "")
    .replace(/^\s*['`\u2018\u2019]+/u, "")
    .replace(DASHES, "-")
    .replace(WEEKDAY, " ")
    .replace(/\s+/gu, " ")
    .replace(/ ?([-/.年月日号~至到、,:]) ?/gu, "$1");
  return trimmedEnd(plain, "。;,.").trim();
}

/** 2024-03-15, 2024/3/15, 2024.3.15, 20240315, 2024年3月15日, 3月15日; 号 for 日, and a 日 left out. */
export function takeDate(text: string): WrittenDate | null {
  const signs = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u.exec(text);
  if (signs) return written(text, signs[0], signs[1], signs[3], signs[4]);
  const chinese = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:[日号]|(?![\d日号]))/u.exec(text);
  if (chinese) return written(text, chinese[0], chinese[1], chinese[2], chinese[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/u.exec(text);
  return compact ? written(text, compact[0], compact[1], compact[2], compact[3]) : null;
}

/** The end of a range that leaves its month out: 7日, 14日, or bare digits at the very end. */
export function takeDayOfMonth(text: string): { readonly day: number; readonly rest: string } | null {
  const match = /^(\d{1,2})(?:[日号]|$)/u.exec(text);
  return match ? { day: Number(match[1]), rest: text.slice(match[0].length) } : null;
}

/** 9:00, 09:00:30, 9点, 9点半, 下午3:00, 3:00 PM. Null when there is no time or it does not exist (25:00). */
export function takeTime(text: string): WrittenTime | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const half = halfOf(match[1], match[6]);
  const hour = Number(match[2]);
  const minute = match[5] ? 30 : Number(match[3] ?? match[4] ?? 0);
  const minutes = (half === "下午" && hour < 12 ? hour + 12 : hour) * 60 + minute;
  return minute < 60 && minutes <= 24 * 60 ? { minutes, half, rest: text.slice(match[0].length) } : null;
}

/** What is left after a time of day, or a span of hours of the same day; the text itself when there is none. */
export function withoutHours(text: string): string {
  const from = takeTime(text);
  if (!from) return text;
  const sign = RANGE_SIGN.exec(from.rest);
  const to = sign ? takeTime(from.rest.slice(sign[0].length)) : null;
  return (to ?? from).rest.trim();
}

/** True for a month of the calendar and a day that some year has in it. */
export function couldBeDay(month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(2000, month);
}

function written(text: string, taken: string, year: string | undefined, month: string | undefined, day: string | undefined) {
  return {
    year: year === undefined ? null : Number(year),
    month: Number(month),
    day: Number(day),
    rest: text.slice(taken.length),
  };
}

function halfOf(chinese: string | undefined, english: string | undefined): "上午" | "下午" | null {
  if (chinese !== undefined) return /下午|晚|中午/u.test(chinese) ? "下午" : "上午";
  if (english === undefined) return null;
  return english.toUpperCase() === "PM" ? "下午" : "上午";
}
