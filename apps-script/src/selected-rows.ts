import { PAPERS, ROSTER } from "../domain/schema/index";
import type { ValueOf } from "../domain/serving/calls";
import { EditedTab } from "./edited-tab";

/** The rows of a large class; who selects more has clicked on a column. */
const MOST = 100;

type SelectedRows = ValueOf<"open">["selected"];

/** The 报名编号 of the rows that are selected in 名册 or 资料, without those that a filter or a hand hides. */
export function selectedRows(book: GoogleAppsScript.Spreadsheet.Spreadsheet): SelectedRows {
  const sheet = book.getActiveSheet();
  const title = sheet.getName();
  const table = [ROSTER, PAPERS].find((one) => one.title === title);
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  if (!table || ranges.length === 0) return null;
  if (ranges.some((range) => range.getNumRows() > MOST)) return null;
  const tab = new EditedTab(sheet);
  const spans = ranges.map((range) => {
    const first = Math.max(range.getRow(), tab.headerRow + 1);
    return { first, last: Math.min(range.getRow() + range.getNumRows() - 1, tab.lastRow) };
  });
  const rows = new Map<number, { readonly number: string; readonly name: string }>();
  for (const span of spans) {
    if (span.last < span.first) continue;
    const names = tab.texts(ROSTER.columns.name.title, span);
    tab.texts(table.columns.id.title, span).forEach((number, index) => {
      const at = span.first + index;
      const isSeen = span.first === span.last || !(sheet.isRowHiddenByFilter(at) || sheet.isRowHiddenByUser(at));
      if (isSeen) rows.set(at, { number, name: names[index] ?? "" });
    });
  }
  return taken([...rows.values()]);
}

function taken(rows: readonly { readonly number: string; readonly name: string }[]): SelectedRows {
  const numbers = rows.flatMap(({ number }) => (number === "" ? [] : [number]));
  if (numbers.length === 0 || numbers.length > MOST) return null;
  return { numbers, unnumbered: rows.filter(({ number, name }) => number === "" && name !== "").length };
}
