import type { CellValue, Style, Worksheet } from "exceljs";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { writtenText } from "../../workbook/table-sheet";
import { columnsBetween, type Edges, widthBetween } from "./edges";
import { pointsOf } from "./measures";

/** Columns from 1, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Writes a sheet from the top down, in mm. */
export class SheetWriter {
  /** The row that is being written, from 1; 0 before the first. */
  row = 0;
  /** Mm written so far. */
  height = 0;

  constructor(
    readonly sheet: Worksheet,
    readonly edges: Edges,
  ) {}

  get whole(): Span {
    return { first: 1, last: this.edges.length - 1 };
  }

  between(left: number, right: number): Span {
    return columnsBetween(this.edges, left, right);
  }

  widthOf(span: Span): number {
    return widthBetween(this.edges, span);
  }

  /** Begins the next row. */
  next(height: number): void {
    this.row += 1;
    this.height += height;
    this.sheet.getRow(this.row).height = pointsOf(height);
  }

  /** Makes the row that is being written at least so high. */
  grow(height: number): void {
    const row = this.sheet.getRow(this.row);
    const points = pointsOf(height);
    if (points <= (row.height ?? 0)) return;
    this.height += ((points - (row.height ?? 0)) / 72) * 25.4;
    row.height = points;
  }

  /** A cell over some columns and rows of the row that is being written, each with the look. */
  put({ first, last }: Span, value: Value, look: Partial<Style>, rows = 1): void {
    for (let row = this.row; row < this.row + rows; row += 1)
      for (let column = first; column <= last; column += 1) this.sheet.getCell(row, column).style = { ...look };
    if (last > first || rows > 1) this.sheet.mergeCells(this.row, first, this.row + rows - 1, last);
    this.sheet.getCell(this.row, first).value = asWritten(value);
  }
}

/** Texts stay texts, whatever they begin with. */
function asWritten(value: Value): CellValue {
  return typeof value === "string" ? writtenText(value) : value;
}
