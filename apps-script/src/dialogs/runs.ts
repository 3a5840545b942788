import { RUN } from "../../domain/schema/allowed";
import { snapshotOf } from "../../domain/snapshot/snapshot";
import { textOf } from "../../domain/snapshot/value";
import type { GoogleSheetHost } from "../google-sheet-host";
import type { RunList } from "./view";

const SHOWN = 50;

/** 操作记录 for the log dialog, the latest run first. */
export function runsIn(host: Pick<GoogleSheetHost, "read">): RunList {
  const { runs } = snapshotOf(host.read(["runs"]), ["runs"]);
  const latest = [...runs].sort((a, b) => (a.key < b.key ? 1 : -1));
  return {
    runs: latest.slice(0, SHOWN).map((row) => ({
      run: row.key,
      time: timeOf(textOf(row.time)),
      clerk: textOf(row.clerk),
      action: textOf(row.action),
      source: textOf(row.source),
      changes: textOf(row.changes),
      state: textOf(row.state),
      canUndo: row.state === RUN.done,
    })),
    older: Math.max(0, latest.length - SHOWN),
  };
}

/** `2024-03-01 09:00` of a moment written with its offset; anything else as it stands. */
function timeOf(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(moment) ? moment.slice(0, 16).replace("T", " ") : moment;
}
