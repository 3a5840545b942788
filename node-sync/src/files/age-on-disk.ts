import { open, stat, unlink, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unless } from "./refused";
import { temporaryName } from "./temporary-name";

/**
 * How long ago a file was written, in milliseconds, by the clock of the disk it lies on: on a share the PCs that write there,
 * and this one, may go wrong. 0 when it is gone.
 *
 * A file from the disk's future was written when that clock ran ahead. It is young, and set to the disk's now, so that it
 * ages from here on; whoever is alive writes to it again.
 */
export async function ageOnDisk(path: string): Promise<number> {
  const facts = await unless("ENOENT", stat(path));
  if (facts === undefined) return 0;
  const now = await nowOnDisk(dirname(path));
  if (facts.mtimeMs <= now) return now - facts.mtimeMs;
  await utimes(path, now / 1000, now / 1000).catch(() => undefined);
  return 0;
}

/** The clock by which a file made just now is dated; this PC's where none can be made. */
async function nowOnDisk(folder: string): Promise<number> {
  const probe = join(folder, temporaryName());
  try {
    const handle = await open(probe, "wx", 0o600);
    const { mtimeMs } = await handle.stat().finally(() => handle.close());
    await unlink(probe);
    return mtimeMs;
  } catch {
    return Date.now();
  }
}
