import { setTimeout as pause } from "node:timers/promises";
import { isLockedFile } from "../files/lock";
import { FileRefused } from "../files/refused";

/** How long somebody else is waited for who is writing: the command line for a whole run, another PC for a moment. */
const PATIENCE_MS = 8_000;
const LOOK_MS = 200;

/** Lets one piece of work at a time have the workbook's lock, in the order they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly book: string) {}

  /** @param work rejects only while nothing is written */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => this.patiently(work));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Begins again while somebody else holds the lock, each time once it was seen free: work reads files before it takes it. */
  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (const until = Date.now() + PATIENCE_MS; ; ) {
      try {
        return await work();
      } catch (error) {
        if (!isLocked(error) || Date.now() > until) throw error;
        await this.untilFree(until);
      }
    }
  }

  private async untilFree(until: number): Promise<void> {
    while (Date.now() <= until && (await isLockedFile(this.book))) await pause(LOOK_MS);
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof FileRefused && error.code === "locked";
}
