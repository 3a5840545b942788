import { mkdir, open, readdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode, unless } from "./refused";

/**
 * Makes a folder, and the folders it lies in, for its owner alone: what is put there is about people. One that is there stays
 * as it is. Windows knows no such mode: there a folder is open to whom the folder is open that it lies in.
 *
 * Not `recursive`, which says ENOENT of a disk that may only be read (https://github.com/nodejs/node/issues/47098).
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" && dirname(folder) !== folder) {
      await makeFolder(dirname(folder));
      await makeFolder(folder);
    } else if (code !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
  }
}

/** Makes a rename in the folder last. Windows cannot open folders, and needs no such thing. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await unless("ENOENT", readdir(folder))) ?? [];
}
