import { changesOfRun, unreadable } from "../../../../apps-script/domain/changes/recover";
import { maskText } from "../../../../apps-script/domain/people/masks";
import { RUNS } from "../../../../apps-script/domain/schema/index";
import { type SnapshotWith, snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { noSuchRun } from "../../../../apps-script/domain/wording/undo";
import { refusal } from "../../refusal";
import * as say from "../../wording/report";
import { type Run, textOption } from "../command";
import { cellsOf } from "../receipt";
import { gridsOf } from "../session";
import { textTable } from "../text-table";

const LOGGED = ["runs", "changeParts", "settings"] as const;

export const run: Run = async (common, _args, options) => {
  const snapshot = snapshotOf(await gridsOf(common, LOGGED), LOGGED);
  const wanted = textOption(options, "run");
  if (wanted !== undefined) return oneRun(snapshot, wanted);
  const columns = Object.entries(RUNS.columns);
  const runs = snapshot.runs.map((row) =>
    Object.fromEntries(columns.map(([name, column]) => [column.title, row[name as keyof typeof RUNS.columns]])),
  );
  const titles = columns.flatMap(([, column]) => ("hidden" in column ? [] : [column.title]));
  const lines = runs.map((row) => titles.map((title) => String(row[title] ?? "")));
  return { json: { runs }, text: runs.length === 0 ? say.noRuns : textTable(titles, lines), needsPerson: false };
};

function oneRun(snapshot: SnapshotWith<(typeof LOGGED)[number]>, wanted: string) {
  if (!snapshot.runs.some((row) => row.id === wanted)) throw refusal("no-run", noSuchRun(wanted));
  const changes = changesOfRun(snapshot, wanted);
  if (!changes) throw refusal("broken-run", unreadable(snapshot, wanted));
  const cells = cellsOf({ changes });
  const text = (value: string | number | null): string => maskText(value === null ? "" : String(value));
  const lines = cells.map((cell) => [cell.table, cell.row, cell.column, text(cell.before), text(cell.after)]);
  return {
    json: { cells },
    text: cells.length === 0 ? say.noCells : textTable(["表", "行", "列", "原值", "新值"], lines),
    needsPerson: false,
  };
}
