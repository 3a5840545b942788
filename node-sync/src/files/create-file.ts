import { link, mkdir, open, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { alreadyThere } from "../wording/cli";
import { flushFolder } from "./folder";
import { FileRefused, systemCode } from "./refused";
import { temporaryName } from "./temporary";

/**
 * Writes a file that must not exist yet: whole or not at all, and never over another one.
 *
 * @throws FileRefused `exists`
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, temporaryName(basename(path)));
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, path);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw new FileRefused("exists", alreadyThere(path));
    throw error;
  } finally {
    await unlink(temporary);
  }
  await flushFolder(folder);
}
