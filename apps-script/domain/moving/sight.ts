import type { Table } from "../schema/column";
import type { Grid, GridRow } from "../snapshot/grid";
import { headerOfTab } from "../snapshot/header";
import { headerForm } from "../snapshot/layout";
import type { Value } from "../snapshot/value";

/**
 * A tab as it stood at one moment. Rows count from 1, columns from 0. Columns go by the form of their header; one
 * without a header, or whose header stands twice, has no name and is nobody's business here.
 */
export class Sight {
  /** 1 on an empty tab. */
  readonly headerRow: number;
  readonly header: readonly Value[];
  readonly columns: ReadonlyMap<string, number>;
  /** The rows below the header that hold anything, in order. */
  readonly rows: readonly number[];
  private readonly values: Value[][];

  constructor(
    private readonly table: Table,
    private readonly raws: readonly (readonly unknown[])[],
    hand: { valueOf(raw: unknown): Value },
    private formulas: readonly (readonly string[])[] | null = null,
  ) {
    this.values = raws.map((line) => line.map((raw) => hand.valueOf(raw)));
    const { index, cells } = headerOfTab(table, this.values);
    this.headerRow = Math.max(0, index) + 1;
    this.header = cells;
    this.columns = columnsOf(this.header);
    this.rows = this.values.flatMap((line, index) =>
      index >= this.headerRow && (line.some((value) => value !== null) || this.formulasIn(index + 1).length > 0)
        ? [index + 1]
        : [],
    );
  }

  get lastRow(): number {
    return this.rows[this.rows.length - 1] ?? this.headerRow;
  }

  /** Rows of the grid, when whole columns were looked at. */
  get gridRows(): number {
    return this.raws.length;
  }

  /** Columns of the grid, when all of it was looked at. */
  get gridColumns(): number {
    return this.raws.reduce((most, line) => Math.max(most, line.length), 0);
  }

  get width(): number {
    return this.header.length;
  }

  value(row: number, column: number): Value {
    return this.values[row - 1]?.[column] ?? null;
  }

  /** The cell as the host gave it. */
  raw(row: number, column: number): unknown {
    return this.raws[row - 1]?.[column] ?? "";
  }

  formula(row: number, column: number): string {
    return this.formulas?.[row - 1]?.[column] ?? "";
  }

  get knowsFormulas(): boolean {
    return this.formulas !== null;
  }

  /** Takes the formulas in later; rows with nothing but formulas without a result stay unnoticed then. */
  learn(formulas: readonly (readonly string[])[]): void {
    this.formulas = formulas;
  }

  /** Whether any row has a formula in one of the columns. */
  hasFormulaIn(columns: readonly number[]): boolean {
    return this.formulas?.some((line, index) => index >= this.headerRow && columns.some((at) => line[at])) ?? false;
  }

  grid(): Grid {
    const rows = this.rows.map((at): GridRow => {
      const formulas = this.formulasIn(at);
      const values = this.values[at - 1] ?? [];
      return { at, values, ...(formulas.length > 0 ? { formulas } : {}) };
    });
    return { title: this.table.title, headerRow: this.headerRow, header: this.header, rows };
  }

  private formulasIn(row: number): number[] {
    const found: number[] = [];
    this.formulas?.[row - 1]?.forEach((formula, column) => {
      if (formula !== "") found.push(column);
    });
    return found;
  }
}

function columnsOf(header: readonly Value[]): Map<string, number> {
  const columns = new Map<string, number>();
  const repeated = new Set<string>();
  header.forEach((cell, index) => {
    const form = headerForm(cell);
    if (form === "") return;
    if (columns.has(form)) repeated.add(form);
    else columns.set(form, index);
  });
  for (const form of repeated) columns.delete(form);
  return columns;
}
