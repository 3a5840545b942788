import type { Finding } from "../changes/finding";
import type { TableName } from "../schema/index";

/** Rows that a run touched, by table. A rule that is asked about these alone writes and tells nothing of others. */
export type Touched = { readonly [N in TableName]?: ReadonlySet<string> };

/** Whether a rule is to decide about a row; about every one where no rows are given. */
export function isTouched(only: Touched | undefined, table: TableName, row: string): boolean {
  return only === undefined || (only[table]?.has(row) ?? false);
}

/** What is told of these rows; a finding about a whole table or a file is told by the action alone. */
export function aboutTouched({ table, row }: Finding, only: Touched | undefined): boolean {
  if (only === undefined) return true;
  return row !== null && (only as Readonly<Record<string, ReadonlySet<string> | undefined>>)[table]?.has(row) === true;
}
