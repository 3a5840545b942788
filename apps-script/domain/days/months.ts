import type { Value } from "../snapshot/value";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/days";
import { plainText } from "./date-text";
import { digitsOf } from "./plan-text";
import { type Unreadable, unreadable } from "./ranges";

/** Months 1 to 12 in the order stated, each once; 12月-次年1月 is [12, 1]. */
type MonthsReading = { readonly kind: "months"; readonly months: number[] } | { readonly kind: "empty" } | Unreadable;

const SPAN = /^(\d{1,2})(?:月份?)?(?:(?:起至|[-~至到])+(次年|翌年|明年)?(\d{1,2})(?:月份?)?)?$/u;

/** 3-4月, 10月, 12月-次年1月, 12-1月, 3、5、9、12月, 三至四月, 一季度, 下半年. Years are refused: the plan goes by the month alone. */
export function readMonths(value: Value): MonthsReading {
  const given = presentValue(value);
  if (given === null) return { kind: "empty" };
  const stated = textOf(given);
  const plain = plainText(given);
  const text = plain.replace(/\s/gu, "").replace(/[一二三四五六七八九十]+/gu, digitsOf);
  if (/^\d{4}-\d{2}-\d{2}/u.test(text)) return unreadable(say.monthsBecameDay(stated));
  if (/\d{4}/u.test(text)) return unreadable(say.monthsHaveYear(stated));
  // 1 and 2月 on two lines of a cell are not the 12th month.
  if (/\d\s+\d/u.test(plain)) return unreadable(say.monthsNotReadable(stated));
  const months: number[] = [];
  const hasQuarters = text.includes("季");
  for (const part of text.split(/[、,;和及/]/u)) {
    const span = hasQuarters ? quarterIn(part, stated) : (halfYearIn(part) ?? spanIn(part, stated));
    if ("kind" in span) return span;
    for (let month = span.first; ; month = (month % 12) + 1) {
      if (!months.includes(month)) months.push(month);
      if (month === span.last) break;
    }
  }
  return { kind: "months", months };
}

interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

/** 一、二季度: where quarters are said, each number is one. */
function quarterIn(part: string, stated: string): MonthSpan | Unreadable {
  const [, number] = /^第?([1-4])(?:季度?)?$/u.exec(part) ?? [];
  if (number === undefined) return unreadable(say.monthsNotReadable(stated));
  return { first: Number(number) * 3 - 2, last: Number(number) * 3 };
}

function halfYearIn(part: string): MonthSpan | null {
  const [, half] = /^([上下])半年$/u.exec(part) ?? [];
  if (half === undefined) return null;
  return half === "上" ? { first: 1, last: 6 } : { first: 7, last: 12 };
}

function spanIn(part: string, stated: string): MonthSpan | Unreadable {
  const match = SPAN.exec(part);
  if (!match) return unreadable(say.monthsNotReadable(stated));
  const first = Number(match[1]);
  const last = Number(match[3] ?? first);
  const wrong = [first, last].find((month) => month < 1 || month > 12);
  if (wrong !== undefined) return unreadable(say.noSuchMonth(stated, wrong));
  if (match[2] !== undefined && last >= first) return unreadable(say.monthsSpanTooLong(stated));
  return { first, last };
}
