import { createHash } from "node:crypto";
import { auth, drive } from "googleapis/build/src/apis/drive";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import type { SyncOptions, SyncPlaces } from "../../../node-sync/src/exchange/sync/places";
import { type Synced, sync } from "../../../node-sync/src/exchange/sync/sync";
import { onTrial } from "../../../node-sync/src/exchange/sync/trial";
import { DriveClient } from "../../../node-sync/src/google/drive/drive-client";
import { DriveFolders } from "../../../node-sync/src/google/drive/drive-folders";
import { DriveInbox } from "../../../node-sync/src/google/drive/drive-inbox";
import { DriveOutbox } from "../../../node-sync/src/google/drive/drive-outbox";
import { sheetAnswers, sheetSetAside } from "../../../node-sync/src/google/sheet-answers";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import type { LabTab } from "../../hosts/lab";
import { SyncOffice, syncTerms, type Typed } from "../../support/sync-office";
import { loadTabs, settledIn, tabsOfGrids } from "../lab";
import type { Loopback } from "../loopback";
import { type DriveFile, FOLDER, XLSX } from "../loopback/drive/store";
import { fetchThrough } from "../loopback/network/fetch";
import { apiLab } from "../sheets-api/api-lab";

const HOUR = 3_600_000;
const DRIVE = "https://www.googleapis.com/auth/drive";

/** The workbook of some units with three people each, as tabs of a Sheet: every action has run, and files went out by hand. */
export async function officeTabs(units: number): Promise<LabTab[]> {
  const office = await SyncOffice.open(units);
  await office.sync();
  const grids = await office.places().host.read();
  await office.close();
  return tabsOfGrids(grids);
}

export interface DriveOfficeOptions {
  /** Where the folder is: in a shared drive of the service account's, unless it is a person's own. */
  readonly isPersonal?: boolean;
  readonly scopes?: readonly string[];
  /** The folder of another office. */
  readonly root?: DriveFile;
}

/** An office whose workbook is a Sheet and whose units' files come and go in a Drive folder. */
export class DriveOffice {
  private constructor(
    readonly google: Loopback,
    readonly root: DriveFile,
    private readonly scopes: readonly string[],
  ) {}

  static open(google: Loopback, tabs: readonly LabTab[], options: DriveOfficeOptions = {}): DriveOffice {
    loadTabs(google.workbook, settledIn(google.spreadsheetId, tabs));
    google.faults.clear();
    if (options.root) return new DriveOffice(google, options.root, options.scopes ?? [DRIVE]);
    const { drive: store, accounts } = google;
    const { serviceEmail, person } = accounts;
    const top = options.isPersonal ? null : store.addSharedDrive("中心", [serviceEmail, person.email]);
    const place = top ? { owner: null, parents: [top.id] } : { owner: person.email };
    const root = store.add({ name: "台账", mimeType: FOLDER, ...place });
    if (!top) store.share(root.id, serviceEmail, "writer");
    return new DriveOffice(google, root, options.scopes ?? [DRIVE]);
  }

  client(): DriveClient {
    const { accounts, clock, proxy, ca } = this.google;
    const signedIn = new auth.OAuth2();
    signedIn.setCredentials({ access_token: accounts.grant({ email: accounts.serviceEmail, scopes: this.scopes }) });
    const api = drive({ version: "v3", auth: signedIn, fetchImplementation: fetchThrough({ proxy, ca }) });
    return new DriveClient(api, this.root.id, {
      wait: async (milliseconds) => clock.advance(milliseconds),
      random: () => 0.5,
    });
  }

  /** `now` is the inbox's clock. It is an hour ahead unless given: what has just come is old enough to be read. */
  async places(now = (): number => this.google.clock.now() + HOUR): Promise<SyncPlaces> {
    const client = this.client();
    const folders = new DriveFolders(client);
    return {
      host: (await apiLab(this.google)).host,
      inbox: new DriveInbox(client, folders, now),
      outbox: new DriveOutbox(client, folders),
      answers: sheetAnswers(this.google.spreadsheetId),
      setAside: sheetSetAside(this.google.spreadsheetId),
    };
  }

  async sync(options: SyncOptions & { readonly now?: () => number; readonly trial?: boolean } = {}): Promise<Synced> {
    const places = await this.places(options.now);
    return sync(options.trial ? await onTrial(places) : places, syncTerms, options);
  }

  /** Somebody puts a file into a folder, 收件 unless given; a second after the one before. */
  drop(name: string, content: Uint8Array | string | null, mimeType = XLSX, folder = this.folder("收件")): DriveFile {
    this.google.clock.advance(1000);
    const bytes = content === null ? null : Buffer.from(content);
    return this.google.drive.add({ name, mimeType, owner: null, parents: [folder], content: bytes });
  }

  /** The id of a sub-folder; made when it is missing. */
  folder(path: string): string {
    const { drive: store } = this.google;
    return path.split("/").reduce((parent, name) => {
      const found = this.inside(parent).find((file) => file.name === name && file.mimeType === FOLDER);
      return (found ?? store.add({ name, mimeType: FOLDER, owner: null, parents: [parent] })).id;
    }, this.root.id);
  }

  /** Everything in the folder by path, files with what they hold; of one path there may be several. */
  tree(): string[] {
    return this.all().map(({ path, file }) => (file.content ? `${path} ${sumOf(file.content)}` : `${path}/`));
  }

  paths(folder: string): string[] {
    return this.all().flatMap(({ path, file }) => (file.mimeType !== FOLDER && path.startsWith(`${folder}/`) ? [path] : []));
  }

  at(path: string): DriveFile {
    const found = this.all().find((one) => one.path === path);
    if (!found) throw new Error(`Nothing lies at ${path}.`);
    return found.file;
  }

  all(): { readonly path: string; readonly file: DriveFile }[] {
    const below = (folder: string, above: string): { path: string; file: DriveFile }[] =>
      this.inside(folder).flatMap((file) => {
        const path = above + file.name;
        return [{ path, file }, ...(file.mimeType === FOLDER ? below(file.id, `${path}/`) : [])];
      });
    return below(this.root.id, "").sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** A unit opens its file and types into it. */
  typed(path: string, typed: Typed): Promise<Buffer> {
    const cells = typed.map(([row, column, value]) => ({ row, column, value, kind: "text" as const }));
    return patchWorkbook(this.at(path).content ?? Buffer.alloc(0), [{ sheet: "学员", firstDataRow: 3, cells }]);
  }

  async snapshot(): Promise<Snapshot> {
    return snapshotOf(await (await apiLab(this.google)).host.read());
  }

  private inside(folder: string): DriveFile[] {
    return [...this.google.drive.files.values()].filter(({ parents, trashed }) => parents.includes(folder) && !trashed);
  }
}

function sumOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}
