import { type Closed, ProtectedTab, refuseClosed } from "../changes/closed";
import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import type { Recovery } from "../changes/recover";
import type { Steps } from "../moving/hand";
import { finishTurn } from "../next-year/finish-turn";
import { hasBegunTurn } from "../next-year/turn-journal";
import { TABLE_NAMES, type TableName } from "../schema/index";
import { nameOf } from "../schema/titles";
import type { Grids } from "../snapshot/grid";
import { numberFormats } from "../wording/workbook";
import type { Host, Mended } from "./host";
import { contentOfLost, findingOfLostColumns, headersOfLost, looksOfLost, lostColumns } from "./lost-columns";
import { findingOfLost, lostTabs } from "./lost-tabs";
import { findingOfLeft, type Migration, migrationOf } from "./migrate";
import { findingsOf, hasPending, nextRefused, settlingOf } from "./settling";
import { answered } from "./steps";
import { causeOf } from "./write-begun";

/** What was written before an operation was decided. */
export interface Beforehand {
  /** The workbook was of an older schema and is of this one now. */
  readonly isMigrated: boolean;
  /** Runs that were found half written, and that are finished now. */
  readonly finished: readonly string[];
  /** What is to be told of it: runs that could not be finished and were closed, looks of staff's own that were left. */
  readonly told: readonly Finding[];
}

/** `Beforehand`, while it is being done. */
export type Doing = { -readonly [K in keyof Beforehand]: Beforehand[K] };

export const nothingDone: Beforehand = { isMigrated: false, finished: [], told: [] };

export function hasDone({ isMigrated, finished, told }: Beforehand): boolean {
  return isMigrated || finished.length > 0 || told.length > 0;
}

/** The workbook as an operation is to find it; what has to be written for that is noted in `done`. */
export function* readyGrids(host: Host, tables: readonly TableName[], done: Doing): Steps<Grids> {
  const found = yield* restored(host, tables, done);
  const grids = (yield* migrated(host, found, done)) ? yield* answered(host.read(tables)) : found;
  const ready = (yield* recovered(host, grids, done)) ? yield* answered(host.read(tables)) : grids;
  const mended = host.mend ? yield* answered(host.mend()) : [];
  done.told = [...done.told, ...mended.map(findingOfMended)];
  return ready;
}

function findingOfMended({ table, columns, cells }: Mended): Finding {
  return found("W14", { table: nameOf(table), row: null, column: null }, numberFormats(table.title, columns, cells));
}

/** The tables, read once their lost tabs and columns are made anew; if one is lost, all that are. */
function* restored(host: Host, tables: readonly TableName[], done: Doing): Steps<Grids> {
  const grids = yield* answered(host.read(tables));
  if (lostTabs(grids, tables).length === 0 && lostColumns(grids, tables).length === 0) return grids;
  const all = yield* answered(host.read());
  const lost = lostTabs(all, TABLE_NAMES);
  if (lost.length > 0) yield* answered(host.addTabs(lost));
  done.told = lost.map(findingOfLost);
  yield* columnsRestored(host, lost.length > 0 ? yield* answered(host.read()) : all, done);
  return yield* answered(host.read(tables));
}

/** Titles first, then what is still known of their cells: the columns are found by their titles. */
function* columnsRestored(host: Host, grids: Grids, done: Doing): Steps<void> {
  const lost = lostColumns(grids, TABLE_NAMES);
  if (lost.length === 0) return;
  const headers = headersOfLost(grids, lost);
  refuseClosed(yield* closedOf(host), headers);
  yield* answered(host.write([headers]));
  done.told = [...done.told, ...lost.map(findingOfLostColumns)];
  const content = contentOfLost(yield* answered(host.read()), lost);
  // What is written and looked for next comes from the last look.
  if (content.length > 0) {
    yield* answered(host.write([content]));
    yield* answered(host.read());
  }
  yield* answered(host.restyle(looksOfLost(lost), []));
}

/** People go on working: what is written next comes from the last look. The mark is last, so that what is cut off is done again. */
function* migrated(host: Host, grids: Grids, done: Doing): Steps<boolean> {
  if (!migrationOf(grids)) return false;
  const tabs = yield* nextOf(host);
  if (tabs) refuseClosed(yield* closedOf(host), [...tabs.cells, tabs.mark]);
  if (tabs && tabs.tabs.length > 0) {
    yield* answered(host.addTabs(tabs.tabs));
    done.isMigrated = true;
  }
  const cells = tabs && tabs.tabs.length > 0 ? yield* nextOf(host) : tabs;
  if (!cells) return true;
  yield* answered(host.write([cells.cells]));
  done.isMigrated = true;
  const last = yield* nextOf(host);
  if (!last) return true;
  done.told = [...done.told, ...(yield* answered(host.restyle(last.looks, last.settings))).map(findingOfLeft)];
  yield* answered(host.write([[last.mark]]));
  return true;
}

function* nextOf(host: Host): Steps<Migration | null> {
  return migrationOf(yield* answered(host.read()));
}

function* recovered(host: Host, grids: Grids, done: Doing): Steps<boolean> {
  if (!hasPending(grids)) return false;
  const turned = hasBegunTurn(grids) ? yield* finishTurn(host) : null;
  const recovery = yield* settled(host, new Set());
  done.finished = [...(turned === null ? [] : [turned]), ...recovery.finished];
  done.told = [...done.told, ...findingsOf(recovery)];
  return true;
}

/** Finishes runs that were cut off, or closes them. `refused` are tabs that turned out to be protected meanwhile. */
export function* settled(host: Host, refused: ReadonlySet<string>): Steps<Recovery> {
  const recovery = settlingOf(yield* answered(host.read()), yield* closedOf(host), refused);
  try {
    if (recovery.writes.length > 0) yield* answered(host.write([recovery.writes]));
    return recovery;
  } catch (error) {
    const cause = causeOf(error);
    if (!(cause instanceof ProtectedTab)) throw error;
    return yield* settled(host, nextRefused(cause, refused));
  }
}

/** What is protected against this program. */
export function* closedOf(host: Host): Steps<readonly Closed[]> {
  return host.closed ? yield* answered(host.closed()) : [];
}
