import { runThatTook, wasReceived } from "../../../apps-script/domain/exchange/owed-answers";
import type { Host } from "../../../apps-script/domain/operations/host";
import type { ImportRun } from "../../../apps-script/domain/operations/import";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { perform, type Receipt, type Terms } from "../perform";
import { makeReady } from "./addressed-answers";
import { type HeldAnswer, type HeldAnswers, keyOf } from "./sync/held-answers";

/** Where an import writes, and where it keeps what it has still to tell. */
export interface ImportPlaces {
  readonly host: Host;
  readonly answers: HeldAnswers;
}

/** An answer that an earlier command owed when it was cut off, and the run that took its file in. */
export interface DueAnswer {
  readonly answer: HeldAnswer;
  readonly run: string | null;
}

/** What an import came to, and what units are to be told. */
export interface HeldImport {
  readonly receipt: Receipt;
  /** Answers to the files of this import. */
  readonly fresh: readonly HeldAnswer[];
  readonly due: readonly DueAnswer[];
  /** Held answers whose files never came into the workbook. */
  readonly outdated: readonly HeldAnswer[];
  /** For each file that was read, the run that had taken its content in before. */
  readonly takenIn: readonly (string | null)[];
}

/**
 * Performs an import so that whoever cuts it off right after the write leaves the answers that units are owed behind. A dry run
 * holds nothing.
 *
 * @param freshOf the answers to the files of this import, on the workbook as it was before
 */
export async function performHeld(
  { host, answers }: ImportPlaces,
  { operation, reports }: ImportRun,
  terms: Terms,
  freshOf: (snapshot: Snapshot) => readonly HeldAnswer[],
): Promise<HeldImport> {
  const earlier = terms.dryRun === true ? [] : await answers.all();
  let told: Omit<HeldImport, "receipt"> = { fresh: [], due: [], outdated: [], takenIn: [] };
  const observed: Operation = {
    ...operation,
    decide: (snapshot, context) => {
      const decision = operation.decide(snapshot, context);
      const due = earlier.filter((answer) => wasReceived(snapshot, answer));
      const fresh = without(freshOf(snapshot), due);
      told = {
        fresh,
        due: due.map((answer) => ({ answer, run: runThatTook(snapshot, answer) })),
        outdated: without(earlier, [...due, ...fresh]),
        takenIn: reports().map((report) => (report.importedBefore ? runThatTook(snapshot, report) : null)),
      };
      return decision;
    },
  };
  const beforeWrite = async (): Promise<void> => {
    await makeReady(told.fresh);
    await answers.hold(told.fresh);
  };
  const receipt = await perform(host, observed, { ...terms, beforeWrite });
  return { receipt, ...told };
}

function without(answers: readonly HeldAnswer[], others: readonly HeldAnswer[]): HeldAnswer[] {
  const keys = new Set(others.map(keyOf));
  return answers.filter((answer) => !keys.has(keyOf(answer)));
}
