import type { Table } from "../schema/column";
import { TABLE_NAMES, TABLES } from "../schema/index";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import type { CellChange, RowChange } from "./change-set";
import type { Outcome } from "./outcome";

/** The snapshot as it will be once the rows are blanked. */
export function withoutBlanked(snapshot: Snapshot, blanked: readonly RowChange[]): Snapshot {
  if (blanked.length === 0) return snapshot;
  const next: Record<string, unknown> = { ...snapshot };
  for (const name of TABLE_NAMES) {
    const keys = new Set(blanked.flatMap(({ table, row }) => (table === name ? [row] : [])));
    const rows: readonly AnyRow[] = snapshot[name];
    if (keys.size > 0) next[name] = rows.filter(({ key }) => !keys.has(key));
  }
  return next as unknown as Snapshot;
}

/** A row that one step blanks and a later one adds again is a row that changes. */
export function withRevived(
  outcome: Outcome,
  blanked: readonly RowChange[],
): { readonly outcome: Outcome; readonly blanked: readonly RowChange[] } {
  const added = new Map(outcome.rows.map((row) => [placeOf(row), row]));
  const revived = blanked.filter((row) => added.has(placeOf(row)));
  if (revived.length === 0) return { outcome, blanked };
  const places = new Set(revived.map(placeOf));
  const cells = revived.flatMap((row) => changesOf(row, added.get(placeOf(row))?.values ?? {}));
  return {
    outcome: { ...outcome, cells: [...outcome.cells, ...cells], rows: outcome.rows.filter((row) => !places.has(placeOf(row))) },
    blanked: blanked.filter((row) => !places.has(placeOf(row))),
  };
}

const placeOf = ({ table, row }: RowChange): string => `${table}\n${row}`;

function changesOf({ table, row, values }: RowChange, next: RowChange["values"]): CellChange[] {
  const { columns }: Table = TABLES[table];
  return Object.keys(columns).flatMap((column) => {
    const [before, after] = [values[column] ?? null, next[column] ?? null];
    return before === after ? [] : [{ table, row, column, before, after, reason: "" }];
  });
}
