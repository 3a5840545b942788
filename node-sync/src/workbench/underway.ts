import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { cutOffBody } from "./body";
import { TurnedAway } from "./turned-away";

/** How long an answer that is ready is given to reach its page. */
const PATIENCE_MS = 5_000;

/**
 * The requests that are being answered, so that the end of the server cuts none of them off: what has come whole is done and
 * answered; what comes later, or is still coming, is turned away.
 */
export class Underway {
  private readonly answering = new Set<ServerResponse>();
  private readonly acts = new Set<Promise<unknown>>();
  private readonly ending = new AbortController();

  /** @throws {TurnedAway} `closing` once the end has begun */
  begin(response: ServerResponse): void {
    this.answering.add(response);
    response.on("close", () => this.answering.delete(response));
    if (this.ending.signal.aborted) throw new TurnedAway("closing");
  }

  /** @throws {TurnedAway} `closing` when the end begins before all of the request has come: nothing is done then */
  async act<T>(request: IncomingMessage, work: () => Promise<T>): Promise<T> {
    return Promise.race([this.during(work), this.cutOff(request)]);
  }

  /** Does what the end waits for. */
  during<T>(work: () => Promise<T>): Promise<T> {
    const act = work();
    this.acts.add(act);
    const over = (): void => void this.acts.delete(act);
    act.then(over, over);
    return act;
  }

  private cutOff(request: IncomingMessage): Promise<never> {
    return new Promise((_, reject) => {
      const cut = (): void => {
        if (request.complete) return;
        const why = new TurnedAway("closing");
        cutOffBody(request, why);
        reject(why);
      };
      this.ending.signal.addEventListener("abort", cut, { once: true });
      request.on("close", () => this.ending.signal.removeEventListener("abort", cut));
    });
  }

  /** Resolves once all that was being done is done, and its answer is out. */
  async end(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled(this.acts);
    const out = [...this.answering].map((response) => once(response, "close"));
    await Promise.race([Promise.allSettled(out), pause(PATIENCE_MS, undefined, { ref: false })]);
  }
}
