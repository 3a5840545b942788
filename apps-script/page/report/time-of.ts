import { RUN } from "../../domain/schema/allowed";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { textOf } from "../../domain/snapshot/value";

const SHOWN = 50;

/** One run of 操作记录. */
interface RunLine {
  readonly run: string;
  readonly time: string;
  readonly clerk: string;
  readonly action: string;
  readonly source: string;
  readonly changes: string;
  readonly state: string;
  readonly canUndo: boolean;
}

/** The latest runs first; `older` counts those not listed. */
export interface RunList {
  readonly runs: readonly RunLine[];
  readonly older: number;
}

/** 操作记录, the latest run first. */
export function runsIn({ runs }: Pick<Snapshot, "runs">): RunList {
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
export function timeOf(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(moment) ? moment.slice(0, 16).replace("T", " ") : moment;
}
