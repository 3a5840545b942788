import { instantOf, wallClock } from "./time-zone";

/** Days and times as spreadsheets keep them: days since 1899-12-30, the time of day as the fraction. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function serialOfWall(wall: number): number {
  return (wall - EPOCH) / DAY;
}

/** Rounded to the millisecond, as fractions of a day are not exact. */
export function wallOfSerial(serial: number): number {
  return EPOCH + Math.round(serial * DAY);
}

export function serialOfInstant(zone: string, instant: number): number {
  return serialOfWall(wallClock(zone, instant));
}

export function instantOfSerial(zone: string, serial: number): number {
  return instantOf(zone, wallOfSerial(serial));
}

/** Null for a day that does not exist. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return serialOfWall(date.getTime());
}
