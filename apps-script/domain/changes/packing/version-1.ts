import { columnOfTitle, tableOfTab } from "../../schema/titles";
import type { Value } from "../../snapshot/value";
import type { CellChange, ChangeSet, RowChange } from "../change-set";

/** Table word, row key, and the row's edits: column word, before, after, reason word. */
type PackedRow = readonly [number, string, readonly (readonly [number, Value, Value, number])[]];

/** A row as it was packed: by the title of its tab, its cells by the titles of their columns. */
type TitledRow = Omit<RowChange, "table"> & { readonly table: string };

/** How change sets were packed until version 2: row by row, tables and columns by title, in a dictionary with the reasons. */
export interface Version1 extends Pick<ChangeSet, "action" | "today" | "summary" | "keyless"> {
  readonly v: 1;
  readonly words: readonly string[];
  readonly cells: readonly PackedRow[];
  readonly rows: readonly TitledRow[];
  readonly blanked: readonly TitledRow[];
}

/** What stands in a tab that the program does not know is left out. */
export function readVersion1(packed: Version1): ChangeSet {
  return {
    action: packed.action,
    today: packed.today,
    cells: packed.cells.flatMap((row) => cellsOf(row, packed.words)),
    rows: packed.rows.flatMap(rowsOf),
    blanked: packed.blanked.flatMap(rowsOf),
    findings: [],
    summary: packed.summary,
    ...(packed.keyless ? { keyless: namedKeyless(packed.keyless) } : {}),
  };
}

function cellsOf([tab, row, edits]: PackedRow, words: readonly string[]): CellChange[] {
  const table = tableOfTab(words[tab] ?? "");
  if (table === null) return [];
  return edits.map(([title, before, after, reason]) => {
    return { table, row, column: columnOfTitle(table, words[title] ?? ""), before, after, reason: words[reason] ?? "" };
  });
}

function rowsOf({ table: tab, row, values, reason }: TitledRow): RowChange[] {
  const table = tableOfTab(tab);
  if (table === null) return [];
  const named = Object.entries(values).map(([title, value]): [string, Value] => [columnOfTitle(table, title), value]);
  return [{ table, row, values: Object.fromEntries(named), reason }];
}

function namedKeyless(keyless: NonNullable<ChangeSet["keyless"]>): NonNullable<ChangeSet["keyless"]> {
  const named = Object.entries(keyless).map(([name, digest]): [string, string] => {
    const [tab = "", row = ""] = name.split("\n");
    return [`${tableOfTab(tab) ?? tab}\n${row}`, digest];
  });
  return Object.fromEntries(named);
}
