import type { Steps } from "../../apps-script/domain/moving/hand";
import { decidedEarlier } from "../../apps-script/domain/operations/earlier-decision";
import type { Host } from "../../apps-script/domain/operations/host";
import type { Operation } from "../../apps-script/domain/operations/operation";
import type { Receipt } from "../../apps-script/domain/operations/receipt";
import { decidedNow, run, type Terms } from "../../apps-script/domain/operations/run";
import { freshKey } from "./fresh-key";

export { hasWritten, notPerformed, type Receipt } from "../../apps-script/domain/operations/receipt";
export type { Phase, Terms } from "../../apps-script/domain/operations/run";

/** Performs an operation on a document that answers later, or not at all. Rejects only while nothing was written. */
export function perform<R>(host: Host, operation: Operation<R>, terms: Terms<NoInfer<R>>): Promise<Receipt<R>> {
  return walked(run(host, decidedNow(operation), { ...terms, fresh: freshKey }));
}

/** Writes what this `build` decided away from the document (`decideAway`), if it still stands: else the receipt `isChanged`. */
export async function commit(host: Host, decision: string, terms: Terms, build: string): Promise<Receipt> {
  return walked(run(host, decidedEarlier(decision, build), { ...terms, fresh: freshKey }));
}

/** Walks steps, waiting for each answer. */
export async function walked<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) step = await next(steps, step.value);
  return step.value;
}

async function next<T>(steps: Steps<T>, answer: unknown): Promise<IteratorResult<unknown, T>> {
  let given: unknown;
  try {
    given = await answer;
  } catch (error) {
    return steps.throw(error);
  }
  return steps.next(given);
}

/** Runs `work` as the only writer of the document. */
export async function exclusively<T>(host: Pick<Host, "lock">, work: () => Promise<T>): Promise<T> {
  const lock = await host.lock();
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
