import type { Steps } from "../domain/moving/hand";
import { decidedEarlier } from "../domain/operations/earlier-decision";
import type { Host } from "../domain/operations/host";
import type { Receipt } from "../domain/operations/receipt";
import { run, type Terms } from "../domain/operations/run";
import { freshKey } from "./fresh-key";
import type { SheetLock } from "./sheet/sheet-lease";

/** Writes what this `build` decided away from the Sheet (`decideAway`), if it still stands: else the receipt `isChanged`. */
export function commit(host: Host, decision: string, terms: Terms, build: string): Receipt {
  return atOnce(run(host, decidedEarlier(decision, build), { ...terms, fresh: freshKey }));
}

/** Walks steps on a host that answers at once, as everything does inside Google. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next(step.value);
  return step.value;
}

/** Runs `work` as the only run on this document. */
export function exclusively<T>(host: { lock(): SheetLock }, work: () => T): T {
  const lock = host.lock();
  try {
    return work();
  } finally {
    lock.release();
  }
}
