import { Refusal } from "../../../apps-script/domain/refusal";
import { refusal } from "../refusal";
import { oneLine } from "../wording/plain-text";
import { ended } from "../wording/readers";
import { readerLimits } from "./limits";
import { ReaderPool } from "./pool";
import type { End, Outcome } from "./reader";
import type { Given, Result, TaskName } from "./tasks";

/** Where the built program stands; sources run as they are have no file that a process could run, and read where they are. */
declare const BUILT_AT: string;
const pool = typeof BUILT_AT === "string" ? new ReaderPool(new URL("./reader-process.mjs", BUILT_AT), readerLimits) : null;

/** How many files are worth asking about at a time: twice what the processes are given, so that none of them waits. */
export const READS_AT_ONCE = 2 * readerLimits.processes * readerLimits.filesAtOnce;

/** A reader's process ended over a file, which said nothing itself. */
export class ReaderEnded extends Refusal {
  constructor(
    readonly end: End,
    label: string,
  ) {
    super(`reader-${end}`, oneLine(ended[end](label)));
  }
}

/** Starts a process while the caller still does other things. */
export function warmReaders(): void {
  pool?.warm();
}

/**
 * Lets a file that did not come from us be read by a process of its own.
 *
 * @param label the file's name in sentences
 * @throws {Refusal} why it is not read; {@link ReaderEnded} when reading it ended the process
 */
export async function read<K extends TaskName>(label: string, task: K, ...given: Given<K>): Promise<Result<K>> {
  if (pool !== null) return resultOf(await pool.ask({ task, given, label }), label) as Result<K>;
  const [{ runTask }, { refusalOf }] = await Promise.all([import("./tasks"), import("./refusal-of")]);
  return runTask(task, given).catch((error: unknown) => {
    const { code, message } = refusalOf(error, label);
    throw refusal(code, message);
  });
}

function resultOf(outcome: Outcome, label: string): unknown {
  if ("value" in outcome) return outcome.value;
  if ("ended" in outcome) throw new ReaderEnded(outcome.ended, label);
  throw refusal(outcome.refused.code, outcome.refused.message);
}
