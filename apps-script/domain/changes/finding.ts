import type { SEVERITIES } from "../schema/allowed";
import type { TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import type { RuleCode } from "../wording/rules";

/** How much a finding matters: 阻断 stops the row it is about, 警告 needs a look, 提示 is for knowing. */
export type Severity = (typeof SEVERITIES)[number];

/** A file, and the sheet in it, as a finding's table: no file can be taken for a table of that name. */
export type FileName = `file:${string}`;

export function fileName(...parts: readonly string[]): FileName {
  return `file:${parts.join("·")}`;
}

/** What people know the table of a finding by: the title of the tab, or `文件·表`. */
export function placeTitle(table: Finding["table"]): string {
  return isFile(table) ? table.slice("file:".length) : titleOf(table);
}

/** Table and column of a finding as people read them. */
export function titledPlace({ table, column }: Pick<Finding, "table" | "column">): { table: string; column: string | null } {
  return { table: placeTitle(table), column: column === null || isFile(table) ? column : columnTitle(table, column) };
}

export function isFile(table: Finding["table"]): table is FileName {
  return table.startsWith("file:");
}

/**
 * Something a person should know or decide. Bad data is returned as findings, never thrown.
 *
 * `table` and `column` are names in the schema; of a finding about a file that came in, the file and the title of the column.
 * `row` is the key of the row (for a file, the row number as text), `null` for the whole table. `message` names the person or class, the cell and the value as written, with ids masked;
 * `suggestion` says what to do. There is one finding per rule code and row.
 */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly table: TableName | FileName;
  readonly row: string | null;
  readonly column: string | null;
  readonly message: string;
  readonly suggestion: string;
}
