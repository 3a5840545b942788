import { extname, join } from "node:path";
import { numberedName } from "../wording/system";
import { createFile } from "./create-file";
import { FileRefused } from "./refused";

/** Of one name, the hundredth is a mistake. */
const MOST = 99;

/** Writes a file beside one of that name, which somebody may have filled in by now; gives back its path. */
export async function writeBeside(folder: string, name: string, bytes: Buffer): Promise<string> {
  for (let copy = 1; ; copy++) {
    const ending = extname(name);
    const path = join(folder, copy === 1 ? name : numberedName(name.slice(0, name.length - ending.length), copy, ending));
    try {
      await createFile(path, bytes);
      return path;
    } catch (error) {
      if (!(error instanceof FileRefused) || error.code !== "exists" || copy >= MOST) throw error;
    }
  }
}
