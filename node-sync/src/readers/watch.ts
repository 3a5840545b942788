import type { ReaderLimits } from "./limits";
import type { Gauge } from "./usage";

/** Of the time that passes; the thread beside a reader takes less, one that has work gets more even on a busy PC. */
const IDLE_SHARE = 0.01;

/**
 * Looks after a process while it reads files, one at a time. What counts is the processor's time: a PC that is busy with other things,
 * or asleep, lets no file look like one that hangs.
 */
export class Watch {
  /** Why the process was ended; undefined while it is not. */
  verdict: "memory" | "hang" | undefined;

  private readonly timer: NodeJS.Timeout;
  private cpuBefore = 0;
  private looks = 0;
  private cpuThen = 0;

  constructor(
    private readonly gauge: Gauge,
    private readonly limits: ReaderLimits,
    private readonly end: () => void,
  ) {
    this.next();
    this.timer = setInterval(() => this.look(), limits.lookEveryMs);
  }

  /** Another file's turn: what the one before took is not its doing. */
  next(): void {
    this.cpuBefore = this.gauge()?.cpuMs ?? this.cpuBefore;
    this.cpuThen = this.cpuBefore;
    this.looks = 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    if (this.verdict !== undefined) return;
    const used = this.gauge();
    const spent = (used?.cpuMs ?? this.cpuBefore) - this.cpuBefore;
    if ((used?.memoryBytes ?? 0) > this.limits.memoryBytes) this.verdict = "memory";
    else if (spent > this.limits.cpuMs || this.isIdle(used?.cpuMs ?? this.cpuThen)) this.verdict = "hang";
    if (this.verdict !== undefined) this.end();
  }

  /** Time is counted in looks: while the PC sleeps there are none. */
  private isIdle(cpuMs: number): boolean {
    const { idleMs, lookEveryMs } = this.limits;
    this.looks += 1;
    if (this.looks * lookEveryMs < idleMs) return false;
    const isIdle = cpuMs - this.cpuThen < idleMs * IDLE_SHARE;
    this.looks = 0;
    this.cpuThen = cpuMs;
    return isIdle;
  }
}
