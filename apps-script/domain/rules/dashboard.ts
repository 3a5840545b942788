import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import {
  BLOCK_NAMES,
  BLOCKS,
  DASHBOARD,
  type DashboardColumn,
  type DashboardRow,
  lineId,
  placeOfBlock,
} from "../schema/dashboard";
import type { Snapshot } from "../snapshot/snapshot";
import { boardView, unitFilesOf } from "../views/board";
import { type BoardLine, boardLines, fileLines } from "../views/board-lines";
import { dashboardReason } from "../wording/dashboard";
import { boardChartsAdvice, lostBoardLines } from "../wording/workbook";
import type { Context } from "./context";
import { NOBODY } from "./left-out";

/**
 * The tab 看板: the numbers of the view, each line at its place, as charts read rows: sorted rows are written anew where they stand,
 * and 编号 names a row, whatever it holds. Lines for which there is no row come below the others.
 *
 * Summary: the people in 名册, and how many of them are still on their way.
 */
export function dashboard(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder();
  const view = boardView(snapshot, { ...context, leftOut: NOBODY });
  const [lines, slots, ids] = [boardLines(view), slotsOf(snapshot), freeIds(snapshot)];
  lines.forEach((line, place) => {
    const slot = slots[place];
    if (slot === undefined) out.add("dashboard", { ...line, id: ids.shift() ?? line.id }, dashboardReason);
    else if (slot.row) setLine(out, slot.row, { ...line, id: slot.row.id ?? ids.shift() ?? line.id });
  });
  const missing = lines.length - slots.length;
  if (slots.length > 0 && missing > 0) out.take(shortened(missing));
  return out.done({ enrolled: view.people.count, live: view.live.count });
}

/**
 * The lines of files alone, for a run that sends some: a sync works the board out before it sends, and the next one, with nothing
 * new, is to have nothing to write.
 */
export function dashboardFiles(snapshot: Snapshot): Outcome {
  const out = new OutcomeBuilder();
  const [slots, first] = [slotsOf(snapshot), placeOfBlock("files")];
  fileLines({ files: unitFilesOf(snapshot) }).forEach((line, index) => {
    const row = slots[first + index]?.row;
    if (row && row.id !== null) setLine(out, row, { ...line, id: row.id });
  });
  return out.done();
}

/** A row of the tab; none can be written where several share its 编号. */
interface Slot {
  readonly at: number;
  readonly row: DashboardRow | null;
}

/** Rows with a 编号, or all where that column was lost, from above; of several that share one the first. */
function slotsOf({ dashboard: present, repeated }: Snapshot): readonly Slot[] {
  const known = present.filter(({ id }) => id !== null);
  const twice = repeated.filter(({ table, line }) => table === "dashboard" && line === undefined);
  const rows = known.length + twice.length > 0 ? known : present;
  return [...rows.map((row) => ({ at: row.at, row })), ...twice.map(({ at }) => ({ at: Math.min(...at), row: null }))].sort(
    (one, other) => one.at - other.at,
  );
}

/** What no row is named. */
function freeIds({ dashboard: present, repeated }: Snapshot): string[] {
  const taken = new Set([...present.map(({ id }) => String(id)), ...repeated.map(({ key }) => key)]);
  return BLOCK_NAMES.flatMap((block) => Array.from({ length: BLOCKS[block] }, (_, place) => lineId(block, place))).filter(
    (id) => !taken.has(id),
  );
}

function shortened(count: number): Finding {
  const message = lostBoardLines(DASHBOARD.title, count);
  return found("W12", { table: "dashboard", row: null, column: null }, message, { advice: boardChartsAdvice });
}

function setLine(out: OutcomeBuilder, row: DashboardRow, line: BoardLine): void {
  for (const [column, value] of Object.entries(line))
    out.set("dashboard", row, column as DashboardColumn, value, dashboardReason);
}
