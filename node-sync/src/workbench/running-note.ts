import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, unlink } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { hostname, userInfo } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { lockFile } from "../files/lock";
import { FileRefused } from "../files/refused";
import { sideName } from "../files/side-name";
import { writeOver } from "../files/temporary";
import { refusal } from "../refusal";
import { notAnswering } from "../wording/workbench";
import { KEY_HEADER } from "./gate";
import { isSameKey, newKey } from "./keys";

/**
 * Lets one workbench of this user on this PC run for a workbook, and a second start find it: a lock that lives as long as the
 * server, and beside it a note for this user's eyes alone with the port and a key that is good once. Another PC, or another
 * user, has a workbench of their own on the same file.
 */
export class RunningNote {
  private key = newKey();

  private constructor(
    private readonly place: string,
    private readonly lock: { release(): Promise<void> },
  ) {}

  /** `null` while another workbench of this user runs. */
  static async take(book: string): Promise<RunningNote | null> {
    try {
      const lock = await lockFile(join(dirname(book), `${basename(book)}.${here()}`));
      return new RunningNote(placeOf(book), lock);
    } catch (error) {
      if (error instanceof FileRefused && error.code === "locked") return null;
      throw error;
    }
  }

  /** Whether this is the key of the note. It is another one from then on. */
  async use(given: string | undefined, port: number): Promise<boolean> {
    if (!isSameKey(given, this.key)) return false;
    await this.write(port);
    return true;
  }

  async write(port: number): Promise<void> {
    this.key = newKey();
    await writeOver(this.place, JSON.stringify({ port, key: this.key }));
  }

  async close(): Promise<void> {
    await unlink(this.place).catch(() => undefined);
    await this.lock.release();
  }
}

/** How long a workbench that has just started is given to say where it is, and to answer. */
const PATIENCE_MS = 8_000;
const LOOK_MS = 200;

/**
 * Asks the workbench that runs for another page.
 *
 * @throws {Refusal} `busy` when it does not answer
 */
export async function pageOfRunning(book: string): Promise<string> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOK_MS)) {
    const note = await readRunning(resolve(book));
    const url = note && (await askForPage(note.port, note.key).catch(() => null));
    if (url !== null) return url;
  }
  throw refusal("busy", notAnswering(book));
}

async function readRunning(book: string): Promise<{ readonly port: number; readonly key: string } | null> {
  try {
    const { port, key } = JSON.parse(await readFile(placeOf(book), "utf8")) as { port?: unknown; key?: unknown };
    return typeof port === "number" && typeof key === "string" ? { port, key } : null;
  } catch {
    return null;
  }
}

/** Not by `fetch`, which says of itself where it comes from, as browsers do. */
async function askForPage(port: number, key: string): Promise<string | null> {
  const asked = request({
    host: "127.0.0.1",
    port,
    path: "/again",
    method: "POST",
    headers: { [KEY_HEADER]: key },
    timeout: 2_000,
  });
  asked.on("timeout", () => asked.destroy());
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const { url } = JSON.parse(await text(response)) as { url?: unknown };
  return typeof url === "string" ? url : null;
}

function placeOf(book: string): string {
  return join(dirname(book), ".anpei", sideName(basename(book), `.${here()}.open`));
}

/** This user on this PC, in eight letters. */
function here(): string {
  return createHash("sha256").update(`${hostname()}\n${userInfo().username}`).digest("hex").slice(0, 8);
}
