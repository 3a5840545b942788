import { setTimeout as pause } from "node:timers/promises";
import { FileRefused } from "../files/refused";

/** How long somebody else is waited for who is writing: the command line for a whole run, another PC for a moment. */
const PATIENCE_MS = 8_000;
const LOOK_MS = 200;

/** Lets one piece of work at a time have the workbook's lock, in the order they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => patiently(work));
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** Tries again while somebody else holds the lock. `work` rejects only while nothing is written. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FileRefused) || error.code !== "locked" || Date.now() > until) throw error;
      await pause(LOOK_MS);
    }
  }
}
