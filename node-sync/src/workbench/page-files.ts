import { readdir, readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { answer, HTML } from "./answers";
import { KEPT_FOREVER } from "./headers";
import { TurnedAway } from "./turned-away";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
const INDEX = "index.html";
/** Where the page finds the key of its calls; the file has an empty one. */
const KEY_PLACE = '<meta name="anpei-key" content="">';

/** Where it says which program it is of. */
const BUILD = /<meta name="anpei-build" content="([^"]+)">/u;

/** The page as it was built: its HTML, and beside it files whose names change with what is in them. All are held in memory. */
export class PageFiles {
  private constructor(
    /** Names the program that the page runs. */
    readonly build: string,
    private readonly html: string,
    private readonly files: ReadonlyMap<string, Buffer>,
  ) {}

  static async in(folder: string): Promise<PageFiles> {
    const names = (await readdir(folder)).filter((name) => TYPES[extname(name)] !== undefined);
    const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
    const html = await readFile(join(folder, INDEX), "utf8");
    const [, build] = BUILD.exec(html) ?? [];
    if (build === undefined || !html.includes(KEY_PLACE)) throw new Error(`${INDEX} has no build, or no place for the key`);
    return new PageFiles(build, html, new Map(files));
  }

  sendPage(response: ServerResponse, key: string): void {
    answer(response, HTML, this.html.replace(KEY_PLACE, KEY_PLACE.replace('""', `"${key}"`)));
  }

  sendFile(name: string, response: ServerResponse): void {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new TurnedAway("nothing-there");
    for (const [header, value] of Object.entries(KEPT_FOREVER)) response.setHeader(header, value);
    answer(response, TYPES[extname(name)] ?? "", bytes);
  }
}
