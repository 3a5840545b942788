import { runThatTook, wasReceived } from "../../../apps-script/domain/exchange/owed-answers";
import type { Host } from "../../../apps-script/domain/operations/host";
import { type ImportReport, NOTHING_IMPORTED } from "../../../apps-script/domain/operations/import";
import type { Operation, Reporting } from "../../../apps-script/domain/operations/operation";
import { RUN } from "../../../apps-script/domain/schema/allowed";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { IMPORT_TITLE } from "../../../apps-script/domain/wording/import";
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

/** What units are to be told of an import, and of earlier ones. */
interface Told {
  /** Answers to the files of this import. */
  readonly fresh: readonly HeldAnswer[];
  readonly due: readonly DueAnswer[];
  /** Held answers whose files never came into the workbook. */
  readonly outdated: readonly HeldAnswer[];
  /** For each file that was read, the run that had taken its content in before. */
  readonly takenIn: readonly (string | null)[];
}

/** What an import came to, and what units are to be told. */
export interface HeldImport extends Told {
  readonly receipt: Receipt;
  readonly imported: ImportReport;
}

interface HeldReport {
  readonly imported: ImportReport;
  readonly told: Told;
}

const NOTHING: HeldReport = { imported: NOTHING_IMPORTED, told: { fresh: [], due: [], outdated: [], takenIn: [] } };

/**
 * Performs an import so that whoever cuts it off right after the write leaves the answers that units are owed behind. A dry run
 * holds nothing.
 *
 * @param freshOf the answers to the files of this import, on the workbook as it was before
 */
export async function performHeld(
  { host, answers }: ImportPlaces,
  operation: Reporting<ImportReport>,
  terms: Terms,
  freshOf: (imported: ImportReport, snapshot: Snapshot) => readonly HeldAnswer[],
): Promise<HeldImport> {
  const earlier = terms.dryRun === true ? [] : await answers.all();
  const observed: Operation<HeldReport> = {
    ...operation,
    decide: (snapshot, context) => {
      const { report: imported, ...decision } = operation.decide(snapshot, context);
      return { ...decision, report: { imported, told: toldOf(imported, snapshot, earlier, freshOf(imported, snapshot)) } };
    },
  };
  let isHeld = terms.dryRun === true;
  const hold = async ({ told }: HeldReport = NOTHING): Promise<void> => {
    await makeReady(told.fresh);
    await answers.hold(told.fresh);
    isHeld = true;
  };
  const receipt = await perform(host, observed, { ...terms, beforeWrite: hold });
  // Of lists that brought nothing there may be something to tell without anything to write.
  if (!isHeld && receipt.stopped === null) await hold(receipt.report);
  const { imported, told } = receipt.report ?? NOTHING;
  return { receipt, imported, ...told };
}

function toldOf(
  { files }: ImportReport,
  snapshot: Snapshot,
  earlier: readonly HeldAnswer[],
  answers: readonly HeldAnswer[],
): Told {
  const made = [...new Map(answers.map((answer) => [keyOf(answer), answer])).values()];
  const taken = earlier.filter((answer) => wasReceived(snapshot, answer) || runOf(snapshot, answer) !== null);
  const fresh = without(made, taken);
  const due = [...taken, ...without(earlier.filter(isLeftToTell), [...taken, ...fresh])];
  return {
    fresh,
    due: due.map((answer) => ({ answer, run: runThatTook(snapshot, answer) ?? runOf(snapshot, answer) })),
    outdated: without(earlier, [...due, ...fresh]),
    takenIn: files.map((report) => (report.importedBefore ? runThatTook(snapshot, report) : null)),
  };
}

/** The run of the import that held the answer to a list, also where nothing of that list came into the workbook. */
function runOf({ runs }: Pick<Snapshot, "runs">, { kind, to }: HeldAnswer): string | null {
  if (kind !== "foreign" || to === null) return null;
  return runs.find(({ action, time, state }) => action === IMPORT_TITLE && state === RUN.done && time === to.time)?.key ?? null;
}

/** Of the inbox a list of which nothing was taken is gone by now; what was refused of it stays as true as it was. */
function isLeftToTell({ kind, to }: HeldAnswer): boolean {
  return kind === "foreign" && to === null;
}

function without(answers: readonly HeldAnswer[], others: readonly HeldAnswer[]): HeldAnswer[] {
  const keys = new Set(others.map(keyOf));
  return answers.filter((answer) => !keys.has(keyOf(answer)));
}
