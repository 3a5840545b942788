import type { Outbox, OutFile } from "../../exchange/export/outbox";
import { OUTBOX_FOLDER } from "../../wording/drive";
import { type DriveClient, md5Of } from "./drive-client";
import { type DriveFile, isGooglesOwn } from "./drive-file";
import type { DriveFolders } from "./drive-folders";

/**
 * The sub-folder 发件 of a Drive folder, with a sub-folder for each unit: whoever shares a unit's with the unit shows it
 * nobody else's files. What is for no single unit lies in 发件 itself. A unit's file keeps its id, and with it its link and its
 * earlier versions, as long as nobody types into it.
 */
export class DriveOutbox implements Outbox {
  constructor(
    private readonly client: DriveClient,
    private readonly folders: DriveFolders,
  ) {}

  async prepare(): Promise<void> {
    await this.folders.make(await this.folders.root(), OUTBOX_FOLDER);
  }

  /** Google's checksum says so without the bytes. */
  async holds(file: OutFile, bytes: Buffer): Promise<boolean> {
    return (await this.at(file))?.md5 === md5Of(bytes);
  }

  async read(file: OutFile): Promise<Buffer | undefined> {
    const there = await this.at(file);
    return (there && (await this.client.download(there.id))) ?? undefined;
  }

  async create(file: OutFile, bytes: Uint8Array): Promise<boolean> {
    const folder = await this.madeFolder(file);
    if (await this.in(folder, file.name)) return false;
    await this.client.create(folder, file.name, bytes);
    return true;
  }

  async replace(file: OutFile, bytes: Uint8Array): Promise<void> {
    const folder = await this.madeFolder(file);
    const there = await this.in(folder, file.name);
    if (there) await this.client.replaceContent(there.id, bytes);
    else await this.client.create(folder, file.name, bytes);
  }

  async rename(from: OutFile, name: string): Promise<boolean> {
    const there = await this.at(from);
    if (!there || (await this.at({ ...from, name }))) return false;
    await this.client.rename(there.id, name);
    return true;
  }

  /** What Google has answered is kept. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private async at({ unit, name }: OutFile): Promise<DriveFile | null> {
    const outbox = await this.folders.find(await this.folders.root(), OUTBOX_FOLDER);
    const folder = outbox !== null && unit !== null ? await this.folders.find(outbox, unit) : outbox;
    return folder === null ? null : this.in(folder, name);
  }

  /** Of several files of one name the oldest is ours. */
  private async in(folder: string, name: string): Promise<DriveFile | null> {
    return (await this.client.children(folder, name)).find((file) => !isGooglesOwn(file)) ?? null;
  }

  /** Looked for anew before it is made: another PC may have made it, and put a file into it, since they were all listed. */
  private async madeFolder({ unit }: OutFile): Promise<string> {
    const outbox = await this.folders.make(await this.folders.root(), OUTBOX_FOLDER);
    return unit === null ? outbox : this.folders.make(outbox, unit);
  }
}
