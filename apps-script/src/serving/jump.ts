import { TABLES, type Table } from "../../domain/schema/index";
import type { AskOf } from "../../domain/serving/calls";
import { layoutOf } from "../../domain/snapshot/layout";
import { rowsOf } from "../../domain/snapshot/snapshot";
import { presentValue } from "../../domain/snapshot/value";
import { EditedTab } from "../edited-tab";
import { hostHere } from "../here";

/** Shows a cell, or the first one of a row, to whoever is at the Sheet. */
export function jumpTo({ table: name, row, column }: AskOf<"jump">): boolean {
  const table: Table = TABLES[name];
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.title);
  const title = table.columns[column ?? table.key[0] ?? ""]?.title;
  if (!sheet || title === undefined) return false;
  const tab = new EditedTab(sheet);
  const [at, place] = [placeOf(row, table, tab), tab.place(title)];
  if (at === null || place === null) return false;
  sheet.setActiveRange(sheet.getRange(at, place));
  return true;
}

/** Only the columns of the key are read. A row without a key goes by its place, for as long as it has none. */
function placeOf(row: string, table: Table, tab: EditedTab): number | null {
  const span = { first: tab.headerRow + 1, last: tab.lastRow };
  if (span.last < span.first) return null;
  const header = table.key.flatMap((column) => table.columns[column]?.title ?? []);
  const days = hostHere().days();
  const columns = header.map((title) => tab.cells(title, span).map((cell) => presentValue(days.valueOf(cell))));
  const rows = (columns[0] ?? []).map((_, index) => ({
    at: span.first + index,
    values: columns.map((values) => values[index] ?? null),
  }));
  const keys = { title: table.title, headerRow: tab.headerRow, header, rows };
  const layout = layoutOf(table, keys, () => false);
  const keyed = rowsOf(table, keys, layout);
  const place = Number(/^@(\d+)$/.exec(row)?.[1] ?? Number.NaN);
  if (Number.isNaN(place)) return keyed.find(({ key }) => key === row)?.at ?? null;
  const isThere = place >= span.first && place <= span.last;
  return isThere && !keyed.some(({ at }) => at === place) ? place : null;
}
