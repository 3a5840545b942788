import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InMemoryWorkbook } from "../workbook/workbook";
import { Accounts } from "./accounts/accounts";
import { type Clock, standingClock } from "./clock";
import { Checker } from "./descriptions/checker";
import { descriptionsIn } from "./descriptions/description";
import { DriveStore, SPREADSHEET } from "./drive/store";
import type { Faults } from "./faults";
import { Authority } from "./network/authority";
import { startProxy } from "./network/proxy";
import { Quota } from "./quota";
import { Reception } from "./reception";
import type { RequestListener, SeenRequest } from "./requests";
import { ScriptStore } from "./script/store";
import type { World } from "./world";

/** As long as Google's are. */
const SHEET_ID = "1LoopbackGoogle_spreadsheet-for-379999people";
const DESCRIPTIONS = "ANPEI_API_DESCRIPTIONS";

export interface LoopbackOptions {
  /** A spreadsheet of another face's; without one an empty one in Shanghai. */
  readonly workbook?: InMemoryWorkbook;
  /** Stands still when not given. */
  readonly clock?: Clock;
  /** How long a token is good, on the clock. */
  readonly tokenSeconds?: number;
  /**
   * The folder with Google's API descriptions that requests and answers are checked against; null for no check. The
   * variable ANPEI_API_DESCRIPTIONS names it when not given.
   */
  readonly descriptions?: string | null;
  /** The proxy's; any free one when not given. */
  readonly port?: number;
}

/** Google on the loopback address. Clients reach it with `environment`; nothing else about them changes. */
export interface Loopback {
  /** `http://127.0.0.1:PORT` */
  readonly proxy: string;
  readonly caFile: string;
  /** The authority's certificate, for TLS options. */
  readonly ca: string;
  /** Of a service account that the spreadsheet is shared with. */
  readonly keyFile: string;
  /** clasp's credentials, for its option `-A` or the variable `clasp_config_auth`. */
  readonly claspFile: string;
  /** `HTTPS_PROXY`, `NODE_EXTRA_CA_CERTS`, `GOOGLE_APPLICATION_CREDENTIALS` and `clasp_config_auth`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly spreadsheetId: string;
  /** Of the script that is bound to the spreadsheet. */
  readonly scriptId: string;
  readonly workbook: InMemoryWorkbook;
  /** All spreadsheets, by file id. */
  readonly books: World["books"];
  readonly accounts: Accounts;
  readonly drive: DriveStore;
  readonly scripts: ScriptStore;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Everything that came in, tokens included. */
  readonly requests: SeenRequest[];
  readonly refusedHosts: readonly string[];
  /** What the check against the descriptions found. Tests that ask for something wrong take it out. */
  readonly violations: string[];
  /** How many came in to this method of Google's. */
  count(method: string): number;
  /** Calls the listener right before and after each request is worked on; returns the way to stop it. */
  onRequest(listener: RequestListener): () => void;
  /** Throws what a listener threw, what went wrong in the loopback itself, and violations of the descriptions. */
  close(): Promise<void>;
}

export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const clock = options.clock ?? standingClock();
  const accounts = new Accounts(clock.now, options.tokenSeconds ?? 3600);
  const drive = new DriveStore(clock.now);
  const workbook = options.workbook ?? new InMemoryWorkbook({ id: SHEET_ID, timeZone: "Asia/Shanghai", now: clock.now });
  workbook.owner = accounts.person.email;
  const books = new Map([[workbook.id, workbook]]);
  const scripts = new ScriptStore(clock.now);
  const world: World = { clock, accounts, quota: new Quota(clock), drive, books, scripts };
  drive.add({ id: workbook.id, name: workbook.title, mimeType: SPREADSHEET, owner: accounts.person.email });
  drive.share(workbook.id, accounts.serviceEmail, "writer");
  const { scriptId } = scripts.add(workbook.title, accounts.person.email, workbook.id);

  const authority = new Authority();
  const reception = new Reception(world, checkerFor(options.descriptions));
  const handle = (request: IncomingMessage, response: ServerResponse): void => void reception.receive(request, response);
  const proxy = await startProxy(authority, handle, options.port);
  const folder = mkdtempSync(join(tmpdir(), "loopback-google-"));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const caFile = file("ca.pem", authority.certificate);
  const keyFile = file("service-account.json", JSON.stringify(accounts.serviceKey, null, 2));
  const claspFile = file(".clasprc.json", JSON.stringify(accounts.claspCredentials));
  return {
    proxy: proxy.address,
    caFile,
    ca: authority.certificate,
    keyFile,
    claspFile,
    environment: {
      HTTPS_PROXY: proxy.address,
      NODE_EXTRA_CA_CERTS: caFile,
      GOOGLE_APPLICATION_CREDENTIALS: keyFile,
      clasp_config_auth: claspFile,
    },
    spreadsheetId: workbook.id,
    scriptId,
    workbook,
    books,
    accounts,
    drive,
    scripts,
    faults: reception.faults,
    clock,
    requests: reception.requests,
    refusedHosts: proxy.refusedHosts,
    violations: reception.violations,
    count: (method) => reception.requests.filter((request) => request.method === method).length,
    onRequest: (listener) => reception.listen(listener),
    close: async () => {
      await proxy.close();
      rmSync(folder, { recursive: true, force: true });
      if (reception.troubles.length > 0) throw reception.troubles[0];
      const { violations } = reception;
      if (violations.length > 0) throw new Error(`Against Google's API descriptions:\n${violations.slice(0, 20).join("\n")}`);
    },
  };
}

function checkerFor(folder = process.env[DESCRIPTIONS] ?? null): Checker | null {
  return folder ? new Checker(descriptionsIn(folder)) : null;
}
