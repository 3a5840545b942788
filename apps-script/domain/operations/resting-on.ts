import type { RowChange } from "../changes/change-set";
import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import type { TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import { listed } from "../snapshot/listed";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { rowLabel, stillNamed } from "../wording/workbook";

/** A column that names rows of a table by key. */
interface Use {
  readonly table: TableName;
  readonly column: string;
  readonly names: TableName;
}

const USES: readonly Use[] = [
  { table: "payments", column: "shares", names: "roster" },
  { table: "payments", column: "refundOf", names: "payments" },
  { table: "cards", column: "enrolment", names: "roster" },
  { table: "roster", column: "card", names: "cards" },
  { table: "roster", column: "unit", names: "units" },
];
const NAMED = 5;

/** What still names a row that an undo blanks, a finding for each such row and column: who, or which, and where. */
export function restingOn(after: Snapshot, blanked: readonly RowChange[]): readonly Finding[] {
  const wanted = new Set(blanked.map(({ table }) => table));
  const uses = USES.filter(({ names }) => wanted.has(names)).map((use) => ({ ...use, users: usersIn(after, use) }));
  return blanked.flatMap((gone) =>
    uses.flatMap(({ table, column, names, users }): Finding[] => {
      const named = names === gone.table ? (users.get(gone.row) ?? []) : [];
      const [first] = named;
      if (first === undefined) return [];
      const labels = named.slice(0, NAMED).map(labelOf);
      const what = rowLabel(textOf(gone.values.name), gone.row);
      const message = stillNamed(titleOf(table), labels, named.length, columnTitle(table, column), titleOf(gone.table), what);
      return [found("W18", { table, row: first.key, column }, message)];
    }),
  );
}

/** Rows by the keys that a column of theirs names: `B2024-00001=300、B2024-00002` names both. */
function usersIn(snapshot: Snapshot, { table, column }: Use): ReadonlyMap<string, readonly AnyRow[]> {
  const users = new Map<string, AnyRow[]>();
  const rows: readonly AnyRow[] = snapshot[table];
  for (const row of rows) {
    const keys = listed(textOf(row[column] ?? null)).map((part) => part.split("=")[0] ?? part);
    for (const key of new Set(keys)) {
      const known = users.get(key);
      if (known) known.push(row);
      else users.set(key, [row]);
    }
  }
  return users;
}

const labelOf = (row: AnyRow): string => rowLabel(textOf(row.name), row.key);
