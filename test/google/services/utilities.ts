/// <reference types="google-apps-script" />
import { randomUUID } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { SheetsError } from "../workbook/sheets-error";
import { offsetMinutes, wallClock } from "../workbook/time-zone";
import { BlobFace, bytesOf } from "./blob";
import { Face, kindOf, NotInStandIn, unwrap } from "./guard";
import { isDate, type Runtime } from "./runtime";

type GBlob = GoogleAppsScript.Base.Blob;
type GUtilities = GoogleAppsScript.Utilities.Utilities;

const MEMBERS = ["base64Decode", "base64Encode", "formatDate", "getUuid", "gzip", "newBlob", "sleep", "ungzip"] as const;
const GZIP = "application/x-gzip";

export class UtilitiesFace extends Face<GUtilities> implements Pick<GUtilities, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly slept: number[],
  ) {
    super("Utilities", MEMBERS, runtime);
  }

  formatDate(date: unknown, timeZone: string, pattern: string): string {
    if (!isDate(date)) {
      throw new SheetsError(
        `The parameters (${kindOf(date)},String,String) don't match the method signature for Utilities.formatDate.`,
      );
    }
    return formatInstant(date.getTime(), timeZone, pattern);
  }

  getUuid(): string {
    return randomUUID();
  }

  base64Encode(data: unknown): string {
    return bytesOf(data, "Utilities.base64Encode").toString("base64");
  }

  base64Decode(text: unknown): number[] {
    return new BlobFace(this.runtime, Buffer.from(String(text), "base64"), null).getBytes();
  }

  newBlob(data: unknown, type: unknown = null): GBlob {
    return new BlobFace(this.runtime, bytesOf(data, "Utilities.newBlob"), type === null ? null : String(type)).self;
  }

  gzip(blob: unknown): GBlob {
    const { bytes } = unwrap(blob, BlobFace, "Utilities.gzip");
    return new BlobFace(this.runtime, gzipSync(bytes), GZIP).self;
  }

  /** https://developers.google.com/apps-script/reference/utilities/utilities#ungzipblob */
  ungzip(blob: unknown): GBlob {
    const { bytes, type } = unwrap(blob, BlobFace, "Utilities.ungzip");
    if (type !== GZIP) throw new SheetsError("Blob object must have non-null content type for this operation.");
    return new BlobFace(this.runtime, gunzipSync(bytes), null).self;
  }

  /** Nobody waits in a test; the milliseconds are written down. */
  sleep(milliseconds: number): void {
    this.slept.push(milliseconds);
  }
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Java's SimpleDateFormat as far as days, times, weekday names and offsets go: https://developers.google.com/apps-script/reference/utilities/utilities#formatdatedate,-timezone,-format */
function formatInstant(instant: number, zone: string, pattern: string): string {
  const wall = new Date(wallClock(zone, instant));
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run: string, quoted?: string) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    return field(run, wall, offsetMinutes(zone, instant));
  });
}

function field(run: string, wall: Date, offset: number): string {
  const pad = (value: number): string => String(value).padStart(run.length, "0");
  const named = (names: readonly string[], index: number): string =>
    (names[index] ?? "").slice(0, run.length > 3 ? undefined : 3);
  switch (run[0]) {
    case "y":
      return run.length === 2 ? String(wall.getUTCFullYear() % 100).padStart(2, "0") : pad(wall.getUTCFullYear());
    case "M":
      return run.length > 2 ? named(MONTHS, wall.getUTCMonth()) : pad(wall.getUTCMonth() + 1);
    case "d":
      return pad(wall.getUTCDate());
    case "H":
      return pad(wall.getUTCHours());
    case "h":
      return pad(wall.getUTCHours() % 12 || 12);
    case "m":
      return pad(wall.getUTCMinutes());
    case "s":
      return pad(wall.getUTCSeconds());
    case "S":
      return pad(wall.getUTCMilliseconds());
    case "a":
      return wall.getUTCHours() < 12 ? "AM" : "PM";
    case "E":
      return named(WEEKDAYS, wall.getUTCDay());
    case "u":
      return pad(wall.getUTCDay() || 7);
    case "Z":
      return offsetText(offset, "");
    case "X":
      return offset === 0
        ? "Z"
        : run.length === 1
          ? offsetText(offset, "").slice(0, 3)
          : offsetText(offset, run.length === 3 ? ":" : "");
    default:
      throw new NotInStandIn(`Utilities.formatDate does not know ${run} in the stand-in.`);
  }
}

function offsetText(minutes: number, colon: string): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
}
