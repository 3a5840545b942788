import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { basename } from "node:path";
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

  /**
   * A file is sent to be saved, never to be shown: what it holds runs nowhere. Nothing is said of it before it is there to be read:
   * else the browser would save a refusal under its name.
   *
   * @throws {TurnedAway} `file-gone` when it was moved or taken away meanwhile
   */
  async send(id: string, response: ServerResponse): Promise<void> {
    const [name, paths] = this.offered.get(id) ?? [];
    const [path, ...more] = paths ?? [];
    if (name === undefined || path === undefined) throw new TurnedAway("nothing-there");
    const bytes = await orGone(more.length > 0 ? zipOf([path, ...more]) : readFile(path));
    response.writeHead(200, headersOf(name, bytes.length)).end(bytes);
  }
}

function headersOf(name: string, bytes: number): Readonly<Record<string, string | number>> {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return { "Content-Type": "application/octet-stream", "Content-Length": bytes, "Content-Disposition": disposition };
}

async function orGone<T>(reading: Promise<T>): Promise<T> {
  return reading.catch(() => {
    throw new TurnedAway("file-gone");
  });
}

async function zipOf(paths: readonly string[]): Promise<Buffer> {
  const entries = [];
  for (const path of paths) entries.push(await packEntry(basename(path), await readFile(path)));
  return writeZip(entries);
}
