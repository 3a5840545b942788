import type { CellValue } from "./cell-value";

/** A row that holds something. `cells[column]` counts from 0 and ends at the last value; gaps are `null`. */
export interface SheetRow {
  /** Row number as people see it, from 1. */
  readonly at: number;
  readonly cells: CellValue[];
  readonly hidden: boolean;
}

/** Rows by number. Rows that came twice are one, the later cell wins. */
export function rowsInOrder(rows: readonly SheetRow[]): SheetRow[] {
  const byNumber = new Map<number, SheetRow>();
  for (const row of rows) {
    const earlier = byNumber.get(row.at);
    byNumber.set(row.at, earlier === undefined ? row : overlaid(earlier, row));
  }
  return [...byNumber.values()].sort((one, other) => one.at - other.at);
}

function overlaid(earlier: SheetRow, later: SheetRow): SheetRow {
  const length = Math.max(earlier.cells.length, later.cells.length);
  const cells = Array.from({ length }, (_, column) => later.cells[column] ?? earlier.cells[column] ?? null);
  return { at: later.at, cells, hidden: later.hidden };
}
