import { kindsByTitle, type Table } from "../schema/column";
import type { CellBlock, Grid, GridRow } from "../snapshot/grid";
import { headerOfTab } from "../snapshot/header";
import { headerForm } from "../snapshot/layout";
import type { Value } from "../snapshot/value";
import { SPILLED } from "./spills";

/** How a host's cells are read. */
interface Reading {
  valueOf(raw: unknown): Value;
  /** The number in a cell that is shown as a day or a time; `null` for others. A host that does not show it so leaves it out. */
  numberOf?(raw: unknown): number | null;
}

/** A number that its cell shows as a day or a time. Row from 1, column from 0. */
interface DatedNumber {
  readonly row: number;
  readonly column: number;
}

/** The last row of what goes on as the grid grows. */
const ENDLESS = Number.MAX_SAFE_INTEGER;

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
  /** Of columns of numbers. */
  readonly datedNumbers: readonly DatedNumber[];
  private readonly values: Value[][];

  constructor(
    private readonly table: Table,
    private readonly raws: readonly (readonly unknown[])[],
    hand: Reading,
    private formulas: readonly (readonly string[])[] | null = null,
  ) {
    this.values = raws.map((line) => line.map((raw) => hand.valueOf(raw)));
    const { index, cells } = headerOfTab(table, this.values);
    this.headerRow = Math.max(0, index) + 1;
    this.header = cells;
    this.columns = columnsOf(this.header);
    this.datedNumbers = this.numbersRead(hand);
    this.rows = this.values.flatMap((line, index) =>
      index >= this.headerRow && this.isFilled(index + 1, line) ? [index + 1] : [],
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
    const blocks = this.spills();
    const head = { title: this.table.title, headerRow: this.headerRow, header: this.header, rows };
    return blocks.length > 0 ? { ...head, blocks } : head;
  }

  /** What formulas fill beside their own cells, column by column. */
  spills(): CellBlock[] {
    const blocks: CellBlock[] = [];
    const open = new Map<number, number>();
    const close = (column: number, firstRow: number, lastRow: number): void => {
      blocks.push({ kind: "array", firstRow, lastRow, firstColumn: column, lastColumn: column });
      open.delete(column);
    };
    this.formulas?.forEach((line, index) => {
      for (const [column, firstRow] of open) if (line[column] !== SPILLED) close(column, firstRow, index);
      line.forEach((formula, column) => {
        if (formula === SPILLED && !open.has(column)) open.set(column, index + 1);
      });
    });
    for (const [column, firstRow] of open) close(column, firstRow, ENDLESS);
    return blocks;
  }

  /** What a formula fills beside its own cell makes no row of an empty one. */
  private isFilled(row: number, line: readonly Value[]): boolean {
    const isOwn = (column: number): boolean => this.formula(row, column) !== SPILLED;
    return line.some((value, column) => value !== null && isOwn(column)) || this.formulasIn(row).some((column) => isOwn(column));
  }

  /** Reads the numbers that are shown as days or times as the numbers they are. */
  private numbersRead(hand: Reading): DatedNumber[] {
    if (!hand.numberOf) return [];
    const kinds = new Map([...kindsByTitle(this.table)].map(([title, kind]) => [headerForm(title), kind]));
    const columns = [...this.columns].flatMap(([form, column]) => (kinds.get(form) === "number" ? [column] : []));
    const found: DatedNumber[] = [];
    for (let at = this.headerRow; at < this.values.length; at++) {
      for (const column of columns) {
        const number = hand.numberOf(this.raws[at]?.[column]);
        const line = this.values[at];
        if (number === null || !line) continue;
        line[column] = number;
        found.push({ row: at + 1, column });
      }
    }
    return found;
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
