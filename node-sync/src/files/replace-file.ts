import { chmod, type FileHandle, mkdir, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { refusedWording as say } from "../wording/workbook";
import { keepBackup, pruneBackups } from "./backups";
import { type Fingerprint, refuseChanged } from "./fingerprint";
import { flushFolder } from "./folder";
import { FileRefused, systemCode, unless } from "./refused";
import { removeLeftovers, temporaryName } from "./temporary";

/** How a file is replaced. */
export interface ReplaceOptions {
  /** Folder for the previous files; made when missing. */
  readonly keepBackupsIn: string;
  /** How many previous files stay; 20 unless given. */
  readonly keep?: number;
  /** Permissions of the new file; those of the old one unless given, 0600 for a file that is new. */
  readonly mode?: number;
  /** What the file held when it was read: checked once more right before it is replaced. */
  readonly expected?: Fingerprint;
  /** For tests: how bytes get into a file. */
  readonly write?: (handle: FileHandle, bytes: Uint8Array) => Promise<void>;
}

const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => handle.writeFile(bytes);

/**
 * Replaces a file so that at every moment, even if the process is killed or the power fails, the old or the new one
 * stands whole under its name: a temporary file in the same folder, flushed; a backup of the old one, flushed; a
 * rename; the folder flushed. What a killed run left behind is removed on the way. The caller holds the file's lock.
 *
 * @throws FileRefused `disk-full`, `busy` or `changed`: the old file stands, no temporary file is left
 */
export async function replaceFile(path: string, bytes: Uint8Array, options: ReplaceOptions): Promise<void> {
  const target = (await unless("ENOENT", realpath(path))) ?? path;
  const folder = dirname(target);
  const name = basename(target);
  await mkdir(options.keepBackupsIn, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder);
  await removeLeftovers(options.keepBackupsIn);
  const before = await unless("ENOENT", stat(target));
  const temporary = join(folder, temporaryName(name));
  try {
    await writeFlushed(temporary, bytes, options.mode ?? (before === undefined ? 0o600 : before.mode & 0o777), options.write);
    if (before !== undefined) await keepBackup(target, options.keepBackupsIn);
    if (options.expected !== undefined) await refuseChanged(target, options.expected);
    await renameOver(temporary, target);
  } catch (error) {
    await unless("ENOENT", unlink(temporary)).catch(() => undefined);
    if (["ENOSPC", "EDQUOT"].includes(systemCode(error) ?? ""))
      throw new FileRefused("disk-full", say.diskFull(name), { cause: error });
    throw error;
  }
  await flushFolder(folder);
  // The new file stands. An old backup that cannot be removed is no reason to call the write a failure.
  await pruneBackups(name, options.keepBackupsIn, options.keep ?? 20).catch(() => undefined);
}

async function writeFlushed(path: string, bytes: Uint8Array, mode: number, write = writeAll): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await write(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(path, mode);
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
