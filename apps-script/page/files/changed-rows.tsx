import { useMemo } from "preact/hooks";
import { PAYMENTS, ROSTER, TABLES, type Table } from "../../domain/schema/index";
import { textOf } from "../../domain/snapshot/value";
import type { Desk } from "../desk";
import { DataTable } from "../parts/data-table";
import { Folded } from "../parts/folded";
import * as say from "../wording/files-screen";
import { choiceName, otherRows, rowOf } from "../wording/report";
import type { CellJson } from "./job-json";

const SHOWN = 200;
/** What the program keeps for itself, its counters, and what went between the centre and units, is told of in the counts. */
const UNTOLD = new Set(
  Object.values<Table>(TABLES).flatMap(({ title, hidden, name }) =>
    hidden || name === "exchanges" || name === "settings" ? [title] : [],
  ),
);

/** Each row that a file changes or brings, with its cells. */
export function ChangedRows({ desk, cells }: { readonly desk: Desk; readonly cells: readonly CellJson[] }) {
  const rows = useMemo(() => byRow(cells), [cells]);
  if (rows.length === 0) return null;
  const lineOf = (own: readonly CellJson[]) => [titleOf(desk, own), changesIn(own)];
  const [lines, rest] = [rows.slice(0, SHOWN).map(lineOf), rows.slice(SHOWN)];
  return (
    <details>
      <summary>{say.changedRows(rows.length)}</summary>
      <DataTable title="" headers={say.CHANGED_HEADERS} rows={lines} />
      {rest.length === 0 ? null : (
        <Folded
          title={otherRows(rest.length)}
          draw={() => <DataTable title="" headers={say.CHANGED_HEADERS} rows={rest.map(lineOf)} />}
        />
      )}
    </details>
  );
}

/** The cells of each row that is told of, in the order in which the rows come. */
function byRow(cells: readonly CellJson[]): readonly (readonly CellJson[])[] {
  const rows = new Map<string, CellJson[]>();
  for (const cell of cells) {
    if (UNTOLD.has(cell.table)) continue;
    const place = `${cell.table} ${cell.row}`;
    const known = rows.get(place);
    if (known) known.push(cell);
    else rows.set(place, [cell]);
  }
  return [...rows.values()];
}

function changesIn(cells: readonly CellJson[]): string {
  return cells
    .filter(({ before, after }) => before !== null || after !== null)
    .map(({ column, before, after }) => say.oneChange(column, before, after))
    .join("；");
}

/** A person by name: a new one has it among the cells, another one stands in the workbook. */
function titleOf({ book: { snapshot } }: Desk, cells: readonly CellJson[]): string {
  const [first] = cells;
  if (!first) return "";
  const stated = cells.find(({ column }) => column === ROSTER.columns.name.title)?.after;
  const known = first.table === PAYMENTS.title ? null : snapshot.roster.find(({ key }) => key === first.row)?.name;
  const name = textOf(stated ?? known ?? null);
  return rowOf(first.table, name === "" ? first.row : choiceName(name, first.row));
}
