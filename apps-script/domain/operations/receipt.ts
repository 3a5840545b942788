import { hashOf } from "../changes/change-set";
import { findingOf, type Lost } from "../changes/lost";
import type { Day } from "../days/civil-day";
import { type Beforehand, hasDone, nothingDone } from "./beforehand";
import type { Operation, Prepared } from "./operation";
import type { RunStop } from "./write-begun";

/**
 * What became of an operation: `run` is null when there was nothing to write or nothing was to be written. `stopped` when it
 * was cut off after something was written: a run whose rest the next command writes, one that was closed and of which not all
 * could be taken back, or only what had to be done first. What is to be told of closed runs is among the findings too.
 */
export interface Receipt<R = unknown> extends Prepared<R>, Beforehand {
  readonly run: string | null;
  readonly applied: boolean;
  /** The workbook says something else by now than what was agreed to: nothing of the operation was written. */
  readonly isChanged: boolean;
  readonly stopped: RunStop | null;
}

/** How an operation ended. */
type End = Pick<Receipt, "run" | "applied" | "isChanged" | "stopped">;

export const NOT_APPLIED: End = { run: null, applied: false, isChanged: false, stopped: null };

/** Whether anything of an operation stands in the workbook. */
export function hasWritten(receipt: Receipt): boolean {
  return receipt.run !== null || receipt.stopped !== null || hasDone(receipt);
}

/** The receipt of an operation that has not been performed. */
export function notPerformed({ id }: Pick<Operation, "id">, { today }: { readonly today: Day }): Receipt {
  return receiptOf(undecided(id, today), nothingDone, NOT_APPLIED);
}

/** An operation that it did not come to. */
export function undecided<R>(action: string, today: Day): Prepared<R> {
  const changes = { action, today, cells: [], rows: [], blanked: [], findings: [], summary: {} };
  return { changes, hash: () => hashOf(changes), kept: [], choices: [], isNothing: true };
}

export function receiptOf<R>(
  { changes, ...prepared }: Prepared<R>,
  done: Beforehand,
  end: End,
  lost: readonly Lost[] = [],
): Receipt<R> {
  const findings = [...done.told, ...lost.map(findingOf), ...changes.findings];
  return { ...prepared, ...done, ...end, changes: { ...changes, findings } };
}
