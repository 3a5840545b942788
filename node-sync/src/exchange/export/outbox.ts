import { link, mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { flushFolder } from "../../files/folder";
import { systemCode, unless } from "../../files/refused";
import { removeLeftovers, temporaryName } from "../../files/temporary";
import { setAsideName } from "../../wording/export";
import { isUntouched } from "./template-parts";

/** What became of a file: already there as it should be, or written; `setAside` is what an edited one was renamed to. */
export interface Delivered {
  readonly isWritten: boolean;
  readonly setAside: string | null;
}

/**
 * The folder that unit files go to. A file stands whole or not at all, whenever the program is cut off. One in which
 * somebody typed since, perhaps a unit's answer saved over ours, is renamed and never overwritten.
 */
export class Outbox {
  constructor(private readonly folder: string) {}

  /** Makes the folder and removes what a killed run left in it. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await removeLeftovers(this.folder);
  }

  /** `isTrial` only looks. */
  async deliver(name: string, bytes: Buffer, isTrial = false): Promise<Delivered> {
    const path = join(this.folder, name);
    const before = await unless("ENOENT", readFile(path));
    if (before?.equals(bytes)) return { isWritten: false, setAside: null };
    if (isTrial) return { isWritten: true, setAside: null };
    const setAside = before !== undefined && !(await isUntouched(before)) ? await this.setAside(name) : null;
    const temporary = join(this.folder, temporaryName(name));
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return { isWritten: true, setAside };
  }

  /** Makes what was delivered last, also when the power fails. */
  close(): Promise<void> {
    return flushFolder(this.folder);
  }

  private async setAside(name: string): Promise<string> {
    for (let copy = 1; ; copy += 1) {
      const kept = setAsideName(name.replace(/\.xlsx$/, ""), copy);
      try {
        await link(join(this.folder, name), join(this.folder, kept));
        await unlink(join(this.folder, name));
        return kept;
      } catch (error) {
        if (systemCode(error) !== "EEXIST") throw error;
      }
    }
  }
}
