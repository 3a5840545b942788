import { hashOf } from "../../apps-script/domain/changes/change-set";
import { ProtectedTab, refuseClosed } from "../../apps-script/domain/changes/closed";
import { findingOf, type Lost } from "../../apps-script/domain/changes/lost";
import type { CellWrite, RunHead, WritePlan } from "../../apps-script/domain/changes/write-plan";
import type { Day } from "../../apps-script/domain/days/civil-day";
import type { Host } from "../../apps-script/domain/operations/host";
import { keyWrites } from "../../apps-script/domain/operations/keying";
import { asMigrated } from "../../apps-script/domain/operations/migrate";
import { isSealed, type Operation, type Prepared, prepare, tablesOf } from "../../apps-script/domain/operations/operation";
import { refusalOf } from "../../apps-script/domain/operations/settling";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import { withWrites } from "../../apps-script/domain/snapshot/written-grids";
import { type Beforehand, closedOf, type Doing, hasDone, nothingDone, readyGrids, settled } from "./beforehand";
import { freshKey } from "./fresh-key";
import { type Stop, WriteBegun } from "./half-way";

export interface Terms {
  readonly today: Day;
  readonly head: Omit<RunHead, "title">;
  /** Decide and place, but write nothing. */
  readonly dryRun?: boolean;
  /** Told what begins, so that a person can be told. */
  readonly onPhase?: (phase: Phase) => void;
  /**
   * Called right before the write, if there is one and not on a dry run: keeps what must not get lost when the program is cut
   * off right after it, and fails where what has to follow could not be done.
   */
  readonly beforeWrite?: () => Promise<void>;
}

export type Phase = "read" | "decide" | "write" | "done";

/**
 * What became of an operation: `run` is null when there was nothing to write or nothing was to be written. `stopped` when it
 * was cut off after something was written: a run whose rest the next command writes, one that was closed and of which not all
 * could be taken back, or only what had to be done first. What is to be told of closed runs is among the findings too.
 */
export interface Receipt extends Prepared, Beforehand {
  readonly run: string | null;
  readonly applied: boolean;
  readonly stopped: Stop | null;
}

/** Whether anything of an operation stands in the workbook. */
export function hasWritten(receipt: Receipt): boolean {
  return receipt.run !== null || receipt.stopped !== null || hasDone(receipt);
}

/**
 * The one pattern: lock, read, decide, write. An older workbook is brought up first, a cut-off run finished first; one that
 * is to seal files for the first time gets its secret. Rejects only while nothing was written.
 */
export async function perform(host: Host, operation: Operation, terms: Terms): Promise<Receipt> {
  const begin = terms.onPhase ?? (() => undefined);
  begin("read");
  if (!terms.dryRun) return host.exclusively(() => apply(host, operation, terms));
  const grids = asMigrated(await host.read(tablesOf(operation)));
  begin("decide");
  const prepared = prepare(withWrites(grids, keyWritesFor(host, operation, grids)), operation, terms.today, terms.head);
  begin("done");
  return receiptOf(prepared, nothingDone, { run: null, applied: false, stopped: null });
}

/** The receipt of an operation that has not been performed. */
export function notPerformed(operation: Pick<Operation, "id">, { today }: Pick<Terms, "today">): Receipt {
  return receiptOf(undecided(operation, today), nothingDone, { run: null, applied: false, stopped: null });
}

function undecided({ id }: Pick<Operation, "id">, today: Day): Prepared {
  const changes = { action: id, today, cells: [], rows: [], blanked: [], findings: [], summary: {} };
  return { changes, hash: () => hashOf(changes), kept: [], plan: null };
}

function receiptOf(
  { changes, ...prepared }: Prepared,
  done: Beforehand,
  end: Pick<Receipt, "run" | "applied" | "stopped">,
  lost: readonly Lost[] = [],
): Receipt {
  const findings = [...done.told, ...lost.map(findingOf), ...changes.findings];
  return { ...prepared, ...done, ...end, changes: { ...changes, findings } };
}

async function apply(host: Host, operation: Operation, terms: Terms): Promise<Receipt> {
  const begin = terms.onPhase ?? (() => undefined);
  const done: Doing = { ...nothingDone };
  let prepared = undecided(operation, terms.today);
  try {
    const grids = await readyGrids(host, tablesOf(operation), done);
    const key = keyWritesFor(host, operation, grids);
    begin("decide");
    prepared = prepare(withWrites(grids, key), operation, terms.today, terms.head);
    begin("write");
    const { plan } = prepared;
    const lost = plan ? await written(host, { ...plan, journal: [...key, ...plan.journal] }, terms) : [];
    begin("done");
    return receiptOf(prepared, done, { run: plan?.run ?? null, applied: true, stopped: null }, lost);
  } catch (error) {
    if (error instanceof WriteBegun) {
      const run = prepared.plan?.run ?? null;
      return receiptOf(prepared, done, { run, applied: true, stopped: { at: error.at, error: error.cause } });
    }
    if (!hasDone(done)) throw error;
    const stopped: Stop = { at: "begin", error };
    return receiptOf(undecided(operation, terms.today), done, { run: null, applied: false, stopped });
  }
}

/**
 * Nothing is written into protected tabs; where one became so just then, what was written of the run is taken back.
 *
 * @throws {WriteBegun} also when not all of it could be
 */
async function written(host: Host, plan: WritePlan, { beforeWrite }: Terms): Promise<readonly Lost[]> {
  const stages = [plan.journal, plan.cells, plan.done];
  refuseClosed(await closedOf(host), stages.flat());
  await beforeWrite?.();
  try {
    return await host.write(stages);
  } catch (error) {
    const isBegun = error instanceof WriteBegun;
    const cause = isBegun ? error.cause : error;
    if (!(cause instanceof ProtectedTab)) throw error;
    const recovery = await settled(host, new Set(cause.tabs)).catch((failure: unknown) => {
      throw isBegun && !(failure instanceof WriteBegun) ? new WriteBegun(failure) : failure;
    });
    const refusal = refusalOf(cause, plan, recovery);
    if (!refusal) return [];
    const isLeft = recovery.closed.some(({ run, left }) => run === plan.run && left.length > 0);
    throw isLeft ? new WriteBegun(refusal, "close") : refusal;
  }
}

/** What a workbook still needs to seal files; it goes in with the run's first cells, past the log. */
function keyWritesFor({ document = "" }: Host, operation: Operation, grids: Grids): readonly CellWrite[] {
  return isSealed(operation) ? keyWrites(grids, document, freshKey) : [];
}
