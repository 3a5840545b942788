import type { TabMemory } from "../../domain/moving/tab-memory";
import type { Mended } from "../../domain/operations/host";
import { numberFormat } from "../../domain/schema/look";
import { headerForm } from "../../domain/snapshot/layout";
import { isForeign } from "../../domain/snapshot/look-alike";
import type { SheetTab } from "./sheet-tab";

/** Gives cells whose numbers are shown as days or times the number format of their column; rows and values stay. */
export function mendNumbers({ headerRow, sight, table }: TabMemory, tab: SheetTab): Mended[] {
  if (sight.datedNumbers.length === 0 || isForeign(table, sight)) return [];
  const now = tab.line(headerRow);
  const columns = Object.values(table.columns).filter(({ title }) => {
    const at = sight.columns.get(headerForm(title));
    return at !== undefined && headerForm(String(now[at])) === headerForm(String(sight.raw(headerRow, at)));
  });
  const found = columns.flatMap((column) => {
    const at = sight.columns.get(headerForm(column.title));
    const cells = sight.datedNumbers.filter((cell) => cell.column === at);
    return cells.length > 0 ? [{ column, cells }] : [];
  });
  for (const { column, cells } of found)
    tab.reformat(
      cells.map(({ row, column: at }) => ({ row, column: at + 1 })),
      numberFormat(column),
    );
  if (found.length === 0) return [];
  return [{ table, columns: found.map(({ column }) => column.title), cells: found.flatMap(({ cells }) => cells).length }];
}
