import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { foreignLimits } from "../xlsx/limits";
import { piecesOf } from "./body";
import { TurnedAway } from "./turned-away";
import { uploadName } from "./upload-name";

/** What a centre gets in a day, and more: several hundred units. */
const MOST_WAITING = 500;
const MOST_BYTES = 1024 * 1024 * 1024;

const NAME_HEADER = "x-anpei-name";

/** A file that a page has sent: `id` is how it is named from now on. */
interface Upload {
  readonly id: string;
  readonly name: string;
}

interface Waiting extends Upload {
  readonly path: string;
  readonly size: number;
}

/** Files that pages have sent and that wait to be read. Each lies alone in a folder, under the name it has in sentences. */
export class Uploads {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly folder: string) {}

  async take(request: IncomingMessage): Promise<Upload> {
    const name = uploadName(request.headers[NAME_HEADER]);
    const sizes = [...this.waiting.values()].map(({ size }) => size);
    if (sizes.length >= MOST_WAITING || sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) throw new TurnedAway("too-many");
    const pieces = piecesOf(request, foreignLimits.fileBytes);
    const id = randomUUID();
    const place = join(this.folder, id);
    await mkdir(place, { mode: 0o700 });
    const path = join(place, name);
    const file = createWriteStream(path, { mode: 0o600, flags: "wx" });
    try {
      await pipeline(pieces, file);
    } catch (error) {
      await rm(place, { recursive: true, force: true });
      throw error;
    }
    this.waiting.set(id, { id, name, path, size: file.bytesWritten });
    return { id, name };
  }

  /** Lets files be read, which are gone after it. @throws {TurnedAway} when one of them is not there (any more) */
  async using<T>(ids: readonly string[], work: (paths: readonly string[]) => Promise<T>): Promise<T> {
    const taken = ids.map((id) => this.waiting.get(id));
    const paths = taken.flatMap((one) => (one ? [one.path] : []));
    if (paths.length < ids.length) throw new TurnedAway("upload-gone");
    try {
      return await work(paths);
    } finally {
      await Promise.all(ids.map((id) => this.drop(id)));
    }
  }

  private async drop(id: string): Promise<void> {
    this.waiting.delete(id);
    await rm(join(this.folder, id), { recursive: true, force: true }).catch(() => undefined);
  }
}
