import { digestOf } from "../changes/change-set";
import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import type { AnyRow, Snapshot } from "./snapshot";
import type { Value } from "./value";

/** What tables held, each as one opaque text: equal texts, equal facts. */
export type Marks = Readonly<Partial<Record<TableName, string>>>;

/**
 * The marks of tables. The order of rows does not count, nor do blank rows and the staff's own columns; where a row has no key
 * its place does, as that is what it is known by. Secrets are in no mark, so a reading without them has the same ones; of
 * the change sets of earlier runs 操作记录 tells.
 */
export function marksOf(snapshot: Snapshot, names: readonly TableName[]): Marks {
  return Object.fromEntries(names.filter(isMarked).map((name) => [name, markOf(snapshot, name)]));
}

export function isMarked(name: TableName): boolean {
  return name !== "changeParts" && (TABLES[name] as Table).secret !== true;
}

function markOf(snapshot: Snapshot, name: TableName): string {
  const columns = Object.entries((TABLES[name] as Table).columns).flatMap(([column, { secret }]) => (secret ? [] : [column]));
  const factsOf = (row: AnyRow): string => JSON.stringify([row.key, ...columns.map((column): Value => row[column] ?? null)]);
  const rows: readonly AnyRow[] = snapshot[name];
  const aside = snapshot.repeated.filter(({ table }) => table === name);
  const facts = [...rows.map(factsOf), ...aside.flatMap((one) => one.rows.map((row) => `-${factsOf(row)}`))];
  return digestOf(facts.sort().join("\n"));
}
