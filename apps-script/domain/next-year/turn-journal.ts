import { nextRun } from "../changes/apply";
import { packText, unpackText } from "../changes/journal";
import { partsOfRun } from "../changes/recover";
import type { CellWrite } from "../changes/write-plan";
import { RUN } from "../schema/allowed";
import type { Run } from "../schema/records";
import type { Grids } from "../snapshot/grid";
import { type SnapshotWith, snapshotOf } from "../snapshot/snapshot";
import { CARRY_TITLE } from "../wording/next-year";
import type { BookTurn } from "./book-turn";
import { carryRun, type TurnHead } from "./carry-run";
import { TabRewrite } from "./tab-rewrite";

type Log = SnapshotWith<"runs" | "changeParts">;

/** A carry-over that was begun in a copy: its row of 操作记录, 待写, and what is to be done, from `_改动`. */
export interface PendingTurn {
  readonly run: Run;
  readonly turn: BookTurn;
}

/** In the place of the version of a change set: an older program knows no such one and takes the run for none. */
const KIND = "turn";

/** The journal of a carry-over in a copy, to be written before anything else: the run first, then what it is to do. */
export function turnJournal(grids: Grids, log: Log, turn: BookTurn, head: TurnHead): CellWrite[] {
  const run = nextRun(log);
  const [runs, parts] = [new TabRewrite("runs", grids), new TabRewrite("changeParts", grids)];
  runs.goBelow();
  runs.fill({ ...carryRun(run, turn, head), state: RUN.pending });
  parts.goBelow();
  packText(JSON.stringify({ v: KIND, turn })).forEach((content, at) => {
    parts.fill({ run, part: at + 1, content });
  });
  return [...runs.writes, ...parts.writes];
}

/** Whether 操作记录 tells of a carry-over that may have been cut off here. */
export function hasBegunTurn(grids: Grids): boolean {
  return snapshotOf(grids, ["runs"]).runs.some(isBegun);
}

const isBegun = ({ state, action }: Run): boolean => state === RUN.pending && action === CARRY_TITLE;

/** The carry-over that was begun and is not done; null where there is none, or was cut off while its journal was written. */
export function pendingTurn(log: Log): PendingTurn | null {
  for (const run of log.runs.filter(isBegun)) {
    const turn = turnIn(partsOfRun(log, run.key));
    if (turn !== null) return { run, turn };
  }
  return null;
}

function turnIn(parts: readonly string[]): BookTurn | null {
  try {
    const read = JSON.parse(unpackText(parts)) as { readonly v?: unknown; readonly turn?: BookTurn } | null;
    return read?.v === KIND ? (read.turn ?? null) : null;
  } catch {
    return null;
  }
}
