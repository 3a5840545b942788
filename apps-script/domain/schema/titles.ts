import type { Table } from "./column";
import { TABLE_NAMES, TABLES, type TableName } from "./index";

const NAMES: ReadonlyMap<string, TableName> = new Map(TABLE_NAMES.map((name) => [TABLES[name].title, name]));

/** The table whose tab has this title; `null` for staff's own tabs. */
export function tableOfTab(title: string): TableName | null {
  return NAMES.get(title) ?? null;
}

/** A table of ours by its name in change sets and findings; it is the key in `TABLES`. */
export function nameOf(table: Table): TableName {
  return table.name as TableName;
}

export function titleOf(table: TableName): string {
  return TABLES[table].title;
}

/**
 * The title of a column as people see it; a column that the table does not have goes by what it is called.
 *
 * @example columnTitle("roster", "validUntil") // "证件有效期"
 */
export function columnTitle(table: TableName, column: string): string {
  const { columns }: Table = TABLES[table];
  return columns[column]?.title ?? column;
}

/** The name of a column by its title; a title that the table does not have stays. */
export function columnOfTitle(table: TableName, title: string): string {
  const { columns }: Table = TABLES[table];
  return Object.keys(columns).find((name) => columns[name]?.title === title) ?? title;
}
