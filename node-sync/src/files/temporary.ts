import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ageOnDisk } from "./age-on-disk";
import { namesIn } from "./folder";
import { isRunning } from "./process-state";
import { unless } from "./refused";
import { writing } from "./system-refusal";
import { here, temporaryName, writerOf } from "./temporary-name";

const hour = 3_600_000;
const OWNER_ONLY = 0o600;

export interface WriteAsideOptions {
  /** Permissions of the file once it is written; its owner's alone unless given. */
  readonly mode?: number | undefined;
  /** For tests: how bytes get into a file. */
  readonly write?: ((handle: FileHandle, bytes: Uint8Array | string) => Promise<void>) | undefined;
}

const writeAll = async (handle: FileHandle, bytes: Uint8Array | string): Promise<void> => handle.writeFile(bytes);

/**
 * Writes a file under a temporary name beside where it is to go, on the disk for good; gives back its path.
 *
 * @throws {FileRefused} a sentence about `path`; nothing is left behind
 */
export function writeAside(path: string, bytes: Uint8Array | string, options: WriteAsideOptions = {}): Promise<string> {
  return writing(path, () => writeTemporary(dirname(path), bytes, options));
}

/**
 * Writes a file in the place of what is there, whole or not at all.
 *
 * @throws {FileRefused} see `writeAside`
 */
export async function writeOver(path: string, bytes: Uint8Array | string, options: WriteAsideOptions = {}): Promise<void> {
  const temporary = await writeAside(path, bytes, options);
  try {
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/**
 * Writes into a folder and takes it away again.
 *
 * @throws {FileRefused} a sentence about the folder, when that can't be done
 */
export async function tryFolder(folder: string): Promise<void> {
  await writing(folder, async () => unlink(await writeTemporary(folder, "anpei", {})));
}

async function writeTemporary(
  folder: string,
  bytes: Uint8Array | string,
  { mode = OWNER_ONLY, write = writeAll }: WriteAsideOptions,
): Promise<string> {
  const temporary = join(folder, temporaryName());
  const handle = await open(temporary, "wx", OWNER_ONLY);
  try {
    await write(handle, bytes);
    // A disk that knows no permissions refuses: then nothing is to be kept.
    if (mode !== OWNER_ONLY) await handle.chmod(mode).catch(() => undefined);
    await handle.sync();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await handle.close();
  return temporary;
}

/** Removes temporary files whose process was killed; those that cannot be judged (another PC) after an hour. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const writer = writerOf(name);
    if (writer === null) continue;
    const path = join(folder, name);
    if ((writer.host === here && !isRunning(writer.pid)) || (await ageOnDisk(path)) > hour)
      await unless("ENOENT", unlink(path)).catch(() => undefined);
  }
}
