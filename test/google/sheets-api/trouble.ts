import { GoogleRefused } from "../../../node-sync/src/google/failure";
import type { Stop } from "../../../node-sync/src/half-way";
import type { Loopback } from "../loopback";
import type { Fault } from "../loopback/faults";
import { type ApiLab, apiLab } from "./api-lab";

/** Of all requests, one in twenty goes wrong. */
const SHARE = 0.05;
const KINDS: readonly Fault["kind"][] = ["cut-before", "cut-after", "500", "500-after", "503", "503-after", "429"];
/** What a person is told and tries again later. */
const PASSING: readonly string[] = ["network", "locked", "quota", "google"];
const MOST_TRIES = 5;
const LATER = 10 * 60_000;

/** What became of runs that went on through faults. */
export class Trouble {
  requests = 0;
  faults = 0;
  /** Runs that gave up and were begun anew. */
  begunAnew = 0;
  private readonly waits: number[] = [];

  constructor(private readonly google: Loopback) {}

  /**
   * Does work while one request in twenty goes wrong in some way, by chance, and begins it anew ten minutes later whenever
   * it gave up or stopped half way, as a person at the desk would.
   */
  async through<T extends { readonly stopped: Stop | null }>(
    random: () => number,
    work: (lab: ApiLab) => Promise<T>,
  ): Promise<T> {
    const stop = this.google.faults.rule(() => this.faultOf(random));
    try {
      for (let tries = 1; ; tries++) {
        try {
          const result = await work(await apiLab(this.google, this.waits));
          if (result.stopped !== null) throw result.stopped.error;
          return result;
        } catch (error) {
          if (!(error instanceof GoogleRefused && PASSING.includes(error.code)) || tries === MOST_TRIES) throw error;
          this.begunAnew += 1;
          this.google.clock.advance(LATER);
        }
      }
    } finally {
      stop();
    }
  }

  /** `waited`: seconds on the loopback's clock between a request that was refused and its next try. */
  told() {
    const { requests, faults, begunAnew, waits } = this;
    const waited = waits.reduce((sum, wait) => sum + wait, 0) / 1000;
    return { requests, faults, retries: waits.length, waited, begunAnew };
  }

  private faultOf(random: () => number): Fault | null {
    this.requests += 1;
    if (random() >= SHARE) return null;
    this.faults += 1;
    return { kind: KINDS[Math.floor(random() * KINDS.length)] ?? "429" } as Fault;
  }
}
