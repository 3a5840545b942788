import type { ReaderLimits } from "./limits";
import type { Question } from "./messages";
import { type End, type Outcome, Reader } from "./reader";
import { seesProcesses } from "./usage";

/** Tries before a process that does not begin to work, or is ended by somebody else, is given up. */
const TRIES = 2;

/** A question that waits for its answer. */
interface Asked {
  readonly question: Question;
  readonly answer: (outcome: Outcome) => void;
  /** Processes that were lost over it. */
  lost: number;
}

/**
 * A few processes that read files. One that a file has ended is replaced; a file that only found its process gone, or full of
 * what others left, is read once more, alone and by a new one, so that what is said of a file is its own doing.
 */
export class ReaderPool {
  private readonly idle: Reader[] = [];
  private readonly waiting: Asked[] = [];
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

  ask(question: Question): Promise<Outcome> {
    return new Promise((answer) => {
      this.waiting.push({ question, answer, lost: 0 });
      this.serve();
    });
  }

  /** Ends all processes that have nothing to do; the pool may be asked again. */
  rest(): void {
    for (const reader of this.idle.splice(0)) this.dismiss(reader);
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const reader = this.free();
      if (!reader) return;
      void this.give(reader, this.nextFew());
    }
  }

  private free(): Reader | undefined {
    clearTimeout(this.ending);
    for (let idle = this.idle.pop(); idle; idle = this.idle.pop()) {
      if (idle.isFit) return idle;
      this.dismiss(idle);
    }
    return this.running < this.limits.processes ? this.started() : undefined;
  }

  /** What one process reads next: its share of all that waits, or one file that has lost a process. */
  private nextFew(): Asked[] {
    const share = Math.min(this.limits.filesAtOnce, Math.ceil(this.waiting.length / this.limits.processes));
    const alone = this.waiting.slice(0, share).findIndex(({ lost }) => lost > 0);
    return this.waiting.splice(0, alone < 0 ? share : Math.max(alone, 1));
  }

  private async give(reader: Reader, asked: readonly Asked[]): Promise<void> {
    let answered = 0;
    const end = await reader.ask(
      asked.map(({ question }) => question),
      (answer) => asked[answered++]?.answer(answer),
    );
    if (end === null) this.release(reader);
    else {
      this.dismiss(reader);
      this.lose(asked.slice(answered), end, answered > 0);
    }
    this.serve();
  }

  /** The first was at hand when the process ended, the others were not begun. */
  private lose([first, ...others]: readonly Asked[], end: End, isAfterOthers: boolean): void {
    this.waiting.unshift(...others);
    if (!first) return;
    first.lost += 1;
    const isOwnDoing = end === "hang" || (end === "memory" && !isAfterOthers);
    if (isOwnDoing || first.lost === TRIES) first.answer({ ended: end });
    else this.waiting.unshift(first);
  }

  private started(): Reader {
    this.running += 1;
    return new Reader(this.program, this.limits, this.isSeen);
  }

  private dismiss(reader: Reader): void {
    this.running -= 1;
    reader.end();
  }

  private release(reader: Reader): void {
    this.idle.push(reader);
    clearTimeout(this.ending);
    this.ending = setTimeout(() => this.rest(), this.limits.keepMs).unref();
  }
}
