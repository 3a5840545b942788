import { type Loopback, type LoopbackOptions, startLoopback } from "../index";
import { Client, type ClientAnswer, type ClientRequest } from "./client";

/** A loopback with a client outside Jest. */
export interface Office {
  readonly google: Loopback;
  readonly client: Client;
  /** Asks the Sheets API about the spreadsheet of the loopback. */
  sheets(method: string, params?: object, more?: Partial<ClientRequest>): Promise<ClientAnswer>;
  /** All the requests in one batchUpdate. */
  batch(...requests: readonly object[]): Promise<ClientAnswer>;
  close(): Promise<void>;
}

export async function openOffice(options: LoopbackOptions = {}): Promise<Office> {
  const google = await startLoopback(options);
  const client = new Client(google.environment);
  const sheets: Office["sheets"] = (method, params = {}, more = {}) =>
    client.ask({ api: "sheets", method, params: { spreadsheetId: google.spreadsheetId, ...params }, ...more });
  return {
    google,
    client,
    sheets,
    batch: (...requests) => sheets("spreadsheets.batchUpdate", { requestBody: { requests } }),
    close: async () => {
      await client.close();
      await google.close();
    },
  };
}
