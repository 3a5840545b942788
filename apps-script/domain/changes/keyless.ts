import type { TableName } from "../schema/index";
import type { AnyRow } from "../snapshot/snapshot";
import { type CellChange, type ChangeSet, digestOf } from "./change-set";
import { isNumbering } from "./combine";

/** The name of a row without a key, in `ChangeSet.keyless`. */
export function keylessRow({ table, row }: Pick<CellChange, "table" | "row">): string {
  return `${table}\n${row}`;
}

/** A digest of everything in a row, wherever it stands. */
export function contentDigest(row: AnyRow): string {
  return digestOf(JSON.stringify(Object.entries(row).filter(([name]) => name !== "key" && name !== "at")));
}

/**
 * Where the rows that a run was to number stand now: `table\n@row` of then → the row of now. People may have sorted them
 * since; a row that has changed or is gone is not among them, and one that has its number is found by that.
 */
export function findKeyless(changes: ChangeSet, rows: (table: TableName) => readonly AnyRow[]): ReadonlyMap<string, AnyRow> {
  const found = new Map<string, AnyRow>();
  const wanted = changes.cells.filter((cell) => isNumbering(cell));
  for (const table of new Set(wanted.map((cell) => cell.table))) {
    const free = new Map<string, AnyRow[]>();
    for (const row of rows(table)) {
      if (!row.key.startsWith("@")) continue;
      const digest = contentDigest(row);
      free.set(digest, [...(free.get(digest) ?? []), row]);
    }
    const cells = wanted.filter((cell) => cell.table === table);
    for (const isInPlace of [true, false]) {
      for (const cell of cells) {
        const name = keylessRow(cell);
        const candidates = free.get(changes.keyless?.[name] ?? "") ?? [];
        const index = isInPlace ? candidates.findIndex((row) => row.key === cell.row) : 0;
        const row = found.has(name) ? undefined : candidates[index];
        if (!row) continue;
        found.set(name, row);
        candidates.splice(index, 1);
      }
    }
  }
  return found;
}
