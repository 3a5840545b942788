import { constants } from "node:fs";
import { chmod, copyFile, open, rename, unlink } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { flushFolder, namesIn } from "./folder";
import { unless } from "./refused";
import { temporaryName } from "./temporary";

/** `名册.xlsx` → `名册-20240315T081500Z-0001.xlsx`: sorted by name they are sorted by time. */
const backupPattern = /^(.*)-(\d{8}T\d{6}Z)-(\d{4,})(\.[^.]*)?$/;

/** The backups of a file in a folder, oldest first. */
export async function backupsOf(name: string, folder: string): Promise<string[]> {
  const stem = basename(name, extname(name));
  return (await namesIn(folder))
    .filter((candidate) => {
      const match = backupPattern.exec(candidate);
      return match?.[1] === stem && (match[4] ?? "") === extname(name);
    })
    .sort()
    .map((candidate) => join(folder, candidate));
}

/** Copies a file into the folder of backups, readable by its owner alone, flushed; gives back the copy's path. */
export async function keepBackup(path: string, folder: string): Promise<string> {
  const name = basename(path);
  const stem = basename(name, extname(name));
  const moment = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const numbers = (await backupsOf(name, folder))
    .map((backup) => backupPattern.exec(basename(backup)))
    .map((match) => (match?.[2] === moment ? Number(match[3]) : 0));
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, "0");
  const temporary = join(folder, temporaryName(name));
  const backup = join(folder, `${stem}-${moment}-${number}${extname(name)}`);
  try {
    await copyFile(path, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await chmod(temporary, 0o600);
    const handle = await open(temporary, "r+");
    await handle.sync().finally(() => handle.close());
    await rename(temporary, backup);
  } catch (error) {
    await unless("ENOENT", unlink(temporary)).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
  return backup;
}

/** Removes all but the newest `keep` backups of a file. */
export async function pruneBackups(name: string, folder: string, keep: number): Promise<void> {
  const backups = await backupsOf(name, folder);
  for (const backup of backups.slice(0, Math.max(0, backups.length - keep))) await unless("ENOENT", unlink(backup));
}
