import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import * as say from "../wording/google";
import { Lease } from "./lease";
import { patience } from "./patience";
import { SheetsApiHost } from "./sheets-api-host";
import { SheetsClient } from "./sheets-client";
import { SHEETS_SCOPE, signIn } from "./sign-in";

export interface OpenSheet {
  readonly host: SheetsApiHost;
  readonly client: SheetsClient;
  /** Held by `host.lock`. */
  readonly lease: Lease;
}

/** A Google Sheet by its id, signed in. googleapis is loaded only here: the sheets part alone, the whole takes half a second. */
export async function openSheet(sheetId: string): Promise<OpenSheet> {
  const { sheets, auth } = await import("googleapis/build/src/apis/sheets/index.js");
  const api = sheets({ version: "v4", auth: await signIn(auth, [SHEETS_SCOPE]) });
  const { wait, random } = patience;
  const client = new SheetsClient(api, sheetId, patience);
  const who = say.leaseHolder(hostname(), process.pid);
  const lease = new Lease(client, { who, token: randomUUID(), now: Date.now, wait, random });
  return { host: new SheetsApiHost(client, lease), client, lease };
}
