import type { Lost } from "../changes/lost";
import type { CellWrite } from "../changes/write-plan";
import type { Kind, Table } from "../schema/column";
import { columnOfTitle, nameOf } from "../schema/titles";
import { cellOf } from "../snapshot/cell-value";
import type { CellBlock, Grid } from "../snapshot/grid";
import { headerForm } from "../snapshot/layout";
import type { Value } from "../snapshot/value";
import type { Hand } from "./hand";
import type { Rows } from "./match-rows";
import type { Sight } from "./sight";

/** A tab as the program last knew it: cells to write come by the places of this moment, wherever these are by now. */
export class TabMemory implements Rows {
  readonly columns: ReadonlyMap<string, number>;
  readonly headerRow: number;
  readonly key: readonly string[];
  /** Forms of the columns that only the program writes. */
  readonly ours: readonly string[];
  private readonly kinds: ReadonlyMap<string, Kind>;
  /** Whether only the program writes here; people may still sort, and that is seen after a write. */
  readonly isProgramsOwn: boolean;
  /** The tab as it was last looked at down to the end of its grid, if only the program writes here. */
  latest: Sight | null = null;
  /** Rows below the last one of then. */
  private readonly added = new Set<number>();
  private readonly written = new Map<number, Map<number, Value>>();

  constructor(
    readonly table: Table,
    readonly hand: Hand,
    readonly sight: Sight,
    private readonly merges: readonly CellBlock[] = [],
  ) {
    this.isProgramsOwn = Object.values(table.columns).every(({ owner }) => owner === "system");
    this.columns = sight.columns;
    this.headerRow = sight.headerRow;
    const columns = Object.entries(table.columns);
    this.kinds = new Map(columns.map(([, column]) => [headerForm(column.title), column.kind]));
    const isOurs = ([, { owner }]: (typeof columns)[number]): boolean => owner === "computed" || owner === "system";
    this.ours = columns.filter(isOurs).map(([, column]) => headerForm(column.title));
    this.key = table.key.map((name) => headerForm(table.columns[name]?.title ?? ""));
  }

  get rows(): readonly number[] {
    return this.added.size === 0 ? this.sight.rows : [...this.sight.rows, ...[...this.added].sort((a, b) => a - b)];
  }

  value(row: number, column: number): Value {
    return this.written.get(row)?.get(column) ?? (this.written.get(row)?.has(column) ? null : this.sight.value(row, column));
  }

  keep(sight: Sight): Sight {
    if (this.isProgramsOwn) this.latest = sight;
    return sight;
  }

  grid(): Grid {
    const grid = this.sight.grid();
    return this.merges.length > 0 ? { ...grid, blocks: [...(grid.blocks ?? []), ...this.merges] } : grid;
  }

  /** What a write has put there, for the stages that follow. */
  remember(row: number, column: number, value: Value): void {
    const line = this.written.get(row) ?? new Map<number, Value>();
    line.set(column, value);
    this.written.set(row, line);
    if (row > this.sight.lastRow) this.added.add(row);
  }

  /** Whether a formula may stand in one of the columns: one does, or nobody looked where people write. */
  mayHaveFormulaIn(columns: readonly number[]): boolean {
    if (this.sight.knowsFormulas) return this.sight.hasFormulaIn(columns);
    return this.ours.length < this.kinds.size;
  }

  formOf(column: number): string {
    return headerForm(this.sight.header[column]);
  }

  /** Whether two values of a column are one and the same to the rules: a day typed as text is the day. */
  same(form: string, one: Value, other: Value): boolean {
    if (one === other) return true;
    const kind = this.kinds.get(form);
    return kind !== undefined && cellOf(kind, one) === cellOf(kind, other);
  }

  lost({ at, column }: CellWrite, reason: Lost["reason"], now: Value = null): Lost {
    const name = nameOf(this.table);
    return {
      table: name,
      row: this.keyAt(at),
      column: columnOfTitle(name, String(this.sight.header[column] ?? "")),
      reason,
      now,
    };
  }

  /** The key of a row whose cells `cell` tells, in one form whether its parts are numbers or their texts. */
  keyIn(cell: (form: string) => Value): string {
    return JSON.stringify(this.key.map((form) => String(cellOf(this.kinds.get(form) ?? "text", cell(form)))));
  }

  private keyAt(at: number): string {
    const parts = this.key.map((form) => this.value(at, this.columns.get(form) ?? -1));
    return parts.every((part) => part === null) ? `@${at}` : parts.map((part) => (part === null ? "" : String(part))).join("·");
  }
}
