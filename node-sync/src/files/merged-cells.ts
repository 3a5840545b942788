import type { TableSheet } from "../../../apps-script/domain/merge/table-file";
import type { Value } from "../../../apps-script/domain/snapshot/value";

interface Row {
  readonly at: number;
  readonly cells: readonly Value[];
}

/** The rows of a sheet, with the value of a cell that goes over several rows in each of them. */
export function withMergedCells({ rows, merges = [] }: Pick<TableSheet, "rows" | "merges">): Row[] {
  const byNumber = new Map(rows.map((row) => [row.at, row.cells]));
  return rows.map(({ at, cells }) => {
    const filled = [...cells];
    for (const { firstRow, lastRow, firstColumn } of merges) {
      if (at > firstRow && at <= lastRow) {
        while (filled.length <= firstColumn) filled.push(null);
        filled[firstColumn] = byNumber.get(firstRow)?.[firstColumn] ?? null;
      }
    }
    return { at, cells: filled };
  });
}
