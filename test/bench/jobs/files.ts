import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The file itself, or the files of a folder in order. */
export async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  return (await readdir(path)).sort().map((name) => join(path, name));
}
