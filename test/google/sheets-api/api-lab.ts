import { auth, sheets } from "googleapis/build/src/apis/sheets/index.js";
import { Lease } from "../../../node-sync/src/google/lease";
import { SheetsApiHost } from "../../../node-sync/src/google/sheets-api-host";
import { SheetsClient } from "../../../node-sync/src/google/sheets-client";
import type { Lab } from "../../hosts/lab";
import { dumpTabs, loadTabs, protectTab } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { fetchThrough } from "../loopback/network/fetch";
import type { InMemoryWorkbook } from "../workbook/workbook";

export interface ApiLab extends Lab {
  readonly google: Loopback;
  readonly client: SheetsClient;
  readonly host: SheetsApiHost;
  readonly lease: Lease;
  /** What the program waited for, in milliseconds; the loopback's clock goes on by as much. */
  readonly waits: number[];
}

/**
 * A Google Sheet on the loopback under the product's host; people work on the spreadsheet behind it. Programs that run one
 * after the other can count their waits together. `other` is another spreadsheet there than the loopback's own.
 */
export async function apiLab(google?: Loopback, waits: number[] = [], other?: InMemoryWorkbook): Promise<ApiLab> {
  const place = google ?? (await startLoopback());
  const workbook = other ?? place.workbook;
  const client = clientOf(place, waits, workbook.id);
  const terms = {
    who: "命令行",
    token: `t${Math.random()}`,
    now: place.clock.now,
    wait: waiting(place, waits),
    random: Math.random,
  };
  const lease = new Lease(client, terms);
  return {
    google: place,
    client,
    lease,
    waits,
    host: new SheetsApiHost(client, lease),
    load: async (tabs) => loadTabs(workbook, tabs),
    dump: async () => dumpTabs(workbook),
    protect: (title, isProtected) => protectTab(workbook, title, isProtected),
  };
}

/** The Sheet as Google gives a new one, with nothing asked yet and a fresh minute of quota. */
export function emptySheet(google: Loopback): void {
  google.requests.splice(0);
  google.clock.advance(60_000);
  loadTabs(google.workbook, [{ title: "Sheet1", cells: [] }]);
}

function clientOf(google: Loopback, waits: number[], sheetId: string): SheetsClient {
  const scopes = ["https://www.googleapis.com/auth/spreadsheets"];
  const signedIn = new auth.OAuth2();
  signedIn.setCredentials({ access_token: google.accounts.grant({ email: google.accounts.serviceEmail, scopes }) });
  const way = { proxy: google.proxy, ca: google.ca };
  const api = sheets({ version: "v4", auth: signedIn, fetchImplementation: fetchThrough(way) });
  return new SheetsClient(api, sheetId, { wait: waiting(google, waits), random: () => 0.5 });
}

function waiting(google: Loopback, waits: number[]) {
  return async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    google.clock.advance(milliseconds);
  };
}
