import type { CellWrite } from "../changes/write-plan";
import type { Steps } from "../moving/hand";
import type { Host } from "../operations/host";
import { answered } from "../operations/steps";
import { Refusal } from "../refusal";
import { TABLES } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import { snapshotOf } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { turnRestless } from "../wording/next-year";
import { carryRun, type TurnHead } from "./carry-run";
import { TabRewrite } from "./tab-rewrite";
import { type PendingTurn, pendingTurn } from "./turn-journal";
import { turnWrites } from "./turn-writes";

const ROUNDS = 4;
const FIRST_RUN = "R00001";

/**
 * Writes what is still missing of a carry-over that was begun in this document, however much of it stands; its log comes last, so
 * that what is cut off is found again. The only writer of the document calls it.
 *
 * @returns the run that was finished; null where none was begun
 * @throws {Refusal} `restless` when people kept changing the cells
 */
export function* finishTurn(host: Host): Steps<string | null> {
  for (let round = 1; ; round++) {
    const grids = yield* wholeBook(host);
    const pending = pendingTurn(snapshotOf(grids, ["runs", "changeParts"]));
    if (pending === null) return null;
    const writes = turnWrites(grids, pending.turn);
    if (writes.length === 0) {
      yield* answered(host.write(logStages(grids, pending)));
      return pending.run.key;
    }
    if (round === ROUNDS) throw new Refusal("restless", turnRestless);
    yield* answered(host.write([writes]));
  }
}

/** All tabs, with all formulas. */
export function* wholeBook(host: Host): Steps<Grids> {
  const grids = yield* answered(host.read());
  const titles = new Set(Object.values(TABLES).map(({ title }) => title as string));
  return host.withFormulas ? yield* answered(host.withFormulas(titles)) : grids;
}

/**
 * The log of the new book is the one row of the carry-over. What the runs of the old year changed goes before their rows, and what
 * the pending run is to do before its row: a cut between two stages leaves nothing that a later run of the same number meets.
 */
function logStages(grids: Grids, { run, turn }: PendingTurn): CellWrite[][] {
  const log = snapshotOf(grids, ["runs", "changeParts"]);
  const own = new Set(log.changeParts.filter((part) => part.run === run.key).map(({ at }) => at));
  const place = log.runs.find(({ key }) => key === FIRST_RUN)?.at ?? firstPlace(grids);
  const parts = new TabRewrite("changeParts", grids);
  parts.clearBut(new Set());
  const runs = new TabRewrite("runs", grids);
  runs.clearBut(new Set());
  runs.replace(place, carryRun(FIRST_RUN, turn, headOf(run)));
  const isPending = ({ at }: CellWrite): boolean => at === run.at && at !== place;
  return [
    parts.writes.filter(({ at }) => !own.has(at)),
    runs.writes.filter((write) => !isPending(write)),
    parts.writes.filter(({ at }) => own.has(at)),
    runs.writes.filter(isPending),
  ];
}

const headOf = ({ time, clerk, source }: PendingTurn["run"]): TurnHead => ({
  time: textOf(time),
  clerk: textOf(clerk),
  source: textOf(source),
});

function firstPlace(grids: Grids): number {
  const grid = grids.find(({ title }) => title === TABLES.runs.title);
  return (grid?.headerRow ?? 1) + 1;
}
