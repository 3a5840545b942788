import { isDay } from "../days/civil-day";
import type { Column, Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { addressOf } from "../snapshot/address";
import type { Grid, Grids } from "../snapshot/grid";
import { type Layout, layoutOf } from "../snapshot/layout";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import { rowAddress } from "../wording/workbook";
import type { CellWrite } from "./write-plan";

/** Where a tab's rows and columns stand, and what they hold, for turning keys and titles into cells. */
export class Placement {
  private readonly rows: ReadonlyMap<string, AnyRow>;
  private readonly formulas: ReadonlyMap<number, readonly number[]>;
  private readonly renamed = new Map<string, string>();
  private readonly names: ReadonlyMap<string, string>;
  private readonly layout: Layout;
  private nextRow: number;

  constructor(
    readonly table: Table,
    grid: Grid,
    rows: readonly AnyRow[],
  ) {
    this.layout = layoutOf(table, grid);
    this.rows = new Map(rows.map((row) => [row.key, row]));
    this.formulas = new Map(grid.rows.flatMap((row) => (row.formulas ? [[row.at, row.formulas] as const] : [])));
    this.names = new Map(Object.entries(table.columns).map(([name, column]) => [column.title, name]));
    this.nextRow = grid.rows.reduce((last, row) => Math.max(last, row.at), grid.headerRow) + 1;
  }

  /** The row of a key; a row numbered in this very run is known by its new number. */
  find(key: string): AnyRow | null {
    return this.rows.get(this.renamed.get(key) ?? key) ?? null;
  }

  rename(from: string, to: string): void {
    this.renamed.set(to, from);
  }

  value(row: AnyRow, title: string): Value {
    return row[this.names.get(title) ?? ""] ?? null;
  }

  isFormula(row: AnyRow, title: string): boolean {
    const column = this.position(title);
    return column !== null && (this.formulas.get(row.at)?.includes(column) ?? false);
  }

  has(title: string): boolean {
    return this.position(title) !== null;
  }

  write(at: number, title: string, value: Value): CellWrite {
    const column = this.position(title) ?? 0;
    return { sheet: this.table.title, at, column, value, kind: kindOf(this.columnOf(title), value) };
  }

  /** Where a cell stands, like `G15`; the row alone (`第15行`) without a column. Null when there is no such row. */
  address(key: string, title: string | null): string | null {
    const row = this.find(key);
    if (!row) return null;
    const column = title === null ? null : this.position(title);
    return column === null ? rowAddress(row.at) : addressOf(column, row.at);
  }

  append(values: Readonly<Record<string, Value>>): CellWrite[] {
    const at = this.nextRow++;
    return Object.entries(values).map(([title, value]) => this.write(at, title, value));
  }

  /** Every cell of the table's columns in a row, emptied. */
  blank(row: AnyRow): CellWrite[] {
    return Object.values(this.table.columns).map((column) => this.write(row.at, column.title, null));
  }

  private columnOf(title: string): Column | null {
    return this.table.columns[this.names.get(title) ?? ""] ?? null;
  }

  private position(title: string): number | null {
    return this.layout.get(this.names.get(title) ?? "") ?? null;
  }
}

function kindOf(column: Column | null, value: Value): CellWrite["kind"] {
  if (typeof value === "number") return "number";
  return column?.kind === "day" && isDay(value) ? "day" : "text";
}

/**
 * The placements of a workbook, made as they are asked for. Of a table that the snapshot does not have, rows are not found,
 * but new ones have their place.
 */
export function placementsOf(grids: Grids, snapshot: Snapshot): (title: string) => Placement | null {
  const made = new Map<string, Placement>();
  return (title) => {
    const known = made.get(title);
    if (known) return known;
    const name = (Object.keys(TABLES) as TableName[]).find((candidate) => TABLES[candidate].title === title);
    const grid = grids.find((candidate) => candidate.title === title);
    if (name === undefined || !grid) return null;
    const rows: readonly AnyRow[] | undefined = snapshot[name];
    const placement = new Placement(TABLES[name], grid, rows ?? []);
    made.set(title, placement);
    return placement;
  };
}
