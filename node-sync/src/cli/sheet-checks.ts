import type { Closed } from "../../../apps-script/domain/changes/closed";
import { tableTitled } from "../../../apps-script/domain/schema/index";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { faultOf, GoogleRefused, refusalOf } from "../google/failure";
import { openSheet } from "../google/open-sheet";
import type { SheetsClient } from "../google/sheets-client";
import { type AuthClient, SHEETS_SCOPE, signIn } from "../google/sign-in";
import { refusal } from "../refusal";
import * as say from "../wording/doctor";
import { type Check, check, workbookChecks } from "./checks";
import { protectedTabs } from "./protected-tabs";

/** What stands between this computer and a Google Sheet, one after the other, as far as it makes sense to go on. */
export async function sheetChecks(sheetId: string): Promise<Check[]> {
  const { sheets, auth } = await import("googleapis/build/src/apis/sheets/index.js");
  const found: { account?: AuthClient } = {};
  const credentials = await check(say.names.credentials, async () => {
    const account = await signIn(auth, [SHEETS_SCOPE]);
    found.account = account;
    return "email" in account && account.email ? say.serviceAccount(account.email) : say.ownAccount;
  });
  const network = await check(say.names.network, async () => {
    const anyone = sheets({ version: "v4" });
    await anyone.spreadsheets.get({ spreadsheetId: sheetId, fields: "spreadsheetId" }, { retry: false }).catch(refuseSilence);
    return say.reachable;
  });
  const checks = [credentials, network];
  const { account } = found;
  if (!account || !network.ok) return checks;
  checks.push(await check(say.names.signIn, () => signedIn(account, sheetId)));
  return checks.every(({ ok }) => ok) ? [...checks, ...(await accessChecks(sheetId))] : checks;
}

/** Google turns away whoever brings no token, and so is there. */
function refuseSilence(error: unknown): void {
  if (!faultOf(error).isOfApi) throw refusalOf(error, "") ?? error;
}

async function signedIn(account: AuthClient, sheetId: string): Promise<string> {
  try {
    await account.getAccessToken();
    return say.signedIn;
  } catch (error) {
    throw refusalOf(error, sheetId) ?? error;
  }
}

async function accessChecks(sheetId: string): Promise<Check[]> {
  const { host, client } = await openSheet(sheetId);
  const found: { tabs?: readonly Tab[] } = {};
  const reading = await check(say.names.reading, async () => {
    const { properties, sheets = [] } = await client.get("properties(title),sheets(properties(sheetId,title))");
    found.tabs = sheets.map(({ properties: tab }) => ({ id: tab?.sheetId ?? 0, title: tab?.title ?? "" }));
    return say.opened(properties?.title ?? "");
  });
  const { tabs } = found;
  if (!tabs) return [reading];
  const writing = await check(say.names.writing, () => mayWrite(client, tabs));
  const isEmpty = !tabs.some(({ title }) => tableTitled(title));
  if (isEmpty) return [reading, writing, { name: say.names.schema, ok: false, message: say.emptySheet }];
  const grids = await host.read();
  const protection = await check(say.names.protection, async () => mayWriteAll(grids, await host.closed()));
  return [reading, writing, protection, ...(await workbookChecks(grids, sheetId))];
}

function mayWriteAll(grids: Grids, closed: readonly Closed[]): string {
  const { titles, editors } = protectedTabs(grids, closed);
  if (titles.length > 0) throw refusal("doctor", say.protectedTabs(titles, editors));
  return say.nothingProtected;
}

interface Tab {
  readonly id: number;
  readonly title: string;
}

/** Asks for what can't be done, to a tab that is not there: who may write is told so, who may not is turned away before. */
async function mayWrite(client: SheetsClient, tabs: readonly Tab[]): Promise<string> {
  let sheetId = 1;
  while (tabs.some(({ id }) => id === sheetId)) sheetId++;
  try {
    await client.update([{ updateSheetProperties: { properties: { sheetId, hidden: false }, fields: "hidden" } }]);
  } catch (error) {
    const isTold = error instanceof GoogleRefused && faultOf(error.cause).status === 400;
    if (error instanceof GoogleRefused && error.code === "not-shared") throw refusal("doctor", say.readOnly);
    if (!isTold) throw error;
  }
  return say.writable;
}
