import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { packEntry, writeZip } from "../xlsx/patch/zip-write";
import { newKey } from "./keys";
import { TurnedAway } from "./turned-away";

/** What a page may fetch: one file, or several as one zip. `id` is the last part of its address and says nothing of it. */
interface Download {
  readonly id: string;
  readonly name: string;
}

/** Files that a piece of work has written, for the page that asked for it. */
export class Downloads {
  private readonly offered = new Map<string, readonly [name: string, paths: readonly string[]]>();

  /** @param zipName what several files are called as one */
  offer(paths: readonly string[], zipName: string): Download[] {
    const each = paths.map((path) => this.add(basename(path), [path]));
    return paths.length > 1 ? [this.add(zipName, paths), ...each] : each;
  }

  private add(name: string, paths: readonly string[]): Download {
    const id = newKey();
    this.offered.set(id, [name, paths]);
    return { id, name };
  }

  /** A file is sent to be saved, never to be shown: what it holds runs nowhere. */
  async send(id: string, response: ServerResponse): Promise<void> {
    const [name, paths] = this.offered.get(id) ?? [];
    const [path, ...more] = paths ?? [];
    if (name === undefined || path === undefined) throw new TurnedAway("nothing-there");
    response.setHeader("Content-Type", "application/octet-stream");
    response.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    if (more.length > 0) {
      response.end(await zipOf([path, ...more]));
      return;
    }
    response.setHeader("Content-Length", (await stat(path)).size);
    await pipeline(createReadStream(path), response);
  }
}

async function zipOf(paths: readonly string[]): Promise<Buffer> {
  const entries = [];
  for (const path of paths) entries.push(await packEntry(basename(path), await readFile(path)));
  return writeZip(entries);
}
