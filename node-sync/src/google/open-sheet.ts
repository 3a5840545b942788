import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import * as say from "../wording/google";
import { faultOf } from "./failure";
import { Lease } from "./lease";
import { SheetsApiHost } from "./sheets-api-host";
import { SheetsClient } from "./sheets-client";
import { SHEETS_SCOPE, signIn } from "./sign-in";

export interface OpenSheet {
  readonly host: SheetsApiHost;
  readonly client: SheetsClient;
  /** Held by `host.exclusively`. */
  readonly lease: Lease;
}

/** A Google Sheet by its id, signed in. googleapis is loaded only here: the sheets part alone, the whole takes half a second. */
export async function openSheet(sheetId: string): Promise<OpenSheet> {
  const { sheets, auth } = await import("googleapis/build/src/apis/sheets/index.js");
  const api = sheets({ version: "v4", auth: await signIn(auth, [SHEETS_SCOPE]) });
  const wait = async (milliseconds: number): Promise<void> => void (await pause(milliseconds));
  const random = Math.random;
  const client = new SheetsClient(api, sheetId, { wait, random, onWait: tellWaiting });
  const who = say.leaseHolder(hostname(), process.pid);
  const lease = new Lease(client, { who, token: randomUUID(), now: Date.now, wait, random });
  return { host: new SheetsApiHost(client, lease), client, lease };
}

function tellWaiting(milliseconds: number, error: unknown): void {
  if (!process.stderr.isTTY) return;
  const { status } = faultOf(error);
  process.stderr.write(`${say.waiting(Math.ceil(milliseconds / 1000), status === null ? say.noAnswer : String(status))}\n`);
}
