import { optional } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { CONFLICTS } from "../../../../apps-script/domain/schema/index";
import { RUNS } from "../../../../apps-script/domain/schema/records";
import { textOf, type Value } from "../../../../apps-script/domain/snapshot/value";
import { type CellLine, type RowLine, type RunDetail, type RunsView, runsView } from "../../../../apps-script/domain/views/runs";
import { noSuchRun } from "../../../../apps-script/domain/wording/undo";
import { refusal } from "../../refusal";
import * as say from "../../wording/views";
import { maskedCell } from "../masked-cell";
import { part, runRow, table } from "./parts";
import { shownView } from "./shown-view";

export const runs = shownView({
  id: "runs",
  title: say.runsTitle,
  about: say.runsAbout,
  question: { run: optional(field.text({ title: RUNS.columns.id.title, note: say.runNote, longest: 20 })) },
  view: (snapshot, _, { run }) => {
    const view = runsView(snapshot, { run });
    if (run !== null && view.run === null) throw refusal("no-run", noSuchRun(run));
    return view;
  },
  lines: ({ runs: all, run }: RunsView) => (run === null ? listOf(all) : detailOf(run)),
});

function listOf(all: RunsView["runs"]): string[] {
  return [say.runsHead(all.length), ...all.map((one) => `  ${runRow(one)}`)];
}

function detailOf(run: RunDetail): string[] {
  const { cells, rows, blanked, isGone, canUndo } = run;
  return [
    runRow(run),
    say.canUndo(canUndo),
    ...(isGone === null ? [] : [isGone]),
    ...part(
      say.cellsTitle(cells.length),
      table(
        say.cellColumns,
        cells.map((cell) => [cell.table, cell.row, cell.column, ...[cell.before, cell.after].map(maskedIn(cell))]),
      ),
    ),
    ...part(say.rowsTitle(rows.length), rows.map(rowText)),
    ...part(say.blankedTitle(blanked.length), blanked.map(rowText)),
  ];
}

/** What joins the columns of a key: a row of 冲突 goes by its enrolment and the column that it is about. */
const KEY_JOINT = "·";

function maskedIn({ table: title, row, column }: CellLine): (value: Value) => string {
  const [, ...about] = row.split(KEY_JOINT);
  return (value) => maskedCell({ table: title, column, about: about.join(KEY_JOINT) }, value);
}

function rowText({ table: title, row, values }: RowLine): string {
  const about = textOf(values[CONFLICTS.columns.column.title] ?? null);
  const cells = Object.entries(values).map(([column, value]) => maskedCell({ table: title, column, about }, value));
  return `${title} ${row}：${cells.join(" ")}`;
}
