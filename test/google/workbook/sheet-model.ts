import type { Area } from "./area";
import { blankCell, type Cell, type CellValue, hasContent, TEXT_FORMAT } from "./cell";
import type { ChartModel, ConditionalRule, ProtectionModel } from "./furniture";
import { isDateFormat } from "./number-format";
import { refuseProtected } from "./protect";
import { SheetsError } from "./sheets-error";
import { sequenceOf, spillInto, takesEntry } from "./spill";
import type { InMemoryWorkbook } from "./workbook";

export interface Row {
  readonly cells: (Cell | undefined)[];
  hidden: boolean;
  /** Whether the sheet's filter hides it; only a test says so. */
  filtered?: boolean;
  /** In pixels; 21 when nobody changed it. */
  height?: number;
}

interface ColumnState {
  hidden: boolean;
  width: number;
}

/** One tab: a grid of fixed size (1000 × 26 when new) and what stands around it. Rows and columns count from 1. */
export class SheetModel {
  readonly rows: Row[] = [];
  readonly columns: ColumnState[] = [];
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;
  filter: Area | null = null;
  /** What the person at the screen has selected; A1 until they do. */
  selection: readonly Area[] = [{ row: 1, column: 1, rows: 1, columns: 1 }];
  merges: Area[] = [];
  conditionalRules: ConditionalRule[] = [];
  protections: ProtectionModel[] = [];
  charts: ChartModel[] = [];

  constructor(
    readonly workbook: InMemoryWorkbook,
    readonly id: number,
    public title: string,
    rows = 1000,
    columns = 26,
  ) {
    for (let row = 0; row < rows; row++) this.rows.push({ cells: [], hidden: false });
    for (let column = 0; column < columns; column++) this.columns.push({ hidden: false, width: 100 });
  }

  get maxRows(): number {
    return this.rows.length;
  }

  get maxColumns(): number {
    return this.columns.length;
  }

  /** The cell if it was ever touched. */
  peek(row: number, column: number): Cell | undefined {
    return this.rows[row - 1]?.cells[column - 1];
  }

  /** The cell, to be changed. */
  cell(row: number, column: number): Cell {
    const line = this.rows[row - 1];
    if (!line || column < 1 || column > this.maxColumns) {
      throw new SheetsError("The coordinates of the range are outside the dimensions of the sheet.");
    }
    refuseProtected(this, { row, column, rows: 1, columns: 1 });
    let cell = line.cells[column - 1];
    if (!cell) {
      cell = blankCell();
      line.cells[column - 1] = cell;
    }
    this.workbook.savePoint?.keep(this, cell);
    return cell;
  }

  /** What the cell holds, formulas worked out. */
  value(row: number, column: number): CellValue {
    const cell = this.peek(row, column);
    if (!cell) return "";
    return cell.formula === null || cell.pinned ? cell.value : this.workbook.resultOf(this, row, column, cell.formula);
  }

  /** Puts in a text as a person types it. */
  enter(row: number, column: number, text: string): void {
    const cell = this.cell(row, column);
    const { unknowns } = this.workbook;
    if (cell.numberFormat === TEXT_FORMAT) {
      if (text.startsWith("=") && unknowns.equalsInTextCell === "formula") setFormula(cell, text);
      else setValue(cell, text.startsWith("'") && unknowns.apostropheInTextCell === "dropped" ? text.slice(1) : text);
      return;
    }
    const entry = this.workbook.entryOf(text);
    if (entry.formula !== undefined) {
      setFormula(cell, entry.formula);
      this.fill(row, column, cell);
      return;
    }
    setValue(cell, entry.value);
    if (entry.numberFormat !== undefined && cell.numberFormat === null) cell.numberFormat = entry.numberFormat;
  }

  /** A result of several values needs room, which only empty cells give. */
  private fill(row: number, column: number, cell: Cell): void {
    const lines = sequenceOf(cell.formula ?? "");
    if (!lines) return;
    const parts = lines.flatMap((line, down) =>
      line.flatMap((value, across) => (down + across === 0 ? [] : [[this.cell(row + down, column + across), value] as const])),
    );
    const isBlocked = parts.some(([part]) => hasContent(part));
    Object.assign(cell, { value: isBlocked ? "#REF!" : 1, pinned: true });
    if (!isBlocked) spillInto(cell, parts);
  }

  /** Puts in a day or time, given as days since 1899-12-30. */
  enterMoment(row: number, column: number, serial: number): void {
    const cell = this.cell(row, column);
    if (cell.numberFormat === null) cell.numberFormat = this.workbook.momentFormat(Number.isInteger(serial));
    setValue(cell, serial);
  }

  isMoment(cell: Cell | undefined): boolean {
    return cell !== undefined && isDateFormat(cell.numberFormat);
  }

  lastRow(): number {
    return this.rows.findLastIndex(({ cells }) => cells.length > 0 && cells.some(hasContent)) + 1;
  }

  lastColumn(): number {
    let last = 0;
    for (const { cells } of this.rows) {
      for (let at = cells.length; at > last; at--) if (hasContent(cells[at - 1])) last = at;
    }
    return last;
  }

  /** Every rectangle that moves along when rows or columns come and go. */
  areaLists(): Area[][] {
    const ruleAreas = [...this.conditionalRules, ...this.charts].map(({ areas }) => areas);
    const protectedAreas = this.protections.flatMap(({ areas, unprotected }) => [areas, unprotected]);
    return [this.merges, ...ruleAreas, ...protectedAreas, ...this.workbook.namedAreasOn(this)];
  }
}

export function setValue(cell: Cell, value: CellValue): void {
  if (!takesEntry(cell, value === "")) return;
  cell.value = value;
  cell.formula = null;
  cell.pinned = false;
}

export function setFormula(cell: Cell, formula: string): void {
  // The same formula once more fills the same cells.
  if (cell.spill?.anchor === cell && cell.formula === formula) return;
  takesEntry(cell, false);
  cell.value = "";
  cell.formula = formula;
  cell.pinned = false;
}
