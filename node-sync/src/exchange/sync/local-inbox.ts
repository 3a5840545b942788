import { chmod, readdir, readFile, stat, unlink } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { flushFolder, makeFolder } from "../../files/folder";
import { lockFile } from "../../files/lock";
import { moveToFree } from "../../files/move-file";
import { openElsewhere } from "../../files/open-elsewhere";
import { isNobodys, isRecent, isSettling, isUnfinishedName, type SeenFile } from "../../files/readiness";
import { unless } from "../../files/refused";
import { DONE_FOLDER, doneName } from "../../wording/sync";
import type { Inbox, InboxFile, InboxLook, WaitingFile } from "./inbox";

/** A folder of this PC that files of units arrive in; those that are done go to a folder inside it. */
export class LocalInbox implements Inbox {
  private readonly done: string;

  /** @param now the clock, in milliseconds: by it a file is old enough not to be written to any more */
  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
  ) {
    this.done = join(folder, DONE_FOLDER);
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const lock = await lockFile(join(this.folder, "sync"), { label: basename(resolve(this.folder)) });
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  async look(): Promise<InboxLook> {
    const entries = await readdir(this.folder, { withFileTypes: true });
    const present = entries.filter(({ name }) => !isNobodys(name) && name !== DONE_FOLDER);
    const namesOf = (some: typeof present): string[] => some.map(({ name }) => name).sort();
    const folders = namesOf(present.filter((entry) => entry.isDirectory()));
    const ready: InboxFile[] = [];
    const waiting: WaitingFile[] = folders.map((file) => ({ file, why: "folder" }));
    for (const file of namesOf(present.filter((entry) => entry.isFile()))) {
      const path = join(this.folder, file);
      const seen = await seenAt(path);
      if (seen === undefined) continue;
      if (isUnfinishedName(file) || isSettling(seen, this.now())) waiting.push({ file, why: "writing" });
      else if (await openElsewhere(path)) waiting.push({ file, why: "open" });
      else ready.push({ name: file, place: path, mark: markOf(seen), isRecent: isRecent(seen, this.now()) });
    }
    return { ready, waiting };
  }

  fetched<T>({ place }: InboxFile, read: (path: string) => Promise<T>): Promise<T> {
    return read(place);
  }

  async isUnchanged({ place, mark }: InboxFile): Promise<boolean> {
    const seen = await seenAt(place);
    return seen !== undefined && markOf(seen) === mark;
  }

  /**
   * A run that was cut off may have left the file in both folders: then only the one here is removed. What is done is for its
   * owner alone; a file of somebody else's stays as it is.
   */
  async moveToDone({ name, place: path }: InboxFile): Promise<string> {
    await makeFolder(this.done);
    const bytes = await readFile(path);
    for (let copy = 1; ; copy += 1) {
      const kept = copy === 1 ? name : doneName(basename(name, extname(name)), extname(name), copy);
      const target = join(this.done, kept);
      const there = await unless("ENOENT", readFile(target));
      if (there?.equals(bytes)) await unlink(path);
      else if (there !== undefined || !(await moveToFree(path, target))) continue;
      await chmod(target, 0o600).catch(() => undefined);
      await flushFolder(this.done);
      await flushFolder(this.folder);
      return join(DONE_FOLDER, kept);
    }
  }
}

async function seenAt(path: string): Promise<SeenFile | undefined> {
  const facts = await unless("ENOENT", stat(path));
  return facts && { size: facts.size, changedAt: facts.mtimeMs };
}

function markOf({ size, changedAt }: SeenFile): string {
  return `${size} ${changedAt}`;
}
