import { EventEmitter } from "node:events";
import { mkdtemp, realpath, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { AskOf, CallName, ValueOf } from "../../apps-script/domain/serving/calls";
import type { RunCommand } from "../../node-sync/src/workbench/jobs";
import { type CommandTerms, openWorkbench, type Workbench } from "../../node-sync/src/workbench/workbench";
import { OFFICE_DAY, officeWorkbook } from "./office-workbook";

export const BUILD = "this program";
export const SCRIPT = "page-1a2b3c4d.js";

/** A page of nothing but a script, where the built one goes. */
export async function pageFolder(script = ""): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "anpei-page-"));
  const html = `<!DOCTYPE html><html><head></head><body data-action=""><script src="${SCRIPT}"></script></body></html>`;
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, SCRIPT), script);
  await writeFile(join(folder, "page.json"), JSON.stringify({ build: BUILD, files: [SCRIPT] }));
  return folder;
}

export async function bookFolder(people = 12): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "anpei-workbench-")));
  await writeFile(join(folder, "名册.xlsx"), await officeWorkbook(people));
  return folder;
}

type Start = Partial<Parameters<typeof openWorkbench>[0]>;

/** A workbench with a workbook and a page of its own. */
export async function startLab(
  start: Start = {},
): Promise<{ readonly folder: string; readonly book: string; readonly workbench: Workbench }> {
  const folder = await bookFolder();
  const book = join(folder, "名册.xlsx");
  const workbench = await startOn(book, start);
  if (workbench === null) throw new Error("one is running");
  return { folder, book, workbench };
}

export async function startOn(book: string, start: Start = {}): Promise<Workbench | null> {
  process.env.XDG_CONFIG_HOME = join(await mkdtemp(join(tmpdir(), "anpei-own-")));
  const command =
    (_terms: CommandTerms): RunCommand =>
    () =>
      Promise.reject(new Error("no command here"));
  return openWorkbench({
    book,
    today: () => OFFICE_DAY,
    clerk: "前台",
    pages: await pageFolder(),
    command,
    pollMs: 50,
    ...start,
  });
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asking {
  readonly port: number;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request with just these headers, and `Host`. */
export async function ask({ port, method = "GET", path, headers = {}, body }: Asking): Promise<Answered> {
  const asked = request({ host: "127.0.0.1", port, method, path, headers, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => asked.on("response", resolve).on("error", reject));
  asked.end(body);
  const came = await response;
  return { status: came.statusCode ?? 0, headers: came.headers, body: await text(came) };
}

/** What a browser says when somebody types an address. */
export const TYPED = { "Sec-Fetch-Site": "none", "Sec-Fetch-Dest": "document" };
export const SAME = { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty" };

export const portOf = (url: string): number => Number(new URL(url).port);

/** A page in a browser. */
export class LabPage {
  private constructor(
    readonly port: number,
    /** The path of the page, with slashes around. */
    readonly room: string,
    readonly cookie: string,
    readonly key: string,
  ) {}

  static async open(url: string): Promise<LabPage> {
    const port = portOf(url);
    const start = await ask({ port, path: new URL(url).pathname, headers: TYPED });
    const cookie = (start.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
    const room = start.headers.location ?? "";
    const { body } = await ask({ port, path: room, headers: { ...TYPED, Cookie: cookie } });
    return new LabPage(port, room, cookie, / data-secret="([^"]+)"/.exec(body)?.[1] ?? "");
  }

  get headers(): Readonly<Record<string, string>> {
    return { ...SAME, Cookie: this.cookie, Origin: `http://127.0.0.1:${this.port}`, "X-Anpei-Page": this.key };
  }

  get(path: string): Promise<Answered> {
    return ask({ port: this.port, path: this.room + path, headers: { ...SAME, Cookie: this.cookie } });
  }

  post(path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return ask({ port: this.port, method: "POST", path: this.room + path, headers: { ...this.headers, ...headers }, body });
  }

  /** What a POST comes to: its value, or the sentence. */
  async act(path: string, given: unknown): Promise<unknown> {
    const answer = JSON.parse((await this.post(path, JSON.stringify(given))).body) as { ok: boolean; value?: unknown };
    return answer.ok ? answer.value : answer;
  }

  async call<N extends CallName>(name: N, given: AskOf<N>): Promise<ValueOf<N>> {
    return (await this.act("call", { call: name, ask: given })) as ValueOf<N>;
  }

  async upload(name: string, bytes: string | Buffer): Promise<{ id: string; name: string }> {
    const { body } = await this.post("upload", bytes, { "X-Anpei-Name": encodeURIComponent(name) });
    return (JSON.parse(body) as { value: { id: string; name: string } }).value;
  }

  listen(): Promise<Listening> {
    return Listening.at(this);
  }
}

/** The events of a page. */
class Listening extends EventEmitter {
  readonly told: string[] = [];

  private constructor(private readonly response: IncomingMessage) {
    super();
    response.setEncoding("utf8").on("data", (piece: string) => {
      this.told.push(...piece.split("\n\n").filter((one) => one.startsWith("event:")));
      this.emit("told");
    });
    response.on("error", () => undefined);
  }

  static async at({ port, room, cookie }: LabPage): Promise<Listening> {
    const asked = request({ host: "127.0.0.1", port, path: `${room}events`, headers: { ...SAME, Cookie: cookie }, agent: false });
    asked.on("error", () => undefined).end();
    return new Listening(await new Promise<IncomingMessage>((resolve) => asked.on("response", resolve)));
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  /** Waits until something of this kind was told. */
  async until(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.told.find((one) => pattern.test(one));
      if (found !== undefined) return found;
      await new Promise((resolve) => this.once("told", resolve));
    }
  }

  close(): void {
    this.response.destroy();
  }
}
