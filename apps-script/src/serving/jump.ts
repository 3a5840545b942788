import { TABLES, type Table } from "../../domain/schema/index";
import type { AskOf } from "../../domain/serving/calls";
import { layoutOf } from "../../domain/snapshot/layout";
import { rowsOf } from "../../domain/snapshot/snapshot";
import { hostHere } from "../here";

/** Shows a cell, or the first one of a row, to whoever is at the Sheet. */
export function jumpTo({ table: name, row, column }: AskOf<"jump">): boolean {
  const table: Table = TABLES[name];
  const grid = hostHere()
    .read([name])
    .find(({ title }) => title === table.title);
  if (!grid) return false;
  const layout = layoutOf(table, grid, () => false);
  const found = rowsOf(table, grid, layout).find(({ key }) => key === row);
  const place = layout.get(column ?? table.key[0] ?? "");
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.title);
  if (!found || place === undefined || !sheet) return false;
  sheet.setActiveRange(sheet.getRange(found.at, place + 1));
  return true;
}
