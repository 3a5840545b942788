import type { Clock } from "../../node-sync/src/workbench/life";

/** A clock that a test turns on. */
export class TestClock implements Clock {
  private now = 0;
  private waiting: { readonly at: number; readonly work: () => void }[] = [];

  after(milliseconds: number, work: () => void): () => void {
    const one = { at: this.now + milliseconds, work };
    this.waiting.push(one);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== one);
    };
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.waiting.filter(({ at }) => at <= this.now);
    this.waiting = this.waiting.filter(({ at }) => at > this.now);
    for (const { work } of due) work();
  }
}
