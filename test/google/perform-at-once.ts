import type { Host } from "../../apps-script/domain/operations/host";
import type { Operation } from "../../apps-script/domain/operations/operation";
import type { Receipt } from "../../apps-script/domain/operations/receipt";
import { decidedNow, run, type Terms } from "../../apps-script/domain/operations/run";
import { freshKey } from "../../apps-script/src/fresh-key";
import { atOnce } from "../../apps-script/src/perform";

/** Decides and writes at once on a host, as the script writes what its page decided; what stopped it half way is thrown. */
export function apply<R>(host: Host, operation: Operation<R>, terms: Terms, hash: string | null = null): Receipt<R> {
  const receipt = atOnce(run(host, decidedNow(operation), { ...terms, hash, fresh: freshKey }));
  if (receipt.stopped) throw receipt.stopped.error;
  return receipt;
}

export function preview<R>(host: Host, operation: Operation<R>, terms: Terms): Receipt<R> {
  return atOnce(run(host, decidedNow(operation), { ...terms, dryRun: true, fresh: freshKey }));
}
