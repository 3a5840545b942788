import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namesIn } from "../../files/folder";
import { isRunning } from "../../files/process-state";

/** Lets bytes be read as a file that only its owner can see, and that is there only meanwhile. */
export async function asPrivateFile<T>(name: string, bytes: Uint8Array, read: (path: string) => Promise<T>): Promise<T> {
  // Readable by its owner alone: https://nodejs.org/api/fs.html#fsmkdtempprefix-options-callback (mkdtemp(3): 0700)
  const folder = await mkdtemp(join(tmpdir(), `anpei-drive-${process.pid}-`));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes, { mode: 0o600 });
    return await read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes that were killed left behind. */
export async function removePrivateFiles(): Promise<void> {
  for (const name of await namesIn(tmpdir())) {
    const [, pid] = /^anpei-drive-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
