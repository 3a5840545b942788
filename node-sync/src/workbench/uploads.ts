import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, utimes } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { foreignLimits } from "../xlsx/limits";
import { piecesOf } from "./body";
import { type Clock, systemClock } from "./life";
import { TurnedAway } from "./turned-away";
import { uploadName } from "./upload-name";

/** What a centre gets in a day, and more: several hundred units. */
const MOST_WAITING = 500;
const MOST_BYTES = 1024 * 1024 * 1024;
/** How long a file waits that nobody reads: somebody may look at a preview over lunch. */
const WAIT_MS = 2 * 60 * 60_000;

const NAME_HEADER = "x-anpei-name";
/** When the file was last saved on the disk that it comes from, in milliseconds: a list that bears no day is of then. */
const SAVED_HEADER = "x-anpei-saved";

/** A file that a page has sent: `id` is how it is named from now on. */
interface Upload {
  readonly id: string;
  readonly name: string;
}

interface Waiting extends Upload {
  readonly path: string;
  readonly size: number;
  /** How many are reading it. */
  readers: number;
  /** It is gone after a while unless this is called; while somebody reads it, it ages no more. */
  keep: () => void;
}

/**
 * Files that pages have sent and that wait to be read. Each lies alone in a folder, under the name it has in sentences, until it is
 * dropped, or nobody has read it for a while.
 */
export class Uploads {
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    private readonly folder: string,
    private readonly clock: Clock = systemClock,
  ) {}

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
      const saved = new Date(Number(request.headers[SAVED_HEADER] ?? Number.NaN));
      if (!Number.isNaN(saved.getTime())) await utimes(path, saved, saved);
    } catch (error) {
      await rm(place, { recursive: true, force: true });
      throw error;
    }
    this.waiting.set(id, { id, name, path, size: file.bytesWritten, readers: 0, keep: this.agingOf(id) });
    return { id, name };
  }

  /** Lets files be read; they wait on after it. @throws {TurnedAway} when one of them is not there (any more) */
  async using<T>(ids: readonly string[], work: (paths: readonly string[]) => Promise<T>): Promise<T> {
    const taken = ids.flatMap((id) => this.waiting.get(id) ?? []);
    if (taken.length < ids.length) throw new TurnedAway("upload-gone");
    for (const one of taken) {
      one.readers++;
      one.keep();
    }
    try {
      return await work(taken.map(({ path }) => path));
    } finally {
      for (const one of taken) await this.putBack(one);
    }
  }

  /** Files that nobody will ask for any more, or that never were there. Whoever reads one reads it to its end. */
  async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const one = this.waiting.get(id);
      if (!one) continue;
      one.keep();
      this.waiting.delete(id);
      if (one.readers === 0) await this.remove(id);
    }
  }

  private async putBack(one: Waiting): Promise<void> {
    one.readers--;
    if (one.readers > 0) return;
    if (this.waiting.has(one.id)) one.keep = this.agingOf(one.id);
    else await this.remove(one.id);
  }

  private async remove(id: string): Promise<void> {
    await rm(join(this.folder, id), { recursive: true, force: true }).catch(() => undefined);
  }

  private agingOf(id: string): () => void {
    return this.clock.after(WAIT_MS, () => void this.drop([id]));
  }
}
