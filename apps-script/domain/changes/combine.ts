import type { Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import type { Value } from "../snapshot/value";
import type { CellChange, RowChange, Summary } from "./change-set";
import { FindingSet } from "./finding-set";
import { byPlace, type Outcome } from "./outcome";

/**
 * Steps that were decided one after the other, as one: a cell that several steps changed goes from the first
 * `before` to the last `after` (and disappears when that is nothing), a change to a row that an earlier step added
 * becomes part of the new row. A row that got its key on the way is known by it in later steps.
 */
export function combine(steps: readonly Outcome[], summary: Summary): Outcome {
  const cells = new Listed<CellChange>((one, other) => one.column === other.column);
  const rows = new Listed<RowChange>(() => true);
  const findings = new FindingSet();
  for (const step of steps) {
    for (const row of step.rows) rows.put(row, () => row);
    for (const cell of step.cells) {
      if (!rows.change(cell, (added) => withCell(added, cell))) cells.put(cell, (first) => ({ ...cell, before: first.before }));
    }
    for (const finding of step.findings) findings.put(finding);
  }
  return {
    cells: cells.all.filter((cell) => cell.before !== cell.after),
    rows: rows.all,
    findings: findings.values().sort(byPlace),
    summary,
  };
}

type Placed = Pick<CellChange, "table" | "row">;

/** Changes in the order in which they came, found by table and row: of a long run each is looked up many times. */
class Listed<T extends Placed> {
  readonly all: T[] = [];
  private readonly tables = new Map<TableName, Map<string, number[]>>();

  /** `isSame` tells apart the changes of one row. */
  constructor(private readonly isSame: (one: T, other: T) => boolean) {}

  /** Adds it, or puts what it makes of the one that is there in its place. */
  put(thing: T, merged: (known: T) => T): void {
    const places = this.placesOf(thing);
    const place = places.find((at) => this.isSame(this.all[at] ?? thing, thing));
    if (place === undefined) places.push(this.all.push(thing) - 1);
    else this.all[place] = merged(this.all[place] ?? thing);
  }

  /** Changes the first one in that row; false when there is none. */
  change({ table, row }: Placed, changed: (known: T) => T): boolean {
    const place = this.tables.get(table)?.get(row)?.[0];
    const known = place === undefined ? undefined : this.all[place];
    if (place === undefined || known === undefined) return false;
    this.all[place] = changed(known);
    return true;
  }

  private placesOf({ table, row }: Placed): number[] {
    const rows = this.tables.get(table) ?? new Map<string, number[]>();
    this.tables.set(table, rows);
    const places = rows.get(row) ?? [];
    rows.set(row, places);
    return places;
  }
}

function withCell(added: RowChange, cell: CellChange): RowChange {
  const values: Record<string, Value> = { ...added.values, [cell.column]: cell.after };
  if (cell.after === null) delete values[cell.column];
  return { ...added, values };
}

/** True for numbering: ids once given stay given, also when the run that gave them is undone. */
export function isNumbering(cell: CellChange): boolean {
  if (!cell.row.startsWith("@")) return false;
  const table: Table = TABLES[cell.table];
  return table.key.includes(cell.column);
}
