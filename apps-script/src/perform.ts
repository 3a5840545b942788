import type { Steps } from "../domain/moving/hand";
import type { Host } from "../domain/operations/host";
import type { Operation } from "../domain/operations/operation";
import type { Receipt } from "../domain/operations/receipt";
import { decidedNow, run, type Terms } from "../domain/operations/run";
import { freshKey } from "./fresh-key";
import type { SheetLock } from "./sheet/sheet-lease";

/** Decides and places, but writes nothing and takes no lock. What can't be written, as its tab is protected, is refused here. */
export function preview(host: Host, operation: Operation, terms: Terms): Receipt {
  return atOnce(run(host, decidedNow(operation), { ...terms, dryRun: true, fresh: freshKey }));
}

/**
 * Performs an operation on this very Sheet. With the hash of a preview, only what was previewed is written: when the workbook
 * says something else by now, the receipt is a new preview (`isChanged`).
 */
export function apply(host: Host, operation: Operation, terms: Terms, hash: string | null = null): Receipt {
  const receipt = atOnce(run(host, decidedNow(operation), { ...terms, hash, fresh: freshKey }));
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
