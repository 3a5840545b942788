import { realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { refusedWording as say } from "../wording/workbook";
import { keepBackup, pruneBackups } from "./backups";
import { type Fingerprint, refuseChanged } from "./fingerprint";
import { flushFolder, makeFolder } from "./folder";
import { type FileRefusal, FileRefused, systemCode, unless } from "./refused";
import { systemRefusal } from "./system-refusal";
import { removeLeftovers, type WriteAsideOptions, writeAside } from "./temporary";

/** How a file is replaced. */
interface ReplaceOptions {
  /** Folder for the previous files; made when missing. */
  readonly keepBackupsIn: string;
  /** Permissions of the new file; those of the old one unless given, its owner's alone for a file that is new. */
  readonly mode?: number;
  /** What the file held when it was read: checked once more right before it is replaced. */
  readonly expected?: Fingerprint;
  /** The clock, in milliseconds. */
  readonly now?: number;
  /** For tests: how bytes get into a file. */
  readonly write?: WriteAsideOptions["write"];
}

/**
 * Replaces a file so that at every moment, even if the process is killed or the power fails, the old or the new one
 * stands whole under its name: a temporary file in the same folder, flushed; a backup of the old one, flushed; a
 * rename; the folder flushed. What a killed run left behind is removed on the way. The caller holds the file's lock.
 *
 * @throws FileRefused `changed`, `busy` or what the system refuses: the old file stands, no temporary file is left
 */
export async function replaceFile(path: string, bytes: Uint8Array, options: ReplaceOptions): Promise<void> {
  const target = (await unless("ENOENT", realpath(path))) ?? path;
  const folder = dirname(target);
  const name = basename(target);
  const { keepBackupsIn, expected, write, now = Date.now() } = options;
  try {
    await makeFolder(keepBackupsIn);
    await removeLeftovers(folder);
    await removeLeftovers(keepBackupsIn);
    const before = await unless("ENOENT", stat(target));
    const temporary = await writeAside(target, bytes, { mode: options.mode ?? (before && before.mode & 0o777), write });
    let backup: string | null = null;
    try {
      if (before !== undefined) backup = await keepBackup(target, keepBackupsIn, now);
      if (expected !== undefined) await refuseChanged(target, expected);
      await renameOver(temporary, target);
    } catch (error) {
      for (const left of [temporary, backup]) if (left !== null) await unlink(left).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw asUnchanged(error, name);
  }
  await flushFolder(folder);
  // The new file stands. An old backup that cannot be removed is no reason to call the write a failure.
  await pruneBackups(name, keepBackupsIn).catch(() => undefined);
}

const OF_THE_DISK: readonly FileRefusal[] = ["no-access", "disk-full", "disk-fault", "name-too-long", "too-many-open"];

/** What the system refused, and what matters most to whoever reads it. */
function asUnchanged(error: unknown, name: string): unknown {
  const refused = error instanceof FileRefused ? error : systemRefusal(error);
  if (refused === null || !OF_THE_DISK.includes(refused.code)) return error;
  return new FileRefused(refused.code, refused.message + say.unchanged(name), { cause: error });
}

/** Windows refuses while a program (an indexer, a virus scanner, Excel) has the file open: tried for about two seconds. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!["EPERM", "EACCES", "EBUSY"].includes(systemCode(error) ?? "")) throw error;
      if (attempt === 6) throw new FileRefused("busy", say.busy(basename(to)), { cause: error });
      await pause(50 * 2 ** (attempt - 1));
    }
  }
}
