import type { Snapshot } from "../snapshot/snapshot";
import type { ExchangeLedger } from "./sent-bases";

/** An answer that a unit is owed for a file of ours that came back. */
export interface OwedAnswer {
  readonly exchange: string;
  /** The generation that was sent last when the file was taken in: a later one is the answer. */
  readonly sentBefore: number;
}

/** Whether 往来 says that this content was taken in, whoever made the file. */
export function wasReceived({ exchanges }: Pick<Snapshot, "exchanges">, fingerprint: string): boolean {
  return exchanges.some((row) => row.direction === "收回" && row.fingerprint === fingerprint);
}

/** The exchanges that were not sent anything since; so a run that comes again after it was cut off sends nothing twice. */
export function stillOwed(owed: readonly OwedAnswer[], ledger: ExchangeLedger): ReadonlySet<string> {
  return new Set(
    owed.filter(({ exchange, sentBefore }) => ledger.lastSent(exchange) <= sentBefore).map(({ exchange }) => exchange),
  );
}
