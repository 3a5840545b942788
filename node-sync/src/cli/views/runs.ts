import { optional } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { RUNS } from "../../../../apps-script/domain/schema/records";
import { type RunDetail, type RunsView, runsView } from "../../../../apps-script/domain/views/runs";
import { noSuchRun } from "../../../../apps-script/domain/wording/undo";
import { refusal } from "../../refusal";
import * as say from "../../wording/views";
import { part, runRow, shown, table } from "./parts";
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
  const rowText = ({ table: title, row, values }: RunDetail["rows"][number]): string =>
    `${title} ${row}：${Object.values(values).map(shown).join(" ")}`;
  return [
    runRow(run),
    say.canUndo(canUndo),
    ...(isGone === null ? [] : [isGone]),
    ...part(
      say.cellsTitle(cells.length),
      table(
        say.cellColumns,
        cells.map(({ table: title, row, column, before, after }) => [title, row, column, shown(before), shown(after)]),
      ),
    ),
    ...part(say.rowsTitle(rows.length), rows.map(rowText)),
    ...part(say.blankedTitle(blanked.length), blanked.map(rowText)),
  ];
}
