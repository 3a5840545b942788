import type { Value } from "../../snapshot/value";
import type { ChangeSet } from "../change-set";

/** Table word, row key, and the row's edits: column word, before, after, reason word. */
type PackedRow = [number, string, [number, Value, Value, number][]];

/** How change sets were packed until version 2: row by row, tables and columns by title, in a dictionary with the reasons. */
export interface Version1 extends Pick<ChangeSet, "action" | "today" | "summary" | "rows" | "blanked" | "keyless"> {
  readonly v: 1;
  readonly words: readonly string[];
  readonly cells: readonly PackedRow[];
}

export function readVersion1(packed: Version1): ChangeSet {
  const word = (index: number): string => packed.words[index] ?? "";
  return {
    action: packed.action,
    today: packed.today,
    cells: packed.cells.flatMap(([table, row, edits]) =>
      edits.map(([column, before, after, reason]) => ({
        table: word(table),
        row,
        column: word(column),
        before,
        after,
        reason: word(reason),
      })),
    ),
    rows: packed.rows,
    blanked: packed.blanked,
    findings: [],
    summary: packed.summary,
    ...(packed.keyless ? { keyless: packed.keyless } : {}),
  };
}
