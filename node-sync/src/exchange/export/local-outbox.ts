import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createFile } from "../../files/create-file";
import { flushFolder, makeFolder } from "../../files/folder";
import { moveToFree } from "../../files/move-file";
import { FileRefused, systemCode, unless } from "../../files/refused";
import { systemRefusal } from "../../files/system-refusal";
import { removeLeftovers, tryFolder, writeOver } from "../../files/temporary";
import { refusal } from "../../refusal";
import { noFolder } from "../../wording/export";
import type { Outbox, OutFile } from "./outbox";

/** A folder of this PC that files for units go to, those of all units side by side. */
export class LocalOutbox implements Outbox {
  constructor(private readonly folder: string) {}

  /** @throws {Refusal} `no-folder` where a file is in the way */
  async prepare(): Promise<void> {
    await makeFolder(this.folder).catch((error: unknown) => {
      if (!["EEXIST", "ENOTDIR"].includes(systemCode(error) ?? "")) throw error;
      throw refusal("no-folder", noFolder(this.folder));
    });
    await removeLeftovers(this.folder);
    // A folder that cannot be written is found out before anything else is.
    await tryFolder(this.folder);
  }

  async holds(file: OutFile, bytes: Buffer): Promise<boolean> {
    return (await this.read(file))?.equals(bytes) === true;
  }

  async read({ name }: OutFile): Promise<Buffer | undefined> {
    const path = join(this.folder, name);
    try {
      return await unless("ENOENT", readFile(path));
    } catch (error) {
      // Of some errors Node does not say which file it was.
      throw systemRefusal(error, path) ?? error;
    }
  }

  async create({ name }: OutFile, bytes: Uint8Array): Promise<boolean> {
    try {
      await createFile(join(this.folder, name), bytes);
      return true;
    } catch (error) {
      if (error instanceof FileRefused && error.code === "exists") return false;
      throw error;
    }
  }

  /** Whoever was let see the file that lay there, sees the new one. */
  async replace({ name }: OutFile, bytes: Uint8Array): Promise<void> {
    const path = join(this.folder, name);
    const before = await unless("ENOENT", stat(path));
    await writeOver(path, bytes, { mode: before && before.mode & 0o777 });
  }

  rename(from: OutFile, name: string): Promise<boolean> {
    return moveToFree(join(this.folder, from.name), join(this.folder, name));
  }

  close(): Promise<void> {
    return flushFolder(this.folder);
  }
}
