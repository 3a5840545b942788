import { createHash } from "node:crypto";
import type { drive_v3 } from "googleapis/build/src/apis/drive";
import type { Caller } from "../accounts/accounts";
import { type DriveFile, type DriveStore, FOLDER, type Permission, SPREADSHEET } from "./store";

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/files#File */
export function fileOut(drive: DriveStore, file: DriveFile, { email }: Caller): drive_v3.Schema$File {
  const permissions = drive.permissionsOf(file);
  const canEdit = drive.mayEdit(file, email);
  const shared = drive.sharedDriveOf(file);
  const owners = permissions.filter(({ role }) => role === "owner").map((owner) => userOut(owner.email, email));
  const parents = file.parents.filter((id) => {
    const parent = drive.files.get(id);
    return parent !== undefined && drive.roleOf(parent, email) !== null;
  });
  return {
    kind: "drive#file",
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    trashed: file.trashed,
    ...(parents.length > 0 ? { parents } : {}),
    createdTime: new Date(file.createdTime).toISOString(),
    modifiedTime: new Date(file.modifiedTime).toISOString(),
    ...(shared ? { driveId: shared.id } : { owners, ownedByMe: owners.some(({ me }) => me) }),
    shared: permissions.length > 1,
    capabilities: { canEdit, canAddChildren: canEdit && file.mimeType === FOLDER, canDownload: file.mimeType !== FOLDER },
    webViewLink: linkTo(file),
    ...(canEdit ? { permissions: permissions.map(permissionOut), permissionIds: permissions.map(({ id }) => id) } : {}),
    ...contentOut(file),
  };
}

/** Only files with bytes of their own have these. */
function contentOut({ content, name, isUploading }: DriveFile): drive_v3.Schema$File {
  if (content === null) return {};
  const names = {
    originalFilename: name,
    fullFileExtension: name.replace(/^[^.]*\.?/, ""),
    fileExtension: name.replace(/^.*\./s, ""),
  };
  if (isUploading) return { ...names, size: "0" };
  const sum = (kind: string): string => createHash(kind).update(content).digest("hex");
  return {
    ...names,
    size: String(content.length),
    md5Checksum: sum("md5"),
    sha1Checksum: sum("sha1"),
    sha256Checksum: sum("sha256"),
  };
}

export function permissionOut({ id, type, email, role }: Permission): drive_v3.Schema$Permission {
  const user =
    type === "user" ? { emailAddress: email, displayName: email.split("@")[0] ?? email } : { allowFileDiscovery: false };
  return { kind: "drive#permission", id, type, role, ...user };
}

function userOut(email: string, caller: string): drive_v3.Schema$User {
  return { kind: "drive#user", displayName: email.split("@")[0] ?? email, me: email === caller, emailAddress: email };
}

function linkTo({ id, mimeType }: DriveFile): string {
  if (mimeType === FOLDER) return `https://drive.google.com/drive/folders/${id}`;
  return mimeType === SPREADSHEET
    ? `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`
    : `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
}
