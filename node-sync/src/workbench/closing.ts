/**
 * What has to be put away at the end, the last first. However often the end is asked for, it comes once. A step that fails keeps
 * no other from being done: what it leaves behind the next start removes.
 */
export class Closing {
  /** Resolves once all is put away. */
  readonly ended: Promise<void>;
  private resolveEnded: () => void = () => undefined;
  private readonly steps: (() => void | Promise<void>)[] = [];
  private closing: Promise<void> | null = null;

  constructor() {
    this.ended = new Promise((resolve) => {
      this.resolveEnded = resolve;
    });
  }

  atEnd(step: () => void | Promise<void>): void {
    this.steps.unshift(step);
  }

  begin(): Promise<void> {
    this.closing ??= this.close().then(this.resolveEnded);
    return this.closing;
  }

  private async close(): Promise<void> {
    for (const step of this.steps) {
      try {
        await step();
      } catch {
        // Nobody is there any more who could be told.
      }
    }
  }
}
