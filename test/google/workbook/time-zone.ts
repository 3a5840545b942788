/**
 * Wall clocks of named zones, from the platform's own zone data.
 *
 * A wall clock is given as the milliseconds that the same reading would have in UTC. A reading that a zone skips (spring)
 * is taken with the offset from before the change; of a reading that comes twice (autumn) the first is taken.
 */
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
const QUARTER = 15 * 60 * 1000;

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

function offsetAt(zone: string, instant: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const quarter = Math.floor(instant / QUARTER);
  const seen = known.get(quarter);
  if (seen !== undefined) return seen;
  const at = quarter * QUARTER;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: string): number => Number(parts[type]);
  const year = parts.era === "BC" ? 1 - number("year") : number("year");
  const wall = new Date(0);
  wall.setUTCFullYear(year, number("month") - 1, number("day"));
  wall.setUTCHours(number("hour"), number("minute"), number("second"));
  const offset = wall.getTime() - at;
  known.set(quarter, offset);
  return offset;
}

export function wallClock(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

export function instantOf(zone: string, wall: number): number {
  const before = wall - offsetAt(zone, wall - 86_400_000);
  if (wallClock(zone, before) === wall) return before;
  const after = wall - offsetAt(zone, wall + 86_400_000);
  return wallClock(zone, after) === wall ? after : before;
}

/** `+08:00`-style minutes east of Greenwich. */
export function offsetMinutes(zone: string, instant: number): number {
  return Math.round(offsetAt(zone, instant) / 60_000);
}
