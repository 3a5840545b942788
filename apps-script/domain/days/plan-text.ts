import { numeralOf } from "../plan/numerals";
import type { Value } from "../snapshot/value";
import { plainText, takeDate, takeTime, type WrittenDate, withoutHours } from "./date-text";

/**
 * The spellings that only the tables of plans have, over those of `date-text.ts`: numerals (二月二十六日), days by month and
 * day alone (2.26, 2/26), halves of a day, hours of teaching. Elsewhere 2.26 is a number, and nobody knows the year of 2/26.
 */

/** `（16学时）`, `（共4天）`, `（含当天）`, `（上午）`: what a cell says beside its days. */
const NOTES = [
  /\((?:[上下]午|中午|早上|晚上|[全整半]天|含|含当[天日]|[^()\d]{0,4}\d{1,3}(?:个?(?:学时|课时|小时)|天)[^()\d]{0,2})\)/gu,
  /[,;，]?(?:共计?|计)?\d{1,3}(?:个?(?:学时|课时)|天)$/u,
] as const;
const CLOCK_IN_BRACKETS = /\(((?:[上下]午|中午|早上|晚上)?\d{1,2}[:点时][^()]*)\)/gu;
const HALF_DAY = /^(?:[上下]午|中午|早上|晚上|[全整半]天)/u;

/** As `plainText`, with numerals as digits and without notes. */
export function planText(value: Value): string {
  const plain = withYearDigits(plainText(value)).replace(/[一二三四五六七八九十廿]{1,3}(?=[月日号])/gu, (numeral) =>
    digitsOf(numeral),
  );
  return NOTES.reduce((text, note) => text.replace(note, ""), plain.replace(CLOCK_IN_BRACKETS, "$1")).trim();
}

/** 二〇二四年 as 2024年. */
export function withYearDigits(text: string): string {
  return text.replace(/[〇零一二三四五六七八九]{4}(?=年)/gu, (year) => [...year].map(digitOf).join(""));
}

/** Digits for a numeral up to 99; what is none stays as written. */
export function digitsOf(numeral: string): string {
  return String(numeralOf(numeral.replace("廿", "二十")) ?? numeral);
}

const digitOf = (numeral: string): number => Math.max(0, "零一二三四五六七八九".indexOf(numeral));

/** A date at the front of a text, with or without its year: also 2.26 and 2/26. */
export function takePlanDate(text: string): WrittenDate | null {
  const short = /^(\d{1,2})([./])(\d{1,2})(?:[日号]|(?![\d./]))/u.exec(text);
  if (short === null) return takeDate(text);
  return { year: null, month: Number(short[1]), day: Number(short[3]), rest: text.slice(short[0].length) };
}

/** A spreadsheet makes 2.1 of 2.10: nobody knows which of the two a cell that holds no more than that was. */
export const mayHaveLostZero = (text: string): boolean => /^\d{1,2}\.[1-3]$/u.test(text);

/** What is left after the hours of a day, or the half of it. */
export function withoutPartOfDay(text: string): string {
  return withoutHours(text).trim().replace(HALF_DAY, "").trim();
}

/** 0:00 of a day is where the day before ends: which of the two an end means is not known. */
export const endsAtMidnight = (text: string): boolean => takeTime(text)?.minutes === 0;
