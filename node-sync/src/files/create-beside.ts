import { join } from "node:path";
import { createFile } from "./create-file";
import { FileRefused } from "./refused";

const MOST_COPIES = 99;

/**
 * Writes a file beside those of its name, which may be filled in by now; gives back its path.
 *
 * @param nameOf the name of the first, second, … file
 */
export async function createBeside(folder: string, nameOf: (copy: number) => string, bytes: Uint8Array): Promise<string> {
  for (let copy = 1; ; copy++) {
    const path = join(folder, nameOf(copy));
    try {
      await createFile(path, bytes);
      return path;
    } catch (error) {
      if (!(error instanceof FileRefused) || error.code !== "exists" || copy >= MOST_COPIES) throw error;
    }
  }
}
