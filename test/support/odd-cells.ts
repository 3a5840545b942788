import fc from "fast-check";
import { type Outcome, OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import { type Column, TABLES, type Table, type TableName } from "../../apps-script/domain/schema/index";
import type { AnyRow, Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";

/** A cell to change, told by numbers that any workbook has a cell for. */
interface OddCell {
  readonly table: TableName;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

const CHANGED = ["roster", "plan", "units", "papers", "payments", "cards"] as const;
const WORDS = [
  "",
  "无",
  "2024-03-20",
  "2024-13-01",
  "2024年5月",
  "37999919510101001X",
  "13800138000",
  "B2024-00003",
  "合格",
  "1",
];

export const oddCell: fc.Arbitrary<OddCell> = fc.record({
  table: fc.constantFrom(...CHANGED),
  row: fc.nat(999),
  column: fc.nat(999),
  value: fc.nat(999),
});

/** The changes as a rule would decide them: every cell gets a word of its list, what stands in another row, or something odd. */
export function oddStep(snapshot: Snapshot, cells: readonly OddCell[]): Outcome {
  const out = new OutcomeBuilder();
  const set = out.set.bind(out) as (name: TableName, row: AnyRow, column: string, value: Value) => void;
  for (const { table: name, row: at, column: place, value } of cells) {
    const table: Table = TABLES[name];
    const rows: readonly AnyRow[] = snapshot[name];
    const columns = Object.entries(table.columns).filter(([column]) => !table.key.includes(column));
    const [column, spec] = columns[place % columns.length] ?? [];
    const row = rows[at % rows.length];
    if (column && spec && row) set(name, row, column, oddValue(spec, rows, column, value));
  }
  return out.done();
}

function oddValue({ allowed = [] }: Column, rows: readonly AnyRow[], column: string, place: number): Value {
  const values = [null, ...allowed, ...WORDS, ...[1, 2, 3].map((step) => rows[(place * step) % rows.length]?.[column] ?? null)];
  return values[place % values.length] ?? null;
}
