import { constants } from "node:fs";
import { chmod, copyFile, open, rename, unlink } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { dayInShanghai } from "../clock";
import { flushFolder, namesIn } from "./folder";
import { unless } from "./refused";
import { sideName } from "./side-name";
import { writing } from "./system-refusal";
import { temporaryName } from "./temporary-name";

/**
 * `名册.xlsx` → `名册-20240315T081500Z-000012.xlsx`: when by the PC's clock, and which of the file's backups, counted on.
 * Clocks run ahead and are set right; which backup is newer is told by the count alone. Earlier versions counted within a
 * second, in four digits.
 */
const PATTERN = /^(.*)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{4}|\d{6,12})(\.[^.]*)?$/su;
/** Room in a name for what follows the file's own. */
const SPARE = "-20240315T081500Z-000000000000.xlsx".length;

/** All of the last backups are kept, and of the last days that have some the newest of each. */
const KEEP_LAST = 20;
const KEEP_DAYS = 30;
/** What is lost with a workbook is at most the work of so long. */
const APART = 10 * 60_000;

interface Backup {
  readonly path: string;
  /** In milliseconds, by the clock of then. */
  readonly madeAt: number;
  /** 0 for one of an earlier version. */
  readonly count: number;
}

/** The backups of a file in a folder, oldest first. */
export async function backupsOf(name: string, folder: string): Promise<Backup[]> {
  const stem = stemOf(name);
  const found = (await namesIn(folder)).sort().flatMap((candidate): Backup[] => {
    const [, owner, year, month, day, hour, minute, second, count = "", ending = ""] = PATTERN.exec(candidate) ?? [];
    if (owner !== stem || ending !== extname(name)) return [];
    const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    const isOurs = !Number.isNaN(madeAt);
    return isOurs ? [{ path: join(folder, candidate), madeAt, count: count.length === 4 ? 0 : Number(count) }] : [];
  });
  // Those of earlier versions are sorted by name, and so by time, already.
  return found.sort((a, b) => a.count - b.count);
}

/**
 * Copies a file into the folder of backups, readable by its owner alone, flushed; gives back the copy's path. While the last
 * backup is younger than ten minutes there is no need of another: `null`. One from the future says that the clock was wrong
 * then, or is now, and keeps nobody from making one.
 */
export async function keepBackup(path: string, folder: string, now: number): Promise<string | null> {
  const name = basename(path);
  const last = (await backupsOf(name, folder)).at(-1);
  if (last && last.madeAt <= now && now - last.madeAt < APART) return null;
  const moment = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const count = String((last?.count ?? 0) + 1).padStart(6, "0");
  const temporary = join(folder, temporaryName());
  const backup = join(folder, `${stemOf(name)}-${moment}-${count}${extname(name)}`);
  return writing(folder, async () => {
    try {
      await copyFile(path, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await chmod(temporary, 0o600);
      const handle = await open(temporary, "r+");
      await handle.sync().finally(() => handle.close());
      await rename(temporary, backup);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await flushFolder(folder);
    return backup;
  });
}

/** Removes the backups of a file that are neither among the last ones nor the newest of one of the last days. */
export async function pruneBackups(name: string, folder: string): Promise<void> {
  const newestFirst = (await backupsOf(name, folder)).reverse();
  const days = new Map<string, Backup>();
  for (const backup of newestFirst) {
    const day = dayInShanghai(new Date(backup.madeAt));
    if (!days.has(day)) days.set(day, backup);
  }
  const kept = new Set([...newestFirst.slice(0, KEEP_LAST), ...[...days.values()].slice(0, KEEP_DAYS)]);
  for (const backup of newestFirst) if (!kept.has(backup)) await unless("ENOENT", unlink(backup.path));
}

function stemOf(name: string): string {
  return sideName(basename(name, extname(name)), "", SPARE);
}
