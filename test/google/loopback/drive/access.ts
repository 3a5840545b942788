import type { Caller } from "../accounts/accounts";
import { DriveError } from "../api-error";
import { type ApiRequest, scope } from "../router";
import type { World } from "../world";
import type { DriveFile } from "./store";

/** One of these scopes shows every file that the account sees; `drive.file` shows what programs of the project made. */
export function isInScope(file: DriveFile, caller: Caller, whole: readonly string[]): boolean {
  return file.isOfApp || whole.some((name) => caller.scopes.includes(scope(name)));
}

const WHOLE = ["drive", "drive.readonly", "drive.metadata.readonly"];

export function isSeen(file: DriveFile, { caller }: ApiRequest, { drive }: World): boolean {
  return drive.roleOf(file, caller.email) !== null && isInScope(file, caller, WHOLE);
}

/**
 * A file that is not shared with the caller looks like one that does not exist, and so does one in a shared drive to a caller
 * who does not say that such drives are meant.
 */
export function fileCalled(
  id: string,
  request: ApiRequest,
  world: World,
  location = "fileId",
  takesAll = request.call.query.get("supportsAllDrives") === "true",
): DriveFile {
  const alias = id === "root" ? world.drive.rootOf(request.caller.email).id : id;
  const file = world.drive.files.get(alias);
  const isReached = file && (takesAll || !world.drive.sharedDriveOf(file));
  const isRoot = file && alias !== id;
  if (!file || !isReached || !(isRoot || isSeen(file, request, world))) {
    const at = { location, locationType: "parameter" } as const;
    throw new DriveError("NOT_FOUND", "notFound", `File not found: ${id}.`, at);
  }
  return file;
}

/** A file that a wider scope shows is not open for what a narrower one allows. */
export function refuseScope(file: DriveFile, { caller }: ApiRequest, whole: readonly string[]): void {
  if (isInScope(file, caller, whole)) return;
  const message = `The user has not granted the app access to the file ${file.id}.`;
  throw new DriveError("PERMISSION_DENIED", "appNotAuthorizedToFile", message);
}

export function refuseReaders(file: DriveFile, { caller }: ApiRequest, { drive }: World): void {
  if (drive.mayEdit(file, caller.email)) return;
  const message = "The user does not have sufficient permissions for this file.";
  throw new DriveError("PERMISSION_DENIED", "insufficientFilePermissions", message);
}
