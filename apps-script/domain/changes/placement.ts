import { isDay } from "../days/civil-day";
import type { Column, Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import { addressOf } from "../snapshot/address";
import { rowsBegun } from "../snapshot/array-cells";
import { rowWith } from "../snapshot/by-key";
import type { CellBlock, Grid, Grids } from "../snapshot/grid";
import { kept } from "../snapshot/kept";
import { type Layout, layoutOf } from "../snapshot/layout";
import { isForeign } from "../snapshot/look-alike";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import { rowAddress } from "../wording/workbook";
import type { CellWrite } from "./write-plan";

/** Where a tab's rows and columns stand, and what they hold, for turning keys and column names into cells. */
export class Placement {
  private readonly formulas: ReadonlyMap<number, readonly number[]>;
  private readonly renamed = new Map<string, string>();
  private readonly layout: Layout;
  private readonly blocks: readonly CellBlock[];
  private next: number;

  constructor(
    readonly table: Table,
    grid: Grid,
    private readonly rows: readonly AnyRow[],
  ) {
    this.layout = layoutOf(table, grid);
    this.formulas = formulasIn(grid);
    const last = lastRowOf(grid);
    this.blocks = grid.blocks ?? [];
    const reaching = this.blocks.filter(({ kind, firstRow }) => kind === "merged" && firstRow <= last);
    this.next = reaching.reduce((most, { lastRow }) => Math.max(most, lastRow), last) + 1;
  }

  /** The row of a key; a row numbered in this very run is known by its new number. */
  find(key: string): AnyRow | null {
    return rowWith(this.rows, this.renamed.get(key) ?? key);
  }

  rename(from: string, to: string): void {
    this.renamed.set(to, from);
  }

  value(row: AnyRow, column: string): Value {
    return this.columnOf(column) ? (row[column] ?? null) : null;
  }

  isFormula(row: AnyRow, column: string): boolean {
    const position = this.layout.get(column);
    return position !== undefined && (this.formulas.get(row.at)?.includes(position) ?? false);
  }

  /** Whether a cell shows the value of several rows, or of the cell beside it: what is written there is not seen, or seen twice. */
  isMerged(row: AnyRow, column: string): boolean {
    return this.isIn(row.at, column, ({ kind }) => kind === "merged");
  }

  /** Columns in which an array formula reaches to where new rows go. */
  takenByArrays(): readonly string[] {
    return Object.keys(this.table.columns).filter((column) => this.isIn(this.nextRow, column, ({ kind }) => kind === "array"));
  }

  write(at: number, column: string, value: Value): CellWrite {
    const position = this.layout.get(column) ?? 0;
    return { sheet: this.table.title, at, column: position, value, kind: kindOf(this.columnOf(column), value) };
  }

  /** Where a cell stands, like `G15`; the row alone (`第15行`) without a column. Null when there is no such row. */
  address(key: string, column: string | null): string | null {
    const row = this.find(key);
    if (!row) return null;
    const position = this.layout.get(column ?? "");
    return position === undefined ? rowAddress(row.at) : addressOf(position, row.at);
  }

  /** Where the next new row goes. */
  get nextRow(): number {
    return this.next;
  }

  append(values: Readonly<Record<string, Value>>): CellWrite[] {
    const at = this.next++;
    const free = Object.entries(values).filter(([column]) => !this.isIn(at, column));
    return free.map(([column, value]) => this.write(at, column, value));
  }

  /** Every cell of the table's columns in a row, emptied. */
  blank(row: AnyRow): CellWrite[] {
    const free = Object.keys(this.table.columns).filter((column) => !this.isIn(row.at, column));
    return free.map((column) => this.write(row.at, column, null));
  }

  /** A cell merged with others of its row alone is written where it begins. */
  private isIn(at: number, column: string, wanted: (block: CellBlock) => boolean = () => true): boolean {
    const place = this.layout.get(column);
    if (place === undefined) return false;
    return this.blocks.some((block) => {
      const { kind, firstRow, lastRow, firstColumn, lastColumn } = block;
      if (at < firstRow || at > lastRow || place < firstColumn || place > lastColumn || !wanted(block)) return false;
      return kind === "array" || firstRow < lastRow || place > firstColumn;
    });
  }

  private columnOf(column: string): Column | null {
    return this.table.columns[column] ?? null;
  }
}

const formulasIn = kept(
  ({ rows }: Grid): ReadonlyMap<number, readonly number[]> =>
    new Map(rows.flatMap((row) => (row.formulas ? [[row.at, row.formulas] as const] : []))),
);

const lastRowOf = kept((grid: Grid) => rowsBegun(grid).reduce((most, { at }) => Math.max(most, at), grid.headerRow));

function kindOf(column: Column | null, value: Value): CellWrite["kind"] {
  if (typeof value === "number") return "number";
  return column?.kind === "day" && isDay(value) ? "day" : "text";
}

/**
 * The placements of a workbook, made as they are asked for. Of a table that the snapshot does not have, rows are not found,
 * but new ones have their place.
 */
export function placementsOf(grids: Grids, snapshot: Snapshot): Place {
  const made = new Map<TableName, Placement>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const grid = grids.find((candidate) => candidate.title === TABLES[name].title);
    if (!grid || isForeign(TABLES[name], grid)) return null;
    const rows: readonly AnyRow[] | undefined = snapshot[name];
    const placement = new Placement(TABLES[name], grid, rows ?? []);
    made.set(name, placement);
    return placement;
  };
}

/** The placement of a table; null when its tab is not there, or is somebody's own. */
export type Place = (table: TableName) => Placement | null;
