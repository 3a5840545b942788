import { snapshotOf } from "../../domain/snapshot/snapshot";
import { type RunDetail, runsView } from "../../domain/views/runs";
import { proposeUndo } from "../book/proposal";
import type { Desk } from "../desk";
import { Facts } from "../parts/facts";
import type { Fact, FactList } from "../report/view";
import { preview } from "../steps/preview";
import * as page from "../wording/page";
import * as say from "../wording/screens";

const ROWS_SHOWN = 100;

/** Reads what a run changed, and shows it cell by cell, old and new. */
export function showRun(desk: Desk, run: string): void {
  const back = (): void => desk.showScreen("runs");
  desk.later(page.READING, async () => {
    await desk.book.readMore(["runs"], [run]);
    const detail = runsView(snapshotOf(desk.book.held.grids, ["runs", "settings", "changeParts"]), { run }).run;
    if (!detail) return;
    const undo = (): void => preview(desk, () => proposeUndo(desk.book, run), { back });
    desk.stage.show({
      title: say.personLine([detail.id, detail.action]),
      content: () => <RunCells detail={detail} />,
      buttons: [{ text: page.BACK, press: back }, ...(detail.canUndo ? [{ text: page.UNDO, press: undo }] : [])],
    });
  });
}

function RunCells({ detail }: { readonly detail: RunDetail }) {
  const lists = listsOf(detail);
  const rest = lists.length - ROWS_SHOWN;
  return (
    <>
      {detail.isGone === null ? null : <p class="notice">{detail.isGone}</p>}
      <div class="lists">
        {lists.slice(0, ROWS_SHOWN).map((list) => (
          <Facts key={list.title} list={list} />
        ))}
      </div>
      {rest > 0 ? <p class="hint">{say.moreRows(rest)}</p> : null}
    </>
  );
}

/** A list for each row that the run wrote. */
function listsOf({ cells, rows, blanked }: RunDetail): readonly FactList[] {
  const lists = new Map<string, Fact[]>();
  const add = (title: string, fact: Fact): void => {
    lists.set(title, [...(lists.get(title) ?? []), fact]);
  };
  for (const { table, row, column, before, after } of cells) {
    add(say.rowOf(table, row), { label: column, value: say.oldAndNew(before, after) });
  }
  for (const { table, row, values } of rows) {
    for (const [label, value] of Object.entries(values)) add(say.newRow(table, row), { label, value: String(value ?? "") });
  }
  for (const { table, row, values } of blanked) {
    for (const [label, value] of Object.entries(values)) add(say.blankedRow(table, row), { label, value: String(value ?? "") });
  }
  return [...lists].map(([title, facts]) => ({ title, facts }));
}
