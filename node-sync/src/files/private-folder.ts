import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namesIn } from "./folder";
import { isRunning } from "./process-state";

const PATTERN = /^anpei-kept-(\d+)-/;

/**
 * A new folder outside the places that people look into, which only its owner can see. Whoever makes it removes it; of a process
 * that was killed `removePrivateFolders` does.
 *
 * Readable by its owner alone: https://nodejs.org/api/fs.html#fsmkdtempprefix-options-callback (mkdtemp(3): 0700)
 */
export function privateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `anpei-kept-${process.pid}-`));
}

/** Lets bytes be read as a file that only its owner can see, and that is there only meanwhile. */
export async function asPrivateFile<T>(name: string, bytes: Uint8Array, read: (path: string) => Promise<T>): Promise<T> {
  const folder = await privateFolder();
  try {
    const path = join(folder, name);
    await writeFile(path, bytes, { mode: 0o600 });
    return await read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes that were killed left behind. */
export async function removePrivateFolders(): Promise<void> {
  for (const name of await namesIn(tmpdir())) {
    const [, pid] = PATTERN.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
