import { readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { createFile } from "../../files/create-file";
import { flushFolder, makeFolder } from "../../files/folder";
import { moveToFree } from "../../files/move-file";
import { FileRefused, unless } from "../../files/refused";
import { removeLeftovers, writeAside } from "../../files/temporary";
import type { Outbox, OutFile } from "./outbox";

/** A folder of this PC that files for units go to, those of all units side by side. */
export class LocalOutbox implements Outbox {
  constructor(private readonly folder: string) {}

  async prepare(): Promise<void> {
    await makeFolder(this.folder);
    await removeLeftovers(this.folder);
  }

  async holds(file: OutFile, bytes: Buffer): Promise<boolean> {
    return (await this.read(file))?.equals(bytes) === true;
  }

  read({ name }: OutFile): Promise<Buffer | undefined> {
    return unless("ENOENT", readFile(join(this.folder, name)));
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
    await rename(await writeAside(path, bytes, { mode: before && before.mode & 0o777 }), path);
  }

  rename(from: OutFile, name: string): Promise<boolean> {
    return moveToFree(join(this.folder, from.name), join(this.folder, name));
  }

  close(): Promise<void> {
    return flushFolder(this.folder);
  }
}
