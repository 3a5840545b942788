import { TABLE_NAMES, TABLES } from "../../domain/schema/index";
import { snapshotOf } from "../../domain/snapshot/snapshot";
import { textOf, type Value } from "../../domain/snapshot/value";
import { type RowLine, type RunDetail, runsView } from "../../domain/views/runs";
import type { Place } from "../book/places";
import { proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import { Facts } from "../parts/facts";
import { Folded } from "../parts/folded";
import { PlaceLink } from "../parts/place-link";
import type { Fact, FactList } from "../report/view";
import { type Who, whoIn } from "../report/who";
import { preview } from "../steps/preview";
import { withCommas } from "../wording/in-a-line";
import * as page from "../wording/page";
import * as say from "../wording/report";

/** So many rows are in sight. */
const ROWS_SHOWN = 100;
/** So many can be looked at; the workbook has them all. */
const ROWS_LISTED = 2_000;

/** Reads what a run changed, and shows it cell by cell, old and new. */
export function showRun(desk: Desk, run: string): void {
  const back = (): void => desk.showScreen("runs");
  desk.later(page.READING, async () => {
    const grids = await desk.book.readAlone(["runs", "settings"], [run]);
    const detail = runsView(snapshotOf(grids, ["runs", "settings", "changeParts"]), { run }).run;
    if (!detail) return;
    const undo = (): void => preview(desk, () => proposeUndo(desk.book, run), { back });
    desk.stage.show({
      title: withCommas([detail.id, detail.action]),
      content: () => <RunCells desk={desk} detail={detail} />,
      buttons: [{ text: page.BACK, press: back }, ...(detail.canUndo ? [{ text: page.UNDO, press: undo }] : [])],
    });
  });
}

function RunCells({ desk, detail }: { readonly desk: Desk; readonly detail: RunDetail }) {
  const lists = listsOf(detail, whoIn(desk.book.snapshot.roster));
  const folded = lists.slice(ROWS_SHOWN, ROWS_LISTED);
  const rest = lists.length - ROWS_LISTED;
  return (
    <>
      {detail.isGone === null ? null : <p class="notice">{detail.isGone}</p>}
      <RowLists desk={desk} lists={lists.slice(0, ROWS_SHOWN)} />
      {folded.length === 0 ? null : (
        <Folded title={say.otherRows(folded.length)} draw={() => <RowLists desk={desk} lists={folded} />} />
      )}
      {rest > 0 ? <p class="hint">{say.moreRows(rest)}</p> : null}
    </>
  );
}

function RowLists({ desk, lists }: { readonly desk: Desk; readonly lists: readonly RowList[] }) {
  return (
    <div class="lists">
      {lists.map(({ place, ...list }) => (
        <div key={list.title} class="whole">
          <Facts list={list} />
          <PlaceLink desk={desk} place={place} of={list.title} />
        </div>
      ))}
    </div>
  );
}

/** What a run did to one row, and where that is; null where the row is empty now. */
interface RowList extends FactList {
  readonly place: Place | null;
}

/** A list for each row that the run wrote. */
function listsOf({ cells, rows, blanked }: RunDetail, who: Who): readonly RowList[] {
  const lists = new Map<string, RowList & { readonly facts: Fact[] }>();
  const add = (title: string, place: Place | null, facts: readonly Fact[]): void => {
    const known = lists.get(title);
    if (known) known.facts.push(...facts);
    else lists.set(title, { title, place, facts: [...facts] });
  };
  for (const { table, row, column, before, after } of cells) {
    const value = who(say.oldAndNew(written(before), written(after)));
    add(say.rowOf(table, who(row)), placeIn(table, row), [{ label: column, value }]);
  }
  for (const line of rows) add(say.newRowOf(line.table, who(line.row)), placeIn(line.table, line.row), valuesOf(line));
  for (const line of blanked) add(say.blankedRowOf(line.table, who(line.row)), null, valuesOf(line));
  return [...lists.values()];
}

function placeIn(title: string, row: string): Place | null {
  const table = TABLE_NAMES.find((name) => TABLES[name].title === title);
  return table === undefined ? null : { table, row, column: null };
}

const written = (value: Value): string => (value === null ? say.nothingThere : textOf(value));

const valuesOf = ({ values }: RowLine): readonly Fact[] =>
  Object.entries(values).map(([label, value]) => ({ label, value: textOf(value) }));
