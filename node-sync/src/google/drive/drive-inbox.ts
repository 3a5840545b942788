import { dirname, extname, join } from "node:path";
import type { Inbox, InboxFile, InboxLook, WaitingFile } from "../../exchange/sync/inbox";
import { makeFolder } from "../../files/folder";
import { lockFile } from "../../files/lock";
import { ownFolder } from "../../files/own-folder";
import { asPrivateFile, removePrivateFolders } from "../../files/private-folder";
import { isNobodys, isRecent, isSettling, isUnfinishedName, type SeenFile } from "../../files/readiness";
import { refusal } from "../../refusal";
import * as say from "../../wording/drive";
import { fileTooLarge } from "../../wording/files";
import { DONE_FOLDER, doneName } from "../../wording/sync";
import { foreignLimits } from "../../xlsx/limits";
import { GoogleRefused } from "../failure";
import type { DriveClient } from "./drive-client";
import { type DriveFile, isFolder, isGoogleSheet, isGooglesOwn, localName } from "./drive-file";
import type { DriveFolders } from "./drive-folders";

/**
 * The sub-folder 收件 of a Drive folder. A file is fetched to be read and for no longer; those that are done go to 已处理 in it,
 * under their own names.
 */
export class DriveInbox implements Inbox {
  /** What the last look saw, by id. */
  private seen = new Map<string, DriveFile>();

  /** @param now the clock, in milliseconds: by it a file is old enough not to be written to any more */
  constructor(
    private readonly client: DriveClient,
    private readonly folders: DriveFolders,
    private readonly now: () => number = Date.now,
  ) {}

  /** One sync of the folder on this PC; why syncs of several PCs do no harm is said at `sheetAnswers`. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { root } = this.client;
    const path = join(ownFolder(), "drive", root);
    await makeFolder(dirname(path));
    const lock = await lockFile(path, { label: say.folderCalled(root) });
    try {
      await removePrivateFolders();
      await this.folders.make(await this.folders.root(), say.INBOX_FOLDER);
      return await work();
    } finally {
      await lock.release();
    }
  }

  async look(): Promise<InboxLook> {
    const inbox = await this.folders.find(await this.folders.root(), say.INBOX_FOLDER);
    const present = inbox === null ? [] : (await this.client.children(inbox)).filter((file) => !isNobodys(file.name));
    this.seen = new Map(present.map((file) => [file.id, file]));
    const names = new Names();
    const ready: InboxFile[] = [];
    const waiting: WaitingFile[] = [];
    for (const file of present) {
      if (isFolder(file)) {
        if (file.name !== DONE_FOLDER) waiting.push({ file: file.name, why: "folder" });
        continue;
      }
      const name = names.of(localName(file));
      if (this.isOnItsWay(file)) waiting.push({ file: name, why: "writing" });
      else ready.push({ name, place: file.id, mark: markOf(file), isRecent: isRecent(ageOf(file), this.now()) });
    }
    return { ready, waiting };
  }

  async fetched<T>({ name, place }: InboxFile, read: (path: string) => Promise<T>): Promise<T | null> {
    const file = this.seen.get(place);
    if (!file) return null;
    if (file.size > foreignLimits.fileBytes) throw refusal("too-large", fileTooLarge(name, file.size, foreignLimits.fileBytes));
    const bytes = await this.bytesOf(file, name);
    return bytes && asPrivateFile(name, bytes, read);
  }

  async isUnchanged({ place, mark }: InboxFile): Promise<boolean> {
    const inbox = await this.folders.find(await this.folders.root(), say.INBOX_FOLDER);
    const file = await this.client.file(place);
    return file !== null && !file.isTrashed && file.parents.includes(inbox ?? "") && markOf(file) === mark;
  }

  async moveToDone({ place }: InboxFile): Promise<string> {
    const inbox = await this.folders.make(await this.folders.root(), say.INBOX_FOLDER);
    const done = await this.folders.make(inbox, DONE_FOLDER);
    const { name } = await this.client.move(place, inbox, done);
    return join(DONE_FOLDER, name);
  }

  /** This one file may be kept from us, or be too large for Google to export; the others may be taken all the same. */
  private async bytesOf(file: DriveFile, name: string): Promise<Buffer | null> {
    try {
      return await (isGoogleSheet(file) ? this.client.exported(file.id) : this.client.download(file.id));
    } catch (error) {
      if (error instanceof GoogleRefused && error.code === "not-shared") throw refusal("not-fetched", say.notFetched(name));
      throw error;
    }
  }

  /** What is being uploaded has no checksum yet. */
  private isOnItsWay(file: DriveFile): boolean {
    const isPartly = !isGooglesOwn(file) && (file.md5 === null || (file.size === 0 && isRecent(ageOf(file), this.now())));
    return isPartly || isUnfinishedName(file.name) || isSettling(ageOf(file), this.now());
  }
}

/** A program that uploads may keep a file's own time of change; when it came is known all the same. */
function ageOf({ size, createdAt, modifiedAt }: DriveFile): SeenFile {
  return { size, changedAt: Math.max(createdAt, modifiedAt) };
}

function markOf({ id, md5, modifiedAt }: DriveFile): string {
  return [id, modifiedAt, md5 ?? ""].join(" ");
}

/** Drive lets names repeat; the later file of a name is told apart by a number, here and in what its unit is answered. */
class Names {
  private readonly taken = new Set<string>();

  of(name: string): string {
    const extension = extname(name);
    let free = name;
    for (let copy = 2; this.taken.has(free); copy++)
      free = doneName(name.slice(0, name.length - extension.length), extension, copy);
    this.taken.add(free);
    return free;
  }
}
