import type { InMemoryWorkbook } from "../workbook/workbook";
import { CallCounter } from "./call-counter";
import { UiRecord } from "./ui-record";

export type AuthModeName = "NONE" | "CUSTOM_FUNCTION" | "LIMITED" | "FULL";

/** The makers of objects in the script's own world, when it runs in a vm context. */
export interface Realm {
  readonly Date: new (instant: number) => Date;
  readonly Error: new (message: string) => Error;
}

/** What all services of one script share. */
export class Runtime {
  readonly calls = new CallCounter();
  readonly ui = new UiRecord();
  realm: Realm = { Date, Error };
  authMode: AuthModeName = "FULL";
  /** Whom the script runs for; null is the spreadsheet's owner. */
  person: string | null = null;

  constructor(
    readonly workbook: InMemoryWorkbook,
    readonly scriptTimeZone: string,
    readonly userEmail: string | null,
    /** The project's `.html` files by name without the ending. */
    readonly files: ReadonlyMap<string, string>,
    readonly now: () => number,
  ) {}

  date(instant: number): Date {
    return new this.realm.Date(instant);
  }

  /** Does what the script asked for as the person that it runs for. */
  asPerson<T>(work: () => T): T {
    return this.workbook.as(this.person ?? this.workbook.owner, work);
  }

  exception(message: string): Error {
    const error = new this.realm.Error(message);
    error.name = "Exception";
    return error;
  }

  /** Simple triggers may not call everything: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle */
  permit(call: string, ...modes: readonly AuthModeName[]): void {
    if (!modes.includes(this.authMode)) throw this.exception(`You do not have permission to call ${call}.`);
  }
}

/** Whether a value is a Date of any world; `instanceof` only knows this one. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
