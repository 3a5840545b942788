import { createHash, randomUUID } from "node:crypto";
import { open, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { namesIn } from "./folder";
import { isRunning } from "./process-state";
import { unless } from "./refused";

const hour = 3_600_000;

/** This PC in eight letters: a temporary file of another PC on a shared folder is none of our business for an hour. */
const here = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const pattern = /^\..*\.anpei-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;

/** A hidden name for a file that is being written; it says which process of which PC writes it. */
export function temporaryName(name: string): string {
  return `.${name}.anpei-${here}-${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
}

/**
 * Writes a file under a temporary name beside where it is to go, on the disk for good, for its owner's eyes; gives back its
 * path. Where there is no room for it nothing is left.
 */
export async function writeAside(path: string, bytes: Uint8Array | string): Promise<string> {
  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return temporary;
  } catch (error) {
    await removeTemporary(temporary);
    throw error;
  }
}

/** Writes a file in the place of what is there, whole or not at all. */
export async function writeOver(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = await writeAside(path, bytes);
  try {
    await rename(temporary, path);
  } catch (error) {
    await removeTemporary(temporary);
    throw error;
  }
}

/** What cannot be removed now is removed as a leftover. */
async function removeTemporary(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

/** Removes temporary files whose process was killed; those that cannot be judged (another PC) after an hour. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const [, host, pid] = pattern.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await unless("ENOENT", stat(path)))?.mtimeMs ?? Date.now());
    if (age > hour || (host === here && !isRunning(Number(pid)))) await unless("ENOENT", unlink(path)).catch(() => undefined);
  }
}
