import { open, readdir } from "node:fs/promises";
import { unless } from "./refused";

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
