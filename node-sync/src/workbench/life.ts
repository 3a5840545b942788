/** How long the server goes on when nobody looks at a page and nothing is under way. */
export const LINGER_MS = 30 * 60_000;

/** Does something after a while unless it is called off. */
export interface Clock {
  after(milliseconds: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * When the server stops: half an hour after the last page is gone, and never while something runs or waits to be written. A page
 * that is reloaded, or whose PC sleeps for a while, finds it still there.
 */
export class Life {
  private held = 0;
  private callOff: () => void;

  constructor(
    private readonly end: () => void,
    private readonly clock: Clock = systemClock,
    private readonly linger = LINGER_MS,
  ) {
    this.callOff = this.clock.after(this.linger, this.end);
  }

  /** Keeps the server up until what is given back is called. Done twice it counts once. */
  hold(): () => void {
    this.held += 1;
    this.callOff();
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.held -= 1;
      if (this.held === 0) this.callOff = this.clock.after(this.linger, this.end);
    };
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    const letGo = this.hold();
    try {
      return await work();
    } finally {
      letGo();
    }
  }

  /** Nothing is waited for any more. */
  close(): void {
    this.held = Number.POSITIVE_INFINITY;
    this.callOff();
  }
}
