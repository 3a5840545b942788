import { DriveError, NotInLoopback } from "../api-error";
import { type Answer, jsonAnswer } from "../network/call";
import type { ApiRequest, Method } from "../router";
import { addBook, type World } from "../world";
import { fileCalled, refuseReaders, refuseScope } from "./access";
import { fileOut } from "./file-out";
import { type DriveFile, FOLDER, type NewFile, SPREADSHEET, XLSX } from "./store";
import { type Upload, uploadOf } from "./upload";
import { xlsxOf } from "./xlsx-export";

/** https://developers.google.com/workspace/drive/api/guides/manage-downloads */
export const getFile: Method["handle"] = (request, world) => {
  const file = fileOf(request, world);
  if (request.call.query.get("alt") !== "media") return out(file, request, world);
  if (file.content === null) {
    const message = "Only files with binary content can be downloaded. Use Export with Docs Editors files.";
    throw new DriveError("PERMISSION_DENIED", "fileNotDownloadable", message, { location: "alt", locationType: "parameter" });
  }
  refuseScope(file, request, ["drive", "drive.readonly"]);
  return { status: 200, type: file.mimeType, bytes: file.isUploading ? Buffer.alloc(0) : file.content };
};

/** Has no `supportsAllDrives`: https://developers.google.com/workspace/drive/api/reference/rest/v3/files/export */
export const exportFile: Method["handle"] = async (request, world) => {
  const file = fileCalled(request.params.fileId ?? "", request, world, "fileId", true);
  const book = world.books.get(file.id);
  if (!book) throw new DriveError("PERMISSION_DENIED", "fileNotExportable", "Export only supports Docs Editors files.");
  if (request.call.query.get("mimeType") !== XLSX) {
    const at = { location: "convertTo", locationType: "parameter" } as const;
    throw new DriveError("INVALID_ARGUMENT", "badRequest", "The requested conversion is not supported.", at);
  }
  refuseScope(file, request, ["drive", "drive.readonly"]);
  return { status: 200, type: XLSX, bytes: await xlsxOf(book) };
};

export const createFile: Method["handle"] = (request, world) => {
  const { metadata, media } = uploadOf(request.call);
  refuseUnknown(metadata, ["name", "mimeType", "parents"]);
  const parents = parentsOf(metadata, request, world);
  const mimeType = text(metadata.mimeType) ?? media?.type ?? "application/octet-stream";
  const isBytes = mimeType !== FOLDER && mimeType !== SPREADSHEET;
  const isInDrive = parents?.some((id) => isInSharedDrive(id, world)) ?? false;
  const { drive, accounts } = world;
  if (!isInDrive && isBytes && request.caller.email === accounts.serviceEmail && !drive.serviceAccountsHaveStorage)
    throw noStorage();
  const owner = isInDrive ? null : request.caller.email;
  const place = { owner, isOfApp: true, ...(parents ? { parents } : {}) };
  const name = text(metadata.name) ?? "Untitled";
  const file = mimeType === SPREADSHEET ? newBook(name, media, place, world) : newFile(name, mimeType, media, place, world);
  return out(file, request, world);
};

export const updateFile: Method["handle"] = (request, world) => {
  const file = fileOf(request, world);
  refuseReaders(file, request, world);
  refuseScope(file, request, ["drive"]);
  const { metadata, media } = uploadOf(request.call);
  refuseUnknown(metadata, ["name", "mimeType", "trashed"]);
  move(file, request, world);
  file.name = text(metadata.name) ?? file.name;
  file.mimeType = text(metadata.mimeType) ?? file.mimeType;
  if (typeof metadata.trashed === "boolean") file.trashed = metadata.trashed;
  if (media) {
    if (file.content === null) throw new NotInLoopback("The loopback doesn't turn bytes into Google's own files.");
    file.content = media.bytes;
    file.isUploading = false;
  }
  file.modifiedTime = world.clock.now();
  const book = world.books.get(file.id);
  if (book) book.title = file.name;
  return out(file, request, world);
};

type Place = Pick<NewFile, "owner" | "parents" | "isOfApp">;

function newBook(title: string, media: Upload["media"], place: Place, world: World): DriveFile {
  if (media) throw new NotInLoopback("The loopback doesn't turn bytes into Google's own files.");
  const { id } = addBook(world, { title, timeZone: "Asia/Shanghai", now: world.clock.now }, place);
  return world.drive.files.get(id) as DriveFile;
}

function newFile(name: string, mimeType: string, media: Upload["media"], place: Place, world: World): DriveFile {
  return world.drive.add({ ...place, name, mimeType, content: mimeType === FOLDER ? null : (media?.bytes ?? Buffer.alloc(0)) });
}

/** A file is in one folder: what adds one has to take away the other. */
function move(file: DriveFile, request: ApiRequest, world: World): void {
  const { query } = request.call;
  const listed = (name: string): string[] => (query.get(name) ?? "").split(",").filter((id) => id !== "");
  const [added, removed] = [listed("addParents"), listed("removeParents")];
  const ids = added.map((id) => writableFolder(id, request, world).id);
  const parents = [...new Set([...file.parents.filter((id) => !removed.includes(id)), ...ids])];
  if (parents.length > 1) {
    throw new DriveError("PERMISSION_DENIED", "cannotAddParent", "Increasing the number of parents is not allowed");
  }
  if (added.length > 0) file.parents = parents;
}

function parentsOf({ parents }: Upload["metadata"], request: ApiRequest, world: World): string[] | null {
  if (!Array.isArray(parents) || parents.length === 0) return null;
  const ids = parents.map(String);
  if (ids.length > 1) {
    throw new DriveError("INVALID_ARGUMENT", "multipleParentsNotAllowed", "A file cannot be created in multiple folders.");
  }
  return ids.map((id) => writableFolder(id, request, world).id);
}

function writableFolder(id: string, request: ApiRequest, world: World): DriveFile {
  const folder = fileCalled(id, request, world, "");
  if (folder.mimeType !== FOLDER) {
    throw new DriveError("PERMISSION_DENIED", "parentNotAFolder", "The specified parent is not a folder.");
  }
  refuseScope(folder, request, ["drive"]);
  if (!world.drive.mayEdit(folder, request.caller.email)) {
    const message = "Insufficient permissions for the specified parent.";
    throw new DriveError("PERMISSION_DENIED", "insufficientParentPermissions", message);
  }
  return folder;
}

function isInSharedDrive(id: string, { drive }: World): boolean {
  const file = drive.files.get(id);
  return file !== undefined && drive.sharedDriveOf(file) !== null;
}

function noStorage(): DriveError {
  const message =
    "Service Accounts do not have storage quota. Leverage shared drives (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth delegation (http://support.google.com/a/answer/7281227) instead.";
  return new DriveError("PERMISSION_DENIED", "storageQuotaExceeded", message);
}

function refuseUnknown(metadata: Upload["metadata"], known: readonly string[]): void {
  const unknown = Object.keys(metadata).find((name) => !known.includes(name));
  if (unknown) throw new NotInLoopback(`The loopback doesn't write the ${unknown} of a file.`);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function fileOf(request: ApiRequest, world: World): DriveFile {
  return fileCalled(request.params.fileId ?? "", request, world);
}

function out(file: DriveFile, { caller }: ApiRequest, { drive }: World): Answer {
  return jsonAnswer(fileOut(drive, file, caller));
}
