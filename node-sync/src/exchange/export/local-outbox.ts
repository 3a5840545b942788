import { mkdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../../cli/refusal";
import { createFile } from "../../files/create-file";
import { flushFolder } from "../../files/folder";
import { moveToFree } from "../../files/move-file";
import { FileRefused, systemCode, unless } from "../../files/refused";
import { removeLeftovers, writeAside, writeOver } from "../../files/temporary";
import { isFolder } from "../../wording/cli";
import { noFolder } from "../../wording/export";
import type { Outbox, OutFile } from "./outbox";

/** A folder of this PC that files for units go to, those of all units side by side. */
export class LocalOutbox implements Outbox {
  constructor(private readonly folder: string) {}

  /** @throws {Refusal} `no-folder` where a file is in the way */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true }).catch((error: unknown) => {
      if (!["EEXIST", "ENOTDIR"].includes(systemCode(error) ?? "")) throw error;
      throw new Refusal("no-folder", noFolder(this.folder));
    });
    await removeLeftovers(this.folder);
    // A folder that cannot be written is found out before anything else is.
    await unlink(await writeAside(join(this.folder, "anpei"), "anpei"));
  }

  async holds(file: OutFile, bytes: Buffer): Promise<boolean> {
    return (await this.read(file))?.equals(bytes) === true;
  }

  async read({ name }: OutFile): Promise<Buffer | undefined> {
    const path = join(this.folder, name);
    try {
      return await unless("ENOENT", readFile(path));
    } catch (error) {
      // Node does not say which.
      if (systemCode(error) === "EISDIR") throw new Refusal("is-folder", isFolder(path));
      throw error;
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
