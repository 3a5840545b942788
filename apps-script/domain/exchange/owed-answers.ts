import type { Snapshot } from "../snapshot/snapshot";
import type { ExchangeLedger } from "./sent-bases";

/** An answer that a unit is owed for a file of ours that came back. */
export interface OwedAnswer {
  readonly exchange: string;
  /** The generation that was sent last when the file was taken in: a later one is the answer. */
  readonly sentBefore: number;
}

/** A content as it was taken in: of which generation of which exchange, `null` for a list that a unit made itself. */
export interface TakenContent {
  readonly fingerprint: string;
  readonly exchange: string | null;
  readonly generation: number | null;
}

/** Whether 往来 says that a content was taken in. Lists stand there under the exchange of their unit, if it has one. */
export function wasReceived({ exchanges }: Pick<Snapshot, "exchanges">, content: TakenContent): boolean {
  const { fingerprint, exchange, generation } = content;
  return exchanges.some((row) => {
    const isSameFile = exchange === null || (row.exchange === exchange && row.generation === generation);
    return row.direction === "收回" && row.fingerprint === fingerprint && isSameFile;
  });
}

/** The exchanges that were not sent anything since; so a run that comes again after it was cut off sends nothing twice. */
export function stillOwed(owed: readonly OwedAnswer[], ledger: ExchangeLedger): ReadonlySet<string> {
  return new Set(
    owed.filter(({ exchange, sentBefore }) => ledger.lastSent(exchange) <= sentBefore).map(({ exchange }) => exchange),
  );
}
