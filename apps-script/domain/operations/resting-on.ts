import type { RowChange } from "../changes/change-set";
import type { Finding } from "../changes/finding";
import { found } from "../changes/found";
import type { TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import { listed } from "../snapshot/listed";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
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
  return blanked.flatMap((gone) =>
    USES.filter(({ names }) => names === gone.table).flatMap((use): Finding[] => {
      const users = rowsIn(after, use.table).filter((row) => isNamed(row[use.column] ?? null, gone.row));
      const [first] = users;
      if (first === undefined) return [];
      const column = columnTitle(use.table, use.column);
      const names = users.slice(0, NAMED).map(labelOf);
      const what = rowLabel(textOf(gone.values.name), gone.row);
      const message = stillNamed(titleOf(use.table), names, users.length, column, titleOf(gone.table), what);
      return [found("W18", { table: use.table, row: first.key, column: use.column }, message)];
    }),
  );
}

const labelOf = (row: AnyRow): string => rowLabel(textOf(row.name), row.key);

const rowsIn = (snapshot: Snapshot, table: TableName): readonly AnyRow[] => snapshot[table];

/** `B2024-00001=300、B2024-00002` names both. */
function isNamed(cell: Value, key: string): boolean {
  return listed(textOf(cell)).some((part) => part === key || part.startsWith(`${key}=`));
}
