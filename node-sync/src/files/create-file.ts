import { link, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { alreadyThere } from "../wording/cli";
import { flushFolder, makeFolder } from "./folder";
import { FileRefused, systemCode } from "./refused";
import { writeAside } from "./temporary";

/**
 * Writes a file that must not exist yet: whole or not at all, and never over another one.
 *
 * @throws FileRefused `exists`
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = await writeAside(path, bytes);
  try {
    await link(temporary, path);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw new FileRefused("exists", alreadyThere(path));
    throw error;
  } finally {
    // Once the file stands nothing fails any more; a temporary file that stays is removed as a leftover.
    await unlink(temporary).catch(() => undefined);
  }
  await flushFolder(folder);
}
