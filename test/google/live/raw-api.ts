import { setTimeout as pause } from "node:timers/promises";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { withBackoff } from "../../../node-sync/src/google/backoff";
import { failureOf } from "../../../node-sync/src/google/failure";
import type { Request } from "../../../node-sync/src/google/sheets-client";
import { SHEETS_SCOPE, signIn } from "../../../node-sync/src/google/sign-in";

/** What Google answers a request that it refuses. */
interface Refused {
  readonly code: unknown;
  readonly status: unknown;
  readonly message: unknown;
}

/** The Sheets API without the product around it, waiting where the quota is used up. */
export class RawApi {
  private constructor(
    private readonly api: sheets_v4.Sheets,
    private readonly spreadsheetId: string,
  ) {}

  static async open(spreadsheetId: string): Promise<RawApi> {
    const { sheets, auth } = await import("googleapis/build/src/apis/sheets/index.js");
    return new RawApi(sheets({ version: "v4", auth: await signIn(auth, [SHEETS_SCOPE]) }), spreadsheetId);
  }

  /** The replies; or how it was refused. */
  batch(...requests: readonly Request[]): Promise<sheets_v4.Schema$Response[] | Refused> {
    const { spreadsheetId } = this;
    const requestBody = { requests: [...requests] };
    return this.asked(async () => {
      const { data } = await this.api.spreadsheets.batchUpdate({ spreadsheetId, requestBody }, { retry: false });
      return data.replies ?? [];
    });
  }

  /** A text as a person types it. */
  type(range: string, text: string): Promise<unknown> {
    const { spreadsheetId } = this;
    const terms = { spreadsheetId, range, valueInputOption: "USER_ENTERED", requestBody: { values: [[text]] } };
    return this.asked(async () => (await this.api.spreadsheets.values.update(terms, { retry: false })).data);
  }

  values(range: string, valueRenderOption = "UNFORMATTED_VALUE"): Promise<sheets_v4.Schema$ValueRange | Refused> {
    const { spreadsheetId } = this;
    const terms = { spreadsheetId, range, valueRenderOption, dateTimeRenderOption: "SERIAL_NUMBER" };
    return this.asked(async () => (await this.api.spreadsheets.values.get(terms, { retry: false })).data);
  }

  get(fields: string, ...ranges: readonly string[]): Promise<sheets_v4.Schema$Spreadsheet | Refused> {
    const { spreadsheetId } = this;
    const terms = { spreadsheetId, fields, ranges: [...ranges] };
    return this.asked(async () => (await this.api.spreadsheets.get(terms, { retry: false })).data);
  }

  private async asked<T>(call: () => Promise<T>): Promise<T | Refused> {
    const wait = async (milliseconds: number): Promise<void> => void (await pause(milliseconds));
    try {
      return await withBackoff(call, failureOf, { isIdempotent: false, wait, random: Math.random });
    } catch (error) {
      const { response } = error as { readonly response?: { readonly data?: { readonly error?: Refused } } };
      const refused = response?.data?.error;
      if (!refused) throw error;
      const { code, status, message } = refused;
      return { code, status, message };
    }
  }
}
