import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { type BackoffTerms, withBackoff } from "./backoff";
import { failureOf, isAnswerless, refusalOf } from "./failure";

export type Request = sheets_v4.Schema$Request;

/** What becomes of a write: `unknown` when no answer came, and nobody knows whether it was done. */
type Outcome = "done" | "unknown";

/** The three calls of the Sheets API that this program makes, with its own backoff; googleapis does not retry writes. */
export class SheetsClient {
  constructor(
    private readonly api: sheets_v4.Sheets,
    readonly sheetId: string,
    private readonly terms: Omit<BackoffTerms, "isIdempotent">,
  ) {}

  /** `fields` as in https://developers.google.com/workspace/sheets/api/guides/field-masks */
  get(fields: string, ranges: readonly string[] = []): Promise<sheets_v4.Schema$Spreadsheet> {
    return this.asked(async () => {
      const { data } = await this.api.spreadsheets.get(
        { spreadsheetId: this.sheetId, fields, ranges: [...ranges] },
        { retry: false },
      );
      return data;
    });
  }

  /** Values unformatted, days and times as serial numbers; `range` says how far the grid goes. */
  values(ranges: readonly string[]): Promise<readonly sheets_v4.Schema$ValueRange[]> {
    return this.asked(async () => {
      const { data } = await this.api.spreadsheets.values.batchGet(
        {
          spreadsheetId: this.sheetId,
          ranges: [...ranges],
          valueRenderOption: "UNFORMATTED_VALUE",
          dateTimeRenderOption: "SERIAL_NUMBER",
        },
        { retry: false },
      );
      return data.valueRanges ?? [];
    });
  }

  /** All requests or none. Repeated only when they were surely not done, unless doing them again is no harm. */
  async update(requests: readonly Request[], { isIdempotent } = { isIdempotent: false }): Promise<Outcome> {
    const call = () =>
      this.api.spreadsheets.batchUpdate(
        { spreadsheetId: this.sheetId, fields: "spreadsheetId", requestBody: { requests: [...requests] } },
        { retry: false },
      );
    try {
      await withBackoff(call, failureOf, { ...this.terms, isIdempotent });
      return "done";
    } catch (error) {
      if (isAnswerless(error)) return "unknown";
      throw refusalOf(error, this.sheetId) ?? error;
    }
  }

  private async asked<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await withBackoff(call, failureOf, { ...this.terms, isIdempotent: true });
    } catch (error) {
      throw refusalOf(error, this.sheetId) ?? error;
    }
  }
}
