import { DIRECTION } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import { IMPORT_TITLE } from "../wording/import";
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
export function wasReceived(snapshot: Pick<Snapshot, "exchanges">, content: TakenContent): boolean {
  return receiptsOf(snapshot, content).length > 0;
}

/**
 * The run that took a content in, found by the moment that 往来 and 操作记录 both name; `null` when it was not taken in, or when
 * nothing tells the run.
 */
export function runThatTook({ exchanges, runs }: Pick<Snapshot, "exchanges" | "runs">, content: TakenContent): string | null {
  const moments = new Set(receiptsOf({ exchanges }, content).flatMap(({ time }) => time ?? []));
  const took = runs.filter(({ time, action }) => action === IMPORT_TITLE && time !== null && moments.has(time));
  return took[took.length - 1]?.key ?? null;
}

function receiptsOf({ exchanges }: Pick<Snapshot, "exchanges">, content: TakenContent): Snapshot["exchanges"] {
  const { fingerprint, exchange, generation } = content;
  return exchanges.filter((row) => {
    const isSameFile = exchange === null || (row.exchange === exchange && row.generation === generation);
    return row.direction === DIRECTION.received && row.fingerprint === fingerprint && isSameFile;
  });
}

/** The exchanges that were not sent anything since; so a run that comes again after it was cut off sends nothing twice. */
export function stillOwed(owed: readonly OwedAnswer[], ledger: ExchangeLedger): ReadonlySet<string> {
  return new Set(
    owed.filter(({ exchange, sentBefore }) => ledger.lastSent(exchange) <= sentBefore).map(({ exchange }) => exchange),
  );
}
