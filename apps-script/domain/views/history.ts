import { countAbout, isAbout } from "../changes/about-people";
import { RUN } from "../schema/allowed";
import type { Run } from "../schema/records";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import * as say from "../wording/views";
import type { RunLine } from "./lines";
import { runLines } from "./runs";

/** What a run did about this person, in a sentence. */
export interface HistoryLine {
  readonly run: string;
  readonly time: string | null;
  readonly clerk: string | null;
  readonly isUndone: boolean;
  readonly sentence: string;
}

/** What 操作记录 says of somebody. */
export interface History {
  /** The newest first. */
  readonly history: readonly HistoryLine[];
  /** Runs about so many people that 操作记录 does not say whom: any of them may have touched this person. */
  readonly untold: readonly RunLine[];
}

/** What 操作记录 says of these enrolments, the newest run first. */
export function historyOf(snapshot: Snapshot, keys: readonly string[]): History {
  const runs = new Map(snapshot.runs.map((run) => [run.key, run]));
  const history: HistoryLine[] = [];
  const untold: RunLine[] = [];
  for (const line of runLines(snapshot)) {
    const run = runs.get(line.id);
    const about = keys.map((key) => isAbout(run?.people ?? null, key));
    if (run && about.includes(true)) history.push(historyLine(run));
    else if (about.includes("untold")) untold.push(line);
  }
  return { history, untold };
}

function historyLine({ key: run, time, clerk, action, summary, state, people }: Run): HistoryLine {
  const [called, count] = [textOf(action), countAbout(textOf(people))];
  const done = count > 1 ? say.oneOfMany(called, count) : (summary ?? called);
  const isBroken = state === RUN.unfinished || state === RUN.pending;
  return { run, time, clerk, isUndone: state === RUN.undone, sentence: isBroken ? say.notFinished(done) : done };
}
