import { daysBetween, isDay } from "../days/civil-day";
import { RUN } from "../schema/allowed";
import { CHANGE_PARTS } from "../schema/index";
import type { Run } from "../schema/records";
import { SETTING_SPECS } from "../schema/settings";
import type { Grids } from "../snapshot/grid";
import { rowsOf, type Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { changesDropped } from "../wording/undo";
import type { Finding } from "./finding";
import { found } from "./found";
import { compare } from "./outcome";
import { lastStanding } from "./undo";

/**
 * The runs whose change sets are to go, so that a workbook does not grow for ever: older than 保留改动天数, counted from the
 * earlier day of the last two runs, as the clock of one may have run ahead. A run found 待写 and the one that an undo takes back next are never among them. 操作记录 keeps all.
 */
export function outdatedRuns(snapshot: Pick<Snapshot, "runs" | "settings">): ReadonlySet<string> {
  const next = lastStanding(snapshot.runs)?.key;
  return new Set(oldRuns(snapshot).flatMap(({ state, key }) => (state !== RUN.pending && key !== next ? [key] : [])));
}

/** The runs that are older than their change sets are kept. */
export function oldRuns({ runs, settings }: Pick<Snapshot, "runs" | "settings">): readonly Run[] {
  const lastTwo = [...runs].sort((a, b) => compare(b.key, a.key)).slice(0, 2);
  const [last] = lastTwo.map(dayOf).filter(isDay).sort();
  if (last === undefined) return [];
  const days = daysKept(settings);
  return runs.filter((run) => isDay(dayOf(run)) && daysBetween(dayOf(run), last) > days);
}

/** Whether a workbook, read without what the change sets hold, has some that are to go. */
export function hasOutdated(grids: Grids, snapshot: Pick<Snapshot, "runs" | "settings">): boolean {
  const outdated = outdatedRuns(snapshot);
  const grid = grids.find(({ title }) => title === CHANGE_PARTS.title);
  return outdated.size > 0 && grid !== undefined && rowsOf(CHANGE_PARTS, grid).some(({ run }) => outdated.has(textOf(run)));
}

/** What is told of it. */
export function findingOfDropped(runs: readonly string[]): Finding {
  return found("W10", { table: "runs", row: null, column: null }, changesDropped(runs));
}

function dayOf({ time }: Run): string {
  return textOf(time).slice(0, 10);
}

/** An older workbook may have no row for it. */
function daysKept(settings: Snapshot["settings"]): number {
  const { item, initial, least } = SETTING_SPECS.keepChangesDays;
  const written = settings.find((row) => row.item === item)?.value;
  return typeof written === "number" && written >= least ? written : initial;
}
