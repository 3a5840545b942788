import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import type { DashboardColumn } from "../schema/dashboard";
import type { Snapshot } from "../snapshot/snapshot";
import { boardView } from "../views/board";
import { boardLines } from "../views/board-lines";
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
  const rows = new Map(snapshot.dashboard.map((row) => [row.key, row]));
  const repeated = new Set(snapshot.repeated.flatMap(({ table, key }) => (table === "dashboard" ? [key] : [])));
  for (const line of boardLines(view)) {
    const key = String(line.id);
    const row = rows.get(key);
    if (repeated.has(key)) continue;
    if (row === undefined) out.add("dashboard", line, dashboardReason);
    else
      for (const [column, value] of Object.entries(line))
        out.set("dashboard", row, column as DashboardColumn, value, dashboardReason);
  }
  return out.done({ enrolled: view.people.count, live: view.live.count });
}
