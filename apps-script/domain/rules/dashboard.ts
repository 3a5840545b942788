import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { DashboardColumn, DashboardRow } from "../schema/dashboard";
import type { Snapshot } from "../snapshot/snapshot";
import { boardView, unitFilesOf } from "../views/board";
import { type BoardLine, boardLines, fileLines } from "../views/board-lines";
import { dashboardReason } from "../wording/dashboard";
import type { Context } from "./context";
import { NOBODY } from "./left-out";

/**
 * The tab 看板: the numbers of the view, each in its line. A line that is not there is added below the others; of lines that are
 * there twice none is touched.
 *
 * Summary: the people in 名册, and how many of them are still on their way.
 */
export function dashboard(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder();
  const view = boardView(snapshot, { ...context, leftOut: NOBODY });
  for (const [line, row] of linesWithRows(boardLines(view), snapshot)) {
    if (row === null) out.add("dashboard", line, dashboardReason);
    else setLine(out, row, line);
  }
  return out.done({ enrolled: view.people.count, live: view.live.count });
}

/**
 * The lines of files alone, for a run that sends some: a sync works the board out before it sends, and the next one, with nothing
 * new, is to have nothing to write.
 */
export function dashboardFiles(snapshot: Snapshot): Outcome {
  const out = new OutcomeBuilder();
  for (const [line, row] of linesWithRows(fileLines({ files: unitFilesOf(snapshot) }), snapshot)) {
    if (row !== null) setLine(out, row, line);
  }
  return out.done();
}

/** Each line with its row in the tab; `null` where there is none. Lines that are there twice are left out. */
function linesWithRows(lines: readonly BoardLine[], { dashboard: present, repeated }: Snapshot) {
  const rows = new Map(present.map((row) => [row.key, row]));
  const twice = new Set(repeated.flatMap(({ table, key }) => (table === "dashboard" ? [key] : [])));
  return lines.flatMap((line) => (twice.has(String(line.id)) ? [] : [[line, rows.get(String(line.id)) ?? null] as const]));
}

function setLine(out: OutcomeBuilder, row: DashboardRow, line: BoardLine): void {
  for (const [column, value] of Object.entries(line))
    out.set("dashboard", row, column as DashboardColumn, value, dashboardReason);
}
