import type { NumberKind } from "./styles";

const secondsPerDay = 86_400;
/** 9999-12-31 in the 1900 system, the last day a spreadsheet knows. */
const lastSerial = 2_958_465;
/** Serial 0 of the 1904 system in the 1900 system. */
const offset1904 = 1462;
/** Days from 0000-03-01 to 1899-12-30 (serial 0 after the false leap day). */
const epoch = 693_899;

/** Days from 1899-12-30 to 1970-01-01. */
const daysTo1970 = 25_569;

const two = (number: number): string => String(number).padStart(2, "0");

/** Day of the proleptic Gregorian calendar, counted from 0000-03-01, by integers only. */
function dayText(days: number): string {
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function timeText(seconds: number): string {
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
}

/**
 * A serial number as text: `YYYY-MM-DD`, `YYYY-MM-DD HH:mm[:ss]`, or `HH:mm[:ss]` below 1. Rounded to whole seconds.
 *
 * The 1900 system counts a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1): serial 60 gives that text.
 * Negative serials and those past 9999-12-31 are no days and come back as they are.
 *
 * @param serial days, with the time as fraction
 */
export function serialText(serial: number, date1904: boolean): string | number {
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * secondsPerDay);
  if (seconds === secondsPerDay) {
    days += 1;
    seconds = 0;
  }
  if (!(days >= 0) || days > lastSerial - (date1904 ? offset1904 : 0)) return serial;
  if (days === 0 && (seconds > 0 || !date1904)) return timeText(seconds);
  const serial1900 = date1904 ? days + offset1904 : days;
  const day = serial1900 === 60 ? "1900-02-29" : dayText(epoch + serial1900 + (serial1900 < 60 ? 1 : 0));
  return seconds === 0 ? day : `${day} ${timeText(seconds)}`;
}

/** The same moment in the 1900 system; times alone are the same in both. */
export function serialIn1900(serial: number, date1904: boolean): number {
  return date1904 && !(serial > 0 && serial < 1) ? serial + offset1904 : serial;
}

/** The serial number, in the 1900 system, of a text that `serialText` gives; undefined before 1900-03-01 and for other texts. */
export function serialOfText(text: string): number | undefined {
  const [, day, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d{4}-\d{2}-\d{2})(?: |$))?(?:(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? [];
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / secondsPerDay;
  if (day === undefined) return /^\d{2}:/.test(text) ? time : undefined;
  const date = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(date) || new Date(date).toISOString().slice(0, 10) !== day || day < "1900-03-01") return undefined;
  return date / (secondsPerDay * 1000) + daysTo1970 + time;
}

/** A number as its cell's format means it. `elapsed` gives `H:mm[:ss]` with hours beyond 24; parts of a day are 2024年8月, 8月20日. */
export function numberAs(kind: NumberKind, serial: number, date1904: boolean): string | number {
  if (kind === "number") return serial;
  if (kind === "date") return serialText(serial, date1904);
  if (kind === "elapsed") return serial < 0 || serial > lastSerial ? serial : timeText(Math.round(serial * secondsPerDay));
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(serialText(serial, date1904))) ?? [];
  if (year === undefined) return serialText(serial, date1904);
  const parts: Readonly<Record<string, string>> = { y: `${year}年`, m: `${Number(month)}月`, d: `${Number(day)}日` };
  return [...kind].map((part) => parts[part]).join("");
}

const isoMoment = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const isoTime = /^T?(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/** The text of a `t="d"` cell (ISO 8601, ECMA-376 part 1, 18.18.11) in the same shapes; anything else stays as written. */
export function isoText(text: string): string {
  const moment = isoMoment.exec(text) ?? isoTime.exec(text)?.toSpliced(1, 0, "");
  if (moment === undefined || moment === null) return text;
  const [, day = "", minutes = "", seconds = "00"] = moment;
  const time = seconds === "00" ? minutes : `${minutes}:${seconds}`;
  if (day === "") return time;
  return time === "" || time === "00:00" ? day : `${day} ${time}`;
}
