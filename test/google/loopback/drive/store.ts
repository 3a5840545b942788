import { createHash } from "node:crypto";

export type Role = "owner" | "writer" | "commenter" | "reader";

export const FOLDER = "application/vnd.google-apps.folder";
export const SPREADSHEET = "application/vnd.google-apps.spreadsheet";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface Permission {
  readonly id: string;
  readonly type: "user" | "anyone";
  /** Empty for `anyone`. */
  readonly email: string;
  role: Role;
}

/** A file or a folder; `content` is null for folders and for files of Google's own kinds. Times in milliseconds. A shared drive is a folder without parents and without an owner. */
export interface DriveFile {
  readonly id: string;
  name: string;
  mimeType: string;
  parents: string[];
  trashed: boolean;
  readonly createdTime: number;
  modifiedTime: number;
  content: Buffer | null;
  /** Its own; those of the folders above count too. */
  permissions: Permission[];
  /** Made by a program of the project: all that the scope `drive.file` lets it see. */
  readonly isOfApp: boolean;
  /** Still on its way up: no checksum yet, and a size of 0. */
  isUploading: boolean;
}

export interface NewFile {
  readonly id?: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents?: readonly string[];
  readonly content?: Buffer | null;
  /** Null in a shared drive, which owns its files itself. */
  readonly owner: string | null;
  readonly isOfApp?: boolean;
}

const STRENGTH: readonly Role[] = ["reader", "commenter", "writer", "owner"];

/** The files of everybody, and who may see which. */
export class DriveStore {
  readonly files = new Map<string, DriveFile>();
  /** Newer service accounts have none: https://developers.google.com/workspace/drive/api/guides/handle-errors#resolve-storage-quota */
  serviceAccountsHaveStorage = false;
  private made = 0;

  constructor(private readonly now: () => number) {}

  add({ id, name, mimeType, parents, content, owner, isOfApp }: NewFile): DriveFile {
    const at = this.now();
    const file: DriveFile = {
      id: id ?? this.newId(),
      name,
      mimeType,
      parents: [...(parents ?? (owner === null ? [] : [this.rootOf(owner).id]))],
      trashed: false,
      createdTime: at,
      modifiedTime: at,
      content: content ?? null,
      permissions: owner === null ? [] : [{ id: permissionId(owner), type: "user", email: owner, role: "owner" }],
      isOfApp: isOfApp ?? false,
      isUploading: false,
    };
    this.files.set(file.id, file);
    return file;
  }

  /** An account's "My Drive". */
  rootOf(email: string): DriveFile {
    const id = `0A${createHash("sha1").update(email).digest("base64url").slice(0, 16)}`;
    return this.files.get(id) ?? this.add({ id, name: "My Drive", mimeType: FOLDER, parents: [], owner: email, isOfApp: true });
  }

  /** Members see all that is in it. https://developers.google.com/workspace/drive/api/guides/about-shareddrives */
  addSharedDrive(name: string, members: readonly string[]): DriveFile {
    const drive = this.add({ name, mimeType: FOLDER, parents: [], owner: null });
    for (const email of members) this.share(drive.id, email, "writer");
    return drive;
  }

  /** The shared drive that a file is in; null for somebody's "My Drive". */
  sharedDriveOf(file: DriveFile): DriveFile | null {
    let at: DriveFile | undefined = file;
    while (at && at.parents.length > 0) at = this.files.get(at.parents[0] ?? "");
    return at && !at.permissions.some(({ role }) => role === "owner") ? at : null;
  }

  share(id: string, email: string, role: Role): Permission {
    const file = this.files.get(id);
    if (!file) throw new Error(`No file has the id ${id}.`);
    const known = file.permissions.find((permission) => permission.email === email);
    if (known) {
      known.role = role;
      return known;
    }
    const permission: Permission =
      email === ""
        ? { id: "anyoneWithLink", type: "anyone", email, role }
        : { id: permissionId(email), type: "user", email, role };
    file.permissions.push(permission);
    return permission;
  }

  unshare(id: string, email: string): void {
    const file = this.files.get(id);
    if (file) file.permissions = file.permissions.filter((permission) => permission.email !== email);
  }

  /** Own permissions and those of the folders above; of several for one account the strongest. */
  permissionsOf(file: DriveFile): Permission[] {
    const above = file.parents.flatMap((id) => {
      const parent = this.files.get(id);
      const isMyDrive = parent?.parents.length === 0 && parent.permissions.some(({ role }) => role === "owner");
      return parent && !isMyDrive ? this.permissionsOf(parent) : [];
    });
    const strongest = new Map<string, Permission>();
    for (const permission of [...file.permissions, ...above]) {
      const known = strongest.get(permission.id);
      if (!known || isStronger(permission.role, known.role)) strongest.set(permission.id, permission);
    }
    return [...strongest.values()];
  }

  /** What an account may do with a file; null is nothing at all. */
  roleOf(file: DriveFile, email: string): Role | null {
    let best: Role | null = null;
    for (const permission of this.permissionsOf(file)) {
      if (permission.type === "user" && permission.email !== email) continue;
      if (best === null || isStronger(permission.role, best)) best = permission.role;
    }
    return best;
  }

  mayEdit(file: DriveFile, email: string): boolean {
    const role = this.roleOf(file, email);
    return role === "owner" || role === "writer";
  }

  private newId(): string {
    this.made += 1;
    return `1${createHash("sha1").update(`file ${this.made}`).digest("base64url")}loopback`;
  }
}

function isStronger(one: Role, other: Role): boolean {
  return STRENGTH.indexOf(one) > STRENGTH.indexOf(other);
}

function permissionId(email: string): string {
  return BigInt(`0x${createHash("sha1").update(email).digest("hex").slice(0, 16)}`).toString();
}
