import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { answer, HTML } from "./answers";
import { KEPT_FOREVER } from "./headers";
import { TurnedAway } from "./turned-away";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
};
const BODY = '<body data-action="">';

/** What the build says of the page: which program it is of, and the files beside its HTML. */
interface Made {
  readonly build: string;
  readonly files: readonly string[];
}

/** The page as it was built: its HTML, and beside it files whose names change with what is in them. All are held in memory. */
export class PageFiles {
  private constructor(
    /** Names the program that the page runs. */
    readonly build: string,
    private readonly html: string,
    private readonly files: ReadonlyMap<string, Buffer>,
  ) {}

  static async in(folder: string): Promise<PageFiles> {
    const made = JSON.parse(await readFile(join(folder, "page.json"), "utf8")) as Made;
    const html = await readFile(join(folder, "index.html"), "utf8");
    if (!html.includes(BODY)) throw new Error("the page has no place for its key");
    const files = await Promise.all(made.files.map(async (name) => [name, await readFile(join(folder, name))] as const));
    return new PageFiles(made.build, html, new Map(files));
  }

  /** The page finds the key of its calls in its body. */
  sendPage(response: ServerResponse, key: string): void {
    answer(response, HTML, this.html.replace(BODY, BODY.replace(">", ` data-secret="${key}">`)));
  }

  sendFile(name: string, response: ServerResponse): void {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new TurnedAway("nothing-there");
    for (const [header, value] of Object.entries(KEPT_FOREVER)) response.setHeader(header, value);
    answer(response, TYPES[extname(name)] ?? "application/octet-stream", bytes);
  }
}
