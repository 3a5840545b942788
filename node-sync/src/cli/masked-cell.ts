import { maskAs } from "../../../apps-script/domain/people/masks";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import { CONFLICTS, HISTORY, ROSTER, TABLES } from "../../../apps-script/domain/schema/index";
import { columnOfTitle, tableOfTab } from "../../../apps-script/domain/schema/titles";
import type { Value } from "../../../apps-script/domain/snapshot/value";

/** Where a cell stands, all by their titles. `about` is the column of 名册 that a row of 冲突 is about. */
interface Place {
  readonly table: string;
  readonly column: string;
  readonly about?: string;
}

const { base, ours, theirs, choice } = CONFLICTS.columns;
const VALUES_OF_CONFLICT: readonly string[] = [base, ours, theirs, choice].map(({ title }) => title);

/**
 * A cell for the terminal, masked by what the schema says of its column: the number of a passport has no form that it could be known by.
 * 冲突 holds values of the column that its row names, 历史 all that a row of 名册 held.
 *
 * @example maskedCell({ table: "名册", column: "证件号" }, "E12345678") // "E1*****78"
 */
export function maskedCell({ table, column, about }: Place, value: Value | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  if (table === HISTORY.title && column === HISTORY.columns.values.title) return maskedRow(text);
  const isOfRoster = table === CONFLICTS.title && about !== undefined && VALUES_OF_CONFLICT.includes(column);
  return maskBy(isOfRoster ? columnOf(ROSTER.title, about) : columnOf(table, column), text);
}

function columnOf(table: string, column: string): Column | undefined {
  const name = tableOfTab(table);
  if (name === null) return undefined;
  const { columns }: Table = TABLES[name];
  return columns[columnOfTitle(name, column)];
}

function maskBy(column: Column | undefined, text: string): string {
  return column?.secret && text !== "" ? SECRET : maskAs(column?.personal, text);
}

/** Not even the length of a password is told. */
export const SECRET = "******";

/** The JSON of a row of 名册, by names or titles of columns. */
function maskedRow(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), (name, value: unknown) =>
      typeof value === "string" || typeof value === "number" ? maskBy(columnOf(ROSTER.title, name), String(value)) : value,
    );
  } catch {
    return maskAs(undefined, json);
  }
}
