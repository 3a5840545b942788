import type { Steps } from "../domain/moving/hand";
import { decidedEarlier } from "../domain/operations/earlier-decision";
import type { Host } from "../domain/operations/host";
import type { Operation } from "../domain/operations/operation";
import type { Receipt } from "../domain/operations/receipt";
import { decidedNow, run, type Terms } from "../domain/operations/run";
import { freshKey } from "./fresh-key";
import type { SheetLock } from "./sheet/sheet-lease";

/** Decides and places, but writes nothing and takes no lock. What can't be written, as its tab is protected, is refused here. */
export function preview<R>(host: Host, operation: Operation<R>, terms: Terms): Receipt<R> {
  return atOnce(run(host, decidedNow(operation), { ...terms, dryRun: true, fresh: freshKey }));
}

/** Performs an operation. With the hash of a preview, only what was previewed is written: else the receipt is a new one. */
export function apply<R>(host: Host, operation: Operation<R>, terms: Terms, hash: string | null = null): Receipt<R> {
  return whole(atOnce(run(host, decidedNow(operation), { ...terms, hash, fresh: freshKey })));
}

/** Writes what this `build` decided away from the Sheet (`decideAway`), if it still stands: else the receipt `isChanged`. */
export function commit(host: Host, decision: string, terms: Terms, build: string): Receipt {
  return whole(atOnce(run(host, decidedEarlier(decision, build), { ...terms, fresh: freshKey })));
}

function whole<R>(receipt: Receipt<R>): Receipt<R> {
  if (receipt.stopped) throw receipt.stopped.error;
  return receipt;
}

/** Walks steps on a host that answers at once, as everything does inside Google. */
function atOnce<T>(steps: Steps<T>): T {
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
