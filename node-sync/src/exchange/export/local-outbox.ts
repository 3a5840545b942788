import { mkdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { createFile } from "../../files/create-file";
import { flushFolder } from "../../files/folder";
import { moveToFree } from "../../files/move-file";
import { FileRefused, unless } from "../../files/refused";
import { removeLeftovers, writeAside, writeOver } from "../../files/temporary";
import type { Outbox, OutFile } from "./outbox";

/** A folder of this PC that files for units go to, those of all units side by side. */
export class LocalOutbox implements Outbox {
  constructor(private readonly folder: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await removeLeftovers(this.folder);
    // A folder that cannot be written is found out before anything else is.
    await unlink(await writeAside(join(this.folder, "anpei"), "anpei"));
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

  async replace({ name }: OutFile, bytes: Uint8Array): Promise<void> {
    await writeOver(join(this.folder, name), bytes);
  }

  rename(from: OutFile, name: string): Promise<boolean> {
    return moveToFree(join(this.folder, from.name), join(this.folder, name));
  }

  close(): Promise<void> {
    return flushFolder(this.folder);
  }
}
