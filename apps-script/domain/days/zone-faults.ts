import { textOf, type Value } from "../snapshot/value";
import { addDays, type Day, dayOf } from "./civil-day";

const SECONDS_A_DAY = 24 * 60 * 60;
const END_OF_DAY = SECONDS_A_DAY - 1;
/** Shanghai's solar time is 8:05:43 ahead of UTC. */
const SOLAR_DIFFERENCE = 5 * 60 + 43;
const LATEST_FAULT = SECONDS_A_DAY - SOLAR_DIFFERENCE;
const MIDNIGHT_BY_UTC = 16 * 60 * 60;

/** Excel's day 0. */
const SERIAL_ZERO = "1899-12-30";

/**
 * The day of a moment that is the midnight after it in another program's time zone: 16:00 is midnight in China by UTC (exceljs
 * with local days), and old SheetJS is 43 seconds or 5:43 minutes short of it, the solar time of Shanghai. Nobody's certificate
 * ends at such a time. 23:59 and 23:59:59 are how systems write the end of a day.
 */
export function dayBeforeByZone(value: Value): Day | null {
  const [day, seconds] = typeof value === "number" ? serialMoment(value) : writtenMoment(textOf(value));
  if (day === null || seconds === null) return null;
  const isEndOfDay = seconds === END_OF_DAY || seconds === END_OF_DAY - 59;
  const isShort = seconds >= LATEST_FAULT && !isEndOfDay;
  return isShort || Math.abs(seconds - MIDNIGHT_BY_UTC) <= SOLAR_DIFFERENCE ? day : null;
}

type WrittenMoment = readonly [day: Day | null, seconds: number | null];

function serialMoment(value: number): WrittenMoment {
  const days = Math.floor(value);
  const seconds = Math.round((value - days) * SECONDS_A_DAY);
  const isDayLike = value >= 20000 && value <= 80000 && seconds > 0 && seconds < SECONDS_A_DAY;
  return isDayLike ? [addDays(SERIAL_ZERO, days), seconds] : [null, null];
}

function writtenMoment(text: string): WrittenMoment {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/u.exec(text);
  if (!match) return [null, null];
  const [, year, month, day, hours, minutes, seconds = "0"] = match;
  return [dayOf(Number(year), Number(month), Number(day)), Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)];
}
