import type { ReaderLimits } from "./limits";
import type { Question } from "./messages";
import { type Outcome, Reader } from "./reader";
import { seesProcesses } from "./usage";

/** Tries before a process that does not begin to work, or is ended by somebody else, is given up. */
const TRIES = 2;

/**
 * A few processes that read files. One that a file has ended is replaced; a file that only found its process gone is read
 * once more, by a new one, so that what is said of a file is its own doing.
 */
export class ReaderPool {
  private readonly idle: Reader[] = [];
  private readonly waiting: ((reader: Reader) => void)[] = [];
  private running = 0;
  private ending: NodeJS.Timeout | undefined;

  constructor(
    private readonly program: URL,
    private readonly limits: ReaderLimits,
    private readonly isSeen = seesProcesses,
  ) {}

  /** Starts a process before there is a file. */
  warm(): void {
    if (this.running === 0) this.release(this.started());
  }

  async ask(question: Question): Promise<Outcome> {
    for (let tries = 1; ; tries++) {
      const reader = await this.free();
      const outcome = await reader.ask(question);
      const isGone = "ended" in outcome;
      if (isGone || !reader.isFit) this.replace(reader);
      else this.release(reader);
      const isAgain = isGone && (outcome.ended === "died" || outcome.ended === "unstarted");
      if (!isAgain || tries === TRIES) return outcome;
    }
  }

  /** Ends all processes that have nothing to do; the pool may be asked again. */
  rest(): void {
    for (const reader of this.idle.splice(0)) {
      this.running -= 1;
      reader.end();
    }
  }

  private free(): Promise<Reader> {
    clearTimeout(this.ending);
    for (let idle = this.idle.pop(); idle; idle = this.idle.pop()) {
      if (idle.isFit) return Promise.resolve(idle);
      this.running -= 1;
      idle.end();
    }
    if (this.running < this.limits.processes) return Promise.resolve(this.started());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private started(): Reader {
    this.running += 1;
    return new Reader(this.program, this.limits, this.isSeen);
  }

  private replace(reader: Reader): void {
    reader.end();
    this.running -= 1;
    const next = this.waiting.shift();
    if (next) next(this.started());
  }

  private release(reader: Reader): void {
    const next = this.waiting.shift();
    if (next) {
      next(reader);
      return;
    }
    this.idle.push(reader);
    clearTimeout(this.ending);
    this.ending = setTimeout(() => this.rest(), this.limits.keepMs).unref();
  }
}
