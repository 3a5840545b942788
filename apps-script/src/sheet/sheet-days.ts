import { presentValue, type Value } from "../../domain/snapshot/value";

const DAY_MS = 86_400_000;
/** Sheets shows a time without a day as this day: https://developers.google.com/apps-script/reference/utilities/utilities#formatdatedate,-timezone,-format */
const TIME_ONLY = "1899-12-30";
/** 1901-01-02, as a number; and how far apart platforms may be before it, in days. */
const FIRST_SURE_DAY = 368;
const OFFSET_DOUBT = 0.005;
const PATTERN = "yyyy-MM-dd HH:mm:ss";

type FormatDate = (date: Date, zone: string, pattern: string) => string;

/** A day as the number that a cell holds. */
export function numberOfDay(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${TIME_ONLY}T00:00:00Z`)) / DAY_MS;
}

function isDate(raw: unknown): raw is Date {
  return Object.prototype.toString.call(raw) === "[object Date]";
}

/**
 * Dates of cells to day texts and back, in the spreadsheet's own time zone, which need not be the script's. Each
 * distinct day is worked out once, however many cells hold it.
 */
export class SheetDays {
  private readonly texts = new Map<number, string>();
  private readonly dates = new Map<string, Date>();

  constructor(
    private readonly zone: string,
    private readonly formatDate: FormatDate,
  ) {}

  /** What a cell of `getValues()` holds: days as `YYYY-MM-DD`, other moments with their time, empty as null. */
  valueOf(raw: unknown): Value {
    if (typeof raw === "string") return raw === "" ? null : presentValue(raw);
    if (typeof raw === "number") return raw;
    if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
    return isDate(raw) ? this.textOf(raw) : null;
  }

  /**
   * The number of a cell that is shown as a day or a time: days since 1899-12-30, as far as six decimals; `null` for any other.
   * Before 1901 platforms do not tell a zone's offset alike, by some minutes: what is nearly a whole number is one there.
   */
  numberOf(raw: unknown): number | null {
    if (!isDate(raw)) return null;
    const instant = raw.getTime();
    const whole = instant - (instant % 1000);
    const serial = (this.wallAt(whole) + (instant - whole) - Date.parse(`${TIME_ONLY}T00:00:00Z`)) / DAY_MS;
    const near = Math.round(serial);
    return serial < FIRST_SURE_DAY && Math.abs(serial - near) < OFFSET_DOUBT ? near : Math.round(serial * 1e6) / 1e6;
  }

  /** The first moment of a day. */
  dateOf(day: string): Date {
    const known = this.dates.get(day);
    if (known) return known;
    const wall = Date.parse(`${day}T00:00:00Z`);
    let date = new Date(wall - this.offsetAt(wall));
    date = new Date(wall - this.offsetAt(date.getTime()));
    // Where the clocks go forward at midnight the day begins later.
    if (this.wallAt(date.getTime()) < wall) date = new Date(date.getTime() + wall - this.wallAt(date.getTime()));
    this.dates.set(day, date);
    return date;
  }

  private textOf(date: Date): string {
    const instant = date.getTime();
    let text = this.texts.get(instant);
    if (text === undefined) {
      text = this.written(instant);
      this.texts.set(instant, text);
    }
    return text;
  }

  private written(instant: number): string {
    const [day = "", time = ""] = this.formatted(instant).split(" ");
    if (day === TIME_ONLY) return time.replace(/:00$/, "");
    if (time === "00:00:00" || this.formatted(instant - 1000).slice(0, day.length) !== day) return day;
    return `${day} ${time.replace(/:00$/, "")}`;
  }

  private formatted(instant: number): string {
    return this.formatDate(new Date(instant), this.zone, PATTERN);
  }

  private wallAt(instant: number): number {
    return Date.parse(`${this.formatted(instant).replace(" ", "T")}Z`);
  }

  private offsetAt(instant: number): number {
    const offset = this.wallAt(instant) - instant;
    return Math.abs(offset) <= DAY_MS ? offset : 0;
  }
}
