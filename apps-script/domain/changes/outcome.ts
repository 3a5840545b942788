import { longestOf, type Owner, type Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { keyOf } from "../snapshot/snapshot";
import { cutTo } from "../snapshot/text-length";
import type { Value } from "../snapshot/value";
import type { Own, RuleCode } from "../wording/rules";
import type { CellChange, RowChange, Summary } from "./change-set";
import { type Finding, placeTitle, type Severity } from "./finding";
import { FindingSet } from "./finding-set";
import { found } from "./found";

/** What a rule returns: a change set without its head. */
export interface Outcome {
  readonly cells: readonly CellChange[];
  readonly rows: readonly RowChange[];
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

type ColumnsOf<N extends TableName> = (typeof TABLES)[N]["columns"];
type ColumnOf<N extends TableName> = keyof ColumnsOf<N> & string;

/** What may be written into a column: of a closed list its words, but for what a unit wrote, which is kept as it stands. */
type Writable<C> = C extends {
  readonly kind: "choice";
  readonly owner: Exclude<Owner, "unit">;
  readonly allowed: readonly (infer W)[];
}
  ? W | null
  : Value;

/**
 * Collects what a rule decides. Tables and columns go by their names in the schema. Setting a cell to
 * what it already holds is nothing; of several findings with one code, table and row the first stays.
 *
 * @template Code what `find` takes: the codes of the families whose rules say something here
 */
export class OutcomeBuilder<in Code extends RuleCode = never> {
  private readonly cells: CellChange[] = [];
  private readonly rows: RowChange[] = [];
  private readonly findings = new FindingSet();

  set<N extends TableName, C extends ColumnOf<N>>(
    name: N,
    row: Snapshot[N][number],
    column: C,
    value: Value & Writable<ColumnsOf<N>[C]>,
    reason = "",
  ): void {
    this.setCell(name, row, column, value, reason);
  }

  /** Sets a cell whose table and column are known at run time only; `value` was read by what the column holds. */
  setCell(table: TableName, row: AnyRow, column: string, value: Value, reason: string): void {
    const before = row[column] ?? null;
    const after = heldBy(TABLES[table], column, value);
    if (before !== after) this.cells.push({ table, row: row.key, column, before, after, reason });
  }

  /** Appends a row; returns its key. Empty cells may be left out. */
  add<N extends TableName>(
    tableName: N,
    values: { readonly [C in ColumnOf<N>]?: Writable<ColumnsOf<N>[C]> },
    reason = "",
  ): string {
    const table: Table = TABLES[tableName];
    const filled: Record<string, Value> = {};
    for (const [name, value] of Object.entries(values as { readonly [column: string]: Value | undefined })) {
      if (name in table.columns && value !== null && value !== undefined) filled[name] = heldBy(table, name, value);
    }
    const key = keyOf(table, values as Readonly<Record<string, Value | undefined>>, 0);
    this.rows.push({ table: tableName, row: key, values: filled, reason });
    return key;
  }

  /** `own` is what the rule of the code leaves open: how much it matters, what to do about it. */
  find<N extends TableName, C extends Code>(
    code: C,
    name: N,
    row: string | null,
    column: ColumnOf<N> | null,
    message: string,
    ...own: Own<C>
  ): void {
    this.take(found(code, { table: name, row, column }, message, ...own));
  }

  /** All that another decision comes to. */
  absorb({ cells, rows, findings }: Outcome): void {
    this.cells.push(...cells);
    this.rows.push(...rows);
    for (const finding of findings) this.take(finding);
  }

  /** What another rule found. */
  take(finding: Finding): void {
    this.findings.add(finding);
  }

  done(summary: Summary = {}): Outcome {
    return { cells: this.cells, rows: this.rows, findings: this.findings.values().sort(byPlace), summary };
  }
}

/**
 * What the program itself says is cut to what its column holds, so that no sentence, list of names or foreign word can stop
 * a run. Values of people were measured where they came in; they, and what a row is known by, are never cut.
 */
function heldBy(table: Table, name: string, value: Value): Value {
  const column = table.columns[name];
  if (typeof value !== "string" || !column || table.key.includes(name)) return value;
  return column.owner === "unit" || column.owner === "centre" ? value : cutTo(value, longestOf(column));
}

const rank: Readonly<Record<Severity, number>> = { 阻断: 0, 警告: 1, 提示: 2 };

/** The worst first, then by code, table and row: the same list whatever order the rows were in. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    rank[a.severity] - rank[b.severity] ||
    compare(a.code, b.code) ||
    compare(placeTitle(a.table), placeTitle(b.table)) ||
    compare(a.row ?? "", b.row ?? "")
  );
}

/** Code-unit order: the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
