import { workbookWording as say } from "../../wording/workbook";
import { cellName } from "./a1";
import { type BookStyles, cellContent } from "./cell-markup";
import type { FormulaCells } from "./formula-cells";
import { type SheetText, styleOf } from "./row-scan";
import type { RowTemplate } from "./row-template";
import type { CellEdit, RowEdits } from "./sheet-edits";
import { attribute } from "./xml-scan";

/** What the pass over the rows needs to know besides the text. */
export interface RowsContext {
  readonly sheet: SheetText;
  readonly book: BookStyles;
  readonly firstDataRow: number;
  /** The style index of a column by `<cols>`, 0 when it has none. */
  columnStyle(column: number): number;
  /** Columns whose formulas keep their stored results. */
  readonly keepResults: ReadonlySet<number>;
}

/** What the cells of an existing row must know of it: its tag as it was, and whether it held a value. */
export interface RowFacts {
  readonly tag: string;
  readonly isBlank: boolean;
  readonly isHeader: boolean;
}

/** The style of a cell for what is put into it: 300 yuan are no day in October 1900. */
export function styleFor({ kind, value }: CellEdit, style: number, book: BookStyles): number {
  return kind === "number" && typeof value === "number" ? book.asNumber(style) : style;
}

/** Writes cells and rows that the sheet does not have yet, and decides how they look. */
export class NewCells {
  constructor(
    private readonly context: RowsContext,
    private readonly template: RowTemplate,
    private readonly formulas: FormulaCells,
  ) {}

  /**
   * A new cell in a row that exists; '' for an edit that would only empty it. In the header it looks like the cell on
   * its left; in a row of data like its row or column; in an empty row like the row of data above.
   */
  inRow(edit: CellEdit, { tag, isBlank, isHeader }: RowFacts, leftStyle: number): string {
    this.refuseFormula(edit);
    if (edit.value === null) return "";
    const ofRow = attribute(tag, "customFormat") === undefined ? 0 : styleOf(tag);
    const ofColumn = this.context.columnStyle(edit.column);
    const near = edit.row >= this.context.firstDataRow ? (this.template.current().styles.get(edit.column) ?? 0) : leftStyle;
    return this.cell(edit, ofRow || (isBlank || isHeader ? near || ofColumn : ofColumn || near));
  }

  /** A row that is not there: it looks like the nearest row of data above it, down to its empty cells. */
  row({ row, cells }: RowEdits): string {
    for (const edit of cells) this.refuseFormula(edit);
    const written = cells.filter((edit) => edit.value !== null);
    if (written.length === 0) return "";
    const { prefix } = this.context.sheet;
    const look =
      row >= this.context.firstDataRow ? this.template.current() : { attributes: "", styles: new Map<number, number>() };
    const columns = new Set(written.map((edit) => edit.column));
    const empty = [...look.styles.keys()].filter((column) => !columns.has(column));
    const all = written.concat(empty.map((column) => ({ row, column, value: null, kind: "text" })));
    const texts = all
      .sort((a, b) => a.column - b.column)
      .map((edit) => this.cell(edit, look.styles.get(edit.column) ?? this.context.columnStyle(edit.column)));
    return `<${prefix}row r="${row}"${look.attributes}>${texts.join("")}</${prefix}row>`;
  }

  private cell(edit: CellEdit, near: number): string {
    const { sheet, book } = this.context;
    const style = styleFor(edit, near, book);
    const look = style === 0 ? "" : ` s="${style}"`;
    const content = cellContent(edit.value, edit.kind, style, book, sheet.prefix);
    return `<${sheet.prefix}c r="${cellName(edit.row, edit.column)}"${look}${content}`;
  }

  private refuseFormula({ row, column }: CellEdit): void {
    if (this.formulas.covers(row, column)) throw new Error(say.formulaCell(this.context.sheet.title, cellName(row, column)));
  }
}
