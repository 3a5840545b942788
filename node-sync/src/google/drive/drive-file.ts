import type { drive_v3 } from "googleapis/build/src/apis/drive";
import { cutToBytes } from "../../../../apps-script/domain/exchange/name-length";

const FOLDER = "application/vnd.google-apps.folder";
const GOOGLE_SHEET = "application/vnd.google-apps.spreadsheet";
/** Google's own kinds have no bytes: https://developers.google.com/workspace/drive/api/guides/mime-types */
const GOOGLES = "application/vnd.google-apps.";

/** What this program asks about a file. */
export const FILE_FIELDS = "id,name,mimeType,createdTime,modifiedTime,size,md5Checksum,parents,trashed";

/** A file or folder of Drive. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly size: number;
  /** `null` for what has no bytes of its own, or not yet. */
  readonly md5: string | null;
  readonly parents: readonly string[];
  readonly isTrashed: boolean;
}

export function driveFileOf(said: drive_v3.Schema$File): DriveFile {
  return {
    id: said.id ?? "",
    name: said.name ?? "",
    mimeType: said.mimeType ?? "",
    createdAt: Date.parse(said.createdTime ?? ""),
    modifiedAt: Date.parse(said.modifiedTime ?? ""),
    size: Number(said.size ?? 0),
    md5: said.md5Checksum ?? null,
    parents: said.parents ?? [],
    isTrashed: said.trashed === true,
  };
}

/** The oldest first, on every PC in the same order. */
export function byAge(a: DriveFile, b: DriveFile): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

export function isFolder({ mimeType }: DriveFile): boolean {
  return mimeType === FOLDER;
}

export function isGoogleSheet({ mimeType }: DriveFile): boolean {
  return mimeType === GOOGLE_SHEET;
}

/** Whether Google keeps it in a form of its own that has no bytes. */
export function isGooglesOwn({ mimeType }: DriveFile): boolean {
  return mimeType.startsWith(GOOGLES);
}

const ENDINGS: Readonly<Record<string, string>> = {
  spreadsheet: ".xlsx",
  document: ".gdoc",
  presentation: ".gslides",
};

/**
 * What a file is called on a PC: its name without what file systems forbid, not too long for them. A Google Sheet is called
 * as its export; other things of Google's as Drive calls them on a PC, so that nobody takes them for a table.
 */
export function localName(file: DriveFile): string {
  const kind = isGooglesOwn(file) ? file.mimeType.slice(GOOGLES.length) : null;
  const ending = kind === null ? "" : (ENDINGS[kind] ?? `.g${kind}`);
  const plain = file.name.replace(/[\\/:*?"<>|]|[\p{Cc}\p{Cf}\p{Cs}]/gu, "_").trim();
  const named = plain.toLowerCase().endsWith(ending) ? plain : plain + ending;
  const [, stem = named, extension = ""] = /^(.+?)(\.[^.]{1,16})?$/su.exec(named) ?? [];
  return `${cutToBytes(stem, 180)}${extension.trim()}`.replace(/^\.*$/u, "_");
}

export { FOLDER as FOLDER_TYPE };
