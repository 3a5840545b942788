import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { drive_v3 } from "googleapis/build/src/apis/drive";
import { type BackoffTerms, withBackoff } from "../backoff";
import { GoogleRefused } from "../failure";
import { driveFailureOf, driveRefusalOf } from "./drive-failure";
import { byAge, type DriveFile, driveFileOf, FILE_FIELDS, FOLDER_TYPE, isFolder } from "./drive-file";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The most that Google gives at once. */
const PAGE = 1000;
const ANYWHERE = { supportsAllDrives: true } as const;
const PLAIN = { retry: false } as const;
const AS_BYTES = { retry: false, responseType: "arraybuffer" } as const;

/**
 * What this program asks of Drive, for one folder and what is in it. Nothing here touches permissions: what is made in a
 * folder is shared as the folder is. Shared drives are meant too; Google leaves them out unless told otherwise.
 */
export class DriveClient {
  constructor(
    private readonly api: drive_v3.Drive,
    /** The folder that refusals speak of. */
    readonly root: string,
    private readonly terms: Omit<BackoffTerms, "isIdempotent">,
  ) {}

  /** `null` when it is not there for us. */
  async file(fileId: string): Promise<DriveFile | null> {
    const found = await unlessGone(this.asked(() => this.api.files.get({ fileId, fields: FILE_FIELDS, ...ANYWHERE }, PLAIN)));
    return found && driveFileOf(found.data);
  }

  /** What is in a folder and not in the trash, the oldest first; all of it, or what has exactly this name. Names may repeat. */
  async children(folder: string, name?: string): Promise<DriveFile[]> {
    const named = name === undefined ? "" : ` and name = ${quoted(name)}`;
    const q = `${quoted(folder)} in parents and trashed = false${named}`;
    const files: DriveFile[] = [];
    let pageToken: string | undefined;
    do {
      const asked = { q, pageSize: PAGE, fields: `nextPageToken,files(${FILE_FIELDS})`, includeItemsFromAllDrives: true };
      const page = pageToken === undefined ? {} : { pageToken };
      const { data } = await this.asked(() => this.api.files.list({ ...asked, ...page, ...ANYWHERE }, PLAIN));
      files.push(...(data.files ?? []).map(driveFileOf));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    // Google takes capitals for small letters in a search.
    return files.filter((file) => name === undefined || file.name === name).sort(byAge);
  }

  /** `null` when it is gone. */
  download(fileId: string): Promise<Buffer | null> {
    return this.bytes(() => this.api.files.get({ fileId, alt: "media", ...ANYWHERE }, AS_BYTES));
  }

  /** A Google Sheet as an Excel file; `null` when it is gone. */
  exported(fileId: string): Promise<Buffer | null> {
    return this.bytes(() => this.api.files.export({ fileId, mimeType: XLSX }, AS_BYTES));
  }

  async createFolder(parent: string, name: string): Promise<DriveFile> {
    const requestBody = { name, mimeType: FOLDER_TYPE, parents: [parent] };
    return this.once(
      async () => driveFileOf((await this.api.files.create({ requestBody, fields: FILE_FIELDS, ...ANYWHERE }, PLAIN)).data),
      async () => (await this.children(parent, name)).find(isFolder) ?? null,
    );
  }

  /** Puts an Excel file into a folder in which nothing has this content under this name. */
  async create(parent: string, name: string, bytes: Uint8Array): Promise<DriveFile> {
    const asked = { requestBody: { name, mimeType: XLSX, parents: [parent] }, fields: FILE_FIELDS, ...ANYWHERE };
    const md5 = md5Of(bytes);
    return this.once(
      async () => {
        // googleapis sends what has a name and bytes only from a stream, and a stream can be read once.
        const media = { mimeType: XLSX, body: Readable.from([Buffer.from(bytes)]) };
        return driveFileOf((await this.api.files.create({ ...asked, media }, PLAIN)).data);
      },
      async () => (await this.children(parent, name)).find((file) => file.md5 === md5) ?? null,
    );
  }

  /** Puts new bytes into a file; again is no harm. */
  async replaceContent(fileId: string, bytes: Uint8Array): Promise<void> {
    const media = { mimeType: XLSX, body: Buffer.from(bytes) };
    await this.asked(() => this.api.files.update({ fileId, media, fields: "id", ...ANYWHERE }, PLAIN));
  }

  async rename(fileId: string, name: string): Promise<void> {
    await this.asked(() => this.api.files.update({ fileId, requestBody: { name }, fields: "id", ...ANYWHERE }, PLAIN));
  }

  /** From one folder to another; again is no harm. */
  async move(fileId: string, from: string, to: string): Promise<DriveFile> {
    const asked = { fileId, addParents: to, removeParents: from, requestBody: {}, fields: FILE_FIELDS, ...ANYWHERE };
    return this.once(
      async () => driveFileOf((await this.api.files.update(asked, PLAIN)).data),
      async () => {
        const now = await this.file(fileId);
        return now?.parents.includes(to) ? now : null;
      },
    );
  }

  private async bytes(call: () => Promise<{ readonly data: unknown }>): Promise<Buffer | null> {
    const answer = await unlessGone(this.asked(call));
    return answer && Buffer.from(answer.data as ArrayBuffer);
  }

  /** Does what is to be done once only: where no answer came, `look` says before the next try whether it was done. */
  private once<T>(call: () => Promise<T>, look: () => Promise<T | null>): Promise<T> {
    let isFirst = true;
    return this.asked(async () => {
      const done = isFirst ? null : await look();
      isFirst = false;
      return done ?? (await call());
    });
  }

  private async asked<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await withBackoff(call, driveFailureOf, { ...this.terms, isIdempotent: true });
    } catch (error) {
      throw driveRefusalOf(error, this.root) ?? error;
    }
  }
}

export function md5Of(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}

async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GoogleRefused && error.code === "no-folder") return null;
    throw error;
  }
}

/** https://developers.google.com/workspace/drive/api/guides/search-files#query_string_examples */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
