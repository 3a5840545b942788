import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ReaderLimits } from "./limits";
import type { Answer, Question, Told } from "./messages";
import { type Gauge, gaugeOf, toldGauge } from "./usage";
import { Watch } from "./watch";

/** Why a process has no answer: it took too much memory, hung, was no more, or never began to work. */
export type End = "memory" | "hang" | "died" | "unstarted";
export type Outcome = Answer | { readonly ended: End };

/** How a process ends that has no heap left: V8 aborts, as a signal or as the exit code of one. */
const OUT_OF_HEAP = { signals: ["SIGABRT", "SIGTRAP", "SIGILL"], codes: [134, 133, 132, 0x80000003, 0xc0000409] };

/** The workbench that a double-click started has no window of its own, so Windows would show one for each of these. */
const NO_WINDOW = { windowsHide: true };

/** A process that reads one file at a time. Whatever a file does to it, the answer says so and nothing else happens. */
export class Reader {
  private readonly child: ChildProcess;
  private readonly gauge: Gauge;
  private readonly isReady: Promise<boolean>;
  private isGone = false;

  /** @param seesProcesses whether the process is looked at from outside; else it tells about itself */
  constructor(
    program: URL,
    private readonly limits: ReaderLimits,
    seesProcesses: boolean,
  ) {
    this.child = fork(fileURLToPath(program), [seesProcesses ? "silent" : "tells"], {
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
      serialization: "advanced",
      ...NO_WINDOW,
      stdio: ["ignore", seesProcesses ? "ignore" : "pipe", process.env.DEBUG === "anpei" ? "inherit" : "ignore", "ipc"],
    });
    this.gauge = seesProcesses ? gaugeOf(this.child) : toldGauge(this.child);
    this.child.on("error", () => this.lose());
    this.child.once("exit", () => this.lose());
    this.isReady = Promise.race([once(this.child, "message"), once(this.child, "exit")]).then(
      ([first]) => typeof first === "object" && first !== null,
      () => false,
    );
    this.keepsUsAlive(false);
  }

  /** Whether it can be asked again. */
  get isFit(): boolean {
    const used = this.isGone ? undefined : this.gauge();
    // What the last file left must not be counted against the next.
    return !this.isGone && (used?.memoryBytes ?? 0) < this.limits.memoryBytes / 2;
  }

  /**
   * Asks about files, which are read one after the other.
   *
   * @param take is given each answer as it comes
   * @returns over what the process ended before the file at hand was answered; `null` once all are
   */
  async ask(questions: readonly Question[], take: (answer: Answer) => void): Promise<End | null> {
    this.keepsUsAlive(true);
    const watch = new Watch(this.gauge, this.limits, () => this.end());
    const takeOne = (answer: Answer): void => {
      watch.next();
      take(answer);
    };
    try {
      const end = (await this.isReady) ? await this.askAll(questions, takeOne) : "unstarted";
      return end === null ? null : (watch.verdict ?? end);
    } finally {
      watch.stop();
      this.keepsUsAlive(false);
    }
  }

  end(): void {
    this.child.kill("SIGKILL");
  }

  private askAll(questions: readonly Question[], take: (answer: Answer) => void): Promise<End | null> {
    return new Promise((resolve) => {
      const { child } = this;
      let left = questions.length;
      const finish = (end: End | null): void => {
        child.off("message", answered).off("exit", gone);
        resolve(end);
      };
      const answered = (told: Told): void => {
        if ("ready" in told) return;
        take(told);
        left -= 1;
        if (left === 0) finish(null);
      };
      const gone = (code: number | null, signal: NodeJS.Signals | null): void =>
        finish(isOutOfHeap(code, signal) ? "memory" : "died");
      child.on("message", answered).once("exit", gone);
      if (this.isGone) finish("died");
      else child.send(questions, (error) => (error && this.isGone ? finish("died") : undefined));
    });
  }

  private lose(): void {
    this.isGone = true;
  }

  /** A process without a file to read must not keep this one from its end. */
  private keepsUsAlive(does: boolean): void {
    const { child } = this;
    const pipe = child.stdout as (NodeJS.ReadableStream & { ref(): void; unref(): void }) | null;
    for (const one of [child, child.channel, pipe]) {
      if (does) one?.ref();
      else one?.unref();
    }
  }
}

function isOutOfHeap(code: number | null, signal: NodeJS.Signals | null): boolean {
  return OUT_OF_HEAP.codes.includes(code ?? 0) || OUT_OF_HEAP.signals.includes(signal ?? "");
}
