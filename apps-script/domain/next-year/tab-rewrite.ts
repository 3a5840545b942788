import type { CellWrite } from "../changes/write-plan";
import { isDay } from "../days/civil-day";
import type { Column, Table } from "../schema/column";
import { TABLES, type TableName } from "../schema/index";
import type { Grid, GridRow, Grids } from "../snapshot/grid";
import { type Layout, layoutOf, tabMissing } from "../snapshot/layout";
import type { Value } from "../snapshot/value";

/** More than any program of tables has. */
const MOST_COLUMNS = 32_768;

/**
 * A tab of a copied book that becomes one of the new year: rows that stay keep their place, with staff's own columns beside
 * them, and only cells that change are written. Formulas are staff's and stay.
 */
export class TabRewrite {
  /** By place: of several writes to a cell only the last one counts, and one of what stands there is none. */
  private readonly cells = new Map<number, CellWrite>();
  private readonly table: Table;
  private readonly grid: Grid;
  private readonly layout: Layout;
  private readonly rows: ReadonlyMap<number, GridRow>;
  private next: number;

  constructor(name: TableName, grids: Grids) {
    this.table = TABLES[name];
    const grid = grids.find(({ title }) => title === this.table.title);
    if (!grid) throw tabMissing(this.table, grids);
    this.grid = grid;
    this.layout = layoutOf(this.table, grid);
    this.rows = new Map(grid.rows.map((row) => [row.at, row]));
    this.next = grid.headerRow + 1;
  }

  /** Empties every row but those that stay. */
  clearBut(stays: ReadonlySet<number>): void {
    for (const row of this.grid.rows) {
      if (row.at > this.grid.headerRow && !stays.has(row.at)) {
        row.values.forEach((_, column) => {
          this.write(row.at, column, null, "text");
        });
      }
    }
  }

  /** Writes what a row that stays holds from now on in all columns of ours: what is not given is emptied. */
  replace(at: number, values: Readonly<Record<string, Value>>): void {
    for (const name of Object.keys(this.table.columns)) this.set(at, name, values[name] ?? null);
  }

  set(at: number, name: string, value: Value): void {
    const [column, place] = [this.table.columns[name], this.layout.get(name)];
    if (column !== undefined && place !== undefined) this.write(at, place, value, kindFor(column, value));
  }

  /** Fills the first rows of a tab of which none stays. */
  fill(values: Readonly<Record<string, Value>>): void {
    this.replace(this.next++, values);
  }

  /** Puts the next rows below everything that stands there. */
  goBelow(): void {
    this.next = this.grid.rows.reduce((last, { at }) => Math.max(last, at), this.grid.headerRow) + 1;
  }

  /** What differs from what stands there. */
  get writes(): CellWrite[] {
    return [...this.cells.values()];
  }

  private write(at: number, column: number, value: Value, kind: CellWrite["kind"]): void {
    const row = this.rows.get(at);
    if (row?.formulas?.includes(column)) return;
    const place = at * MOST_COLUMNS + column;
    if ((row?.values[column] ?? null) === value) this.cells.delete(place);
    else this.cells.set(place, { sheet: this.grid.title, at, column, value, kind });
  }
}

function kindFor({ kind }: Column, value: Value): CellWrite["kind"] {
  if (kind === "day") return isDay(value) ? "day" : "text";
  return kind === "number" && typeof value === "number" ? "number" : "text";
}
