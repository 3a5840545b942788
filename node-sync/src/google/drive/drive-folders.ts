import { noFolder } from "../../wording/drive";
import { GoogleRefused } from "../failure";
import type { DriveClient } from "./drive-client";
import { isFolder } from "./drive-file";

/**
 * The sub-folders of the folder that a sync works in. Drive lets names repeat: of several folders the oldest is meant, so
 * that every PC means the same one, also when two have just made it at the same time.
 */
export class DriveFolders {
  private isThere: Promise<string> | null = null;
  private readonly listings = new Map<string, Promise<ReadonlyMap<string, string>>>();
  private readonly makings = new Map<string, Promise<string>>();

  constructor(private readonly client: DriveClient) {}

  /** @throws {GoogleRefused} `no-folder` */
  root(): Promise<string> {
    this.isThere ??= this.look();
    return this.isThere;
  }

  /** `null` when it is not there. All of the parent's are asked for at once. */
  async find(parent: string, name: string): Promise<string | null> {
    const made = this.makings.get(placeOf(parent, name));
    if (made) return made;
    const listing = this.listings.get(parent) ?? this.list(parent);
    this.listings.set(parent, listing);
    return (await listing).get(name) ?? null;
  }

  /** Found, or made. */
  make(parent: string, name: string): Promise<string> {
    const place = placeOf(parent, name);
    const making = this.makings.get(place) ?? this.made(parent, name);
    this.makings.set(place, making);
    return making;
  }

  private async list(parent: string): Promise<ReadonlyMap<string, string>> {
    const folders = (await this.client.children(parent)).filter(isFolder);
    return new Map(folders.reverse().map(({ name, id }) => [name, id]));
  }

  private async made(parent: string, name: string): Promise<string> {
    const oldest = async (): Promise<string | undefined> => (await this.client.children(parent, name)).find(isFolder)?.id;
    const found = await oldest();
    if (found !== undefined) return found;
    const { id } = await this.client.createFolder(parent, name);
    return (await oldest()) ?? id;
  }

  private async look(): Promise<string> {
    const { root } = this.client;
    const file = await this.client.file(root);
    if (file === null || file.isTrashed || !isFolder(file)) throw new GoogleRefused("no-folder", noFolder(root));
    return root;
  }
}

function placeOf(parent: string, name: string): string {
  return `${parent}/${name}`;
}
