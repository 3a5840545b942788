import { Worker } from "node:worker_threads";
import { type Found, type ReadFile, readIncoming } from "./read-incoming";

/** Read files, some of them at the same time. */
export interface Readers {
  /** How many files may be on their way at a time. */
  readonly atOnce: number;
  readonly read: typeof readIncoming;
  close(): Promise<void>;
}

/** What a thread is asked, and what it answers. */
export type Question = readonly [found: Found, verify: boolean];
export type Answer = { readonly read: ReadFile } | { readonly failed: true };

const THREADS = 2;
/** Fewer files are read before threads have started. */
const WORTH_THREADS = 20;

/** Where the built program stands; sources run as they are have no file that a thread could run. */
declare const BUILT_AT: string;
const built = typeof BUILT_AT === "string" ? new URL("./reader-thread.mjs", BUILT_AT) : null;

/** Readers for so many files, in threads of their own where that is worth it; `program` is what a thread runs. */
export function readersFor(files: number, program: URL | null = built): Readers {
  if (program !== null && files >= WORTH_THREADS) return new Threads(program);
  return { atOnce: 1, read: readIncoming, close: async () => undefined };
}

/** Threads read one file at a time. What one failed or died over, and all once none is left, is read here. */
class Threads implements Readers {
  readonly atOnce = 2 * THREADS;
  private readonly idle: Worker[] = [];
  private readonly alive = new Set<Worker>();
  private readonly waiting: ((worker: Worker | null) => void)[] = [];
  private toStart = THREADS;

  constructor(private readonly program: URL) {}

  async read(found: Found, verify: boolean): Promise<ReadFile> {
    const worker = await this.free();
    const answer = worker && (await answerOf(worker, [found, verify]));
    if (worker && answer) this.release(worker);
    return answer && "read" in answer ? answer.read : readIncoming(found, verify);
  }

  async close(): Promise<void> {
    await Promise.all([...this.alive].map((worker) => worker.terminate()));
  }

  private free(): Promise<Worker | null> {
    const idle = this.idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.toStart > 0) return Promise.resolve(this.started());
    if (this.alive.size === 0) return Promise.resolve(null);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private started(): Worker {
    this.toStart -= 1;
    const worker = new Worker(this.program);
    this.alive.add(worker);
    worker.on("error", () => undefined);
    worker.once("exit", () => this.lose(worker));
    return worker;
  }

  private release(worker: Worker): void {
    const next = this.waiting.shift();
    if (next) next(worker);
    else this.idle.push(worker);
  }

  private lose(worker: Worker): void {
    this.alive.delete(worker);
    const place = this.idle.indexOf(worker);
    if (place >= 0) this.idle.splice(place, 1);
    if (this.alive.size === 0) for (const next of this.waiting.splice(0)) next(null);
  }
}

/** `null` when the thread is no more. */
function answerOf(worker: Worker, question: Question): Promise<Answer | null> {
  return new Promise((resolve) => {
    const end = (answer: Answer | null): void => {
      worker.off("message", end);
      worker.off("exit", gone);
      resolve(answer);
    };
    const gone = (): void => end(null);
    worker.on("message", end);
    worker.on("exit", gone);
    worker.postMessage(question);
  });
}
