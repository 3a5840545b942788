import type { Table } from "../schema/column";
import type { Value } from "./value";

/** A row still being filled; `AnyRow` once it is. */
type RowBeingFilled = Record<string, Value> & { key: string; at: number };

const templates = new WeakMap<Table, RowBeingFilled>();

/**
 * A row of a table with every cell empty, as a copy of one row that was made once. V8 makes a hash table of a record that is
 * filled by computed names, four times as large and slower to read; a copy shares the shape of what it was copied from.
 */
export function emptyRow(table: Table): RowBeingFilled {
  return { ...templateOf(table) };
}

function templateOf(table: Table): RowBeingFilled {
  const known = templates.get(table);
  if (known) return known;
  const cells = Object.keys(table.columns).map((name): [string, Value] => [name, null]);
  const template = { ...Object.fromEntries(cells), key: "", at: 0 } as RowBeingFilled;
  templates.set(table, template);
  return template;
}
