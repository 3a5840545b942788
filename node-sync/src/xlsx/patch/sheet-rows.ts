import { workbookWording as say } from "../../wording/workbook";
import { type Area, cellName } from "./a1";
import { cellContent } from "./cell-markup";
import { FormulaCells } from "./formula-cells";
import { NewCells, type RowFacts, type RowsContext, styleFor } from "./new-cells";
import { type CellSpan, cellsOf, nextRow, type RowSpan, styleOf } from "./row-scan";
import { RowTemplate } from "./row-template";
import type { CellEdit, RowEdits } from "./sheet-edits";
import { attribute, withAttribute, withoutAttributes } from "./xml-scan";

/** Rows that held nothing before and hold something now, with the columns written there. */
export type AppendedRows = ReadonlyMap<number, Pick<Area, "left" | "right">>;

/**
 * One pass over the rows between `from` and `to` (the inside of `<sheetData>`).
 *
 * Whatever no edit touches is copied in long stretches, from `copied` on. Cells of formulas lose their stored results.
 */
export class RowsPass {
  private readonly pieces: string[] = [];
  private copied = 0;
  private readonly appended = new Map<number, { left: number; right: number }>();
  private readonly template: RowTemplate;
  private readonly formulas: FormulaCells;
  private readonly newCells: NewCells;
  private readonly value: RegExp;
  /** The last column with a header: what staff note to the right of it does not make a row a used one. */
  private lastHeader = Number.POSITIVE_INFINITY;

  constructor(private readonly context: RowsContext) {
    this.template = new RowTemplate(context.sheet);
    this.formulas = new FormulaCells(context.sheet);
    this.newCells = new NewCells(context, this.template, this.formulas);
    this.value = new RegExp(`<${context.sheet.prefix}(?:v|is|f)[\\s/>]`);
  }

  /** @throws Error (a sentence) when an edit hits a formula or the rows are not in order */
  run(from: number, to: number, edits: readonly RowEdits[]): { pieces: string[]; appended: AppendedRows } {
    const { sheet, firstDataRow } = this.context;
    this.copied = from;
    let next = 0;
    let previous = 0;
    for (let row = nextRow(sheet, from, to, 0); row !== undefined; row = nextRow(sheet, row.end, to, previous)) {
      if (!(row.row > previous)) throw new Error(say.rowsOutOfOrder(sheet.title, previous));
      for (let edit = edits[next]; edit !== undefined && edit.row < row.row; edit = edits[next]) {
        this.copyTo(row.start);
        this.addRow(edit);
        next += 1;
      }
      this.formulas.enter(row.row);
      const edit = edits[next]?.row === row.row ? edits[next] : undefined;
      if (edit !== undefined) next += 1;
      this.writeRow(row, edit);
      if (row.row >= firstDataRow) this.template.pass(row);
      previous = row.row;
    }
    this.copyTo(to);
    for (const edit of edits.slice(next)) this.addRow(edit);
    return { pieces: this.pieces, appended: this.appended };
  }

  private copyTo(at: number): void {
    if (at > this.copied) this.pieces.push(this.context.sheet.xml.slice(this.copied, at));
    this.copied = at;
  }

  /** Puts `texts` in the place of `[start, end)`. */
  private replace(start: number, end: number, ...texts: string[]): void {
    this.copyTo(start);
    this.pieces.push(...texts);
    this.copied = end;
  }

  private writeRow(row: RowSpan, edits: RowEdits | undefined): void {
    const { sheet, firstDataRow } = this.context;
    const isHeader = row.row === firstDataRow - 1;
    const tag = sheet.xml.slice(row.start, row.open);
    const numbered = attribute(tag, "r") === undefined ? withAttribute(tag, "r", String(row.row)) : tag;
    const written = edits?.cells.filter((edit) => edit.value !== null) ?? [];
    const isOpened = written.length > 0 && row.open === row.end;
    const rowTag = written.length > 0 ? withoutAttributes(numbered, ["spans"]).replace(/(?<!\s)\s*\/>$/, ">") : numbered;
    if (rowTag !== tag) this.replace(row.start, row.open, rowTag);
    if (edits === undefined && !isHeader && !this.formulas.touch(row)) return;
    const cells = cellsOf(sheet, row);
    if (isHeader) this.lastHeader = cells.findLast((cell) => this.hasValue(cell))?.column ?? Number.POSITIVE_INFINITY;
    const isBlank = !cells.some((cell) => cell.column <= this.lastHeader && this.hasValue(cell));
    if (isBlank) this.noteAppended(row.row, written);
    this.writeCells(row, cells, edits, { tag, isBlank, isHeader });
    if (isOpened) this.pieces.push(`</${sheet.prefix}row>`);
  }

  private writeCells(row: RowSpan, cells: readonly CellSpan[], edits: RowEdits | undefined, facts: RowFacts): void {
    const { sheet } = this.context;
    const list = edits?.cells ?? [];
    let next = 0;
    let left = { column: 0, style: 0 };
    const writeMissingUpTo = (column: number): void => {
      for (let edit = list[next]; edit !== undefined && edit.column < column; edit = list[next]) {
        this.pieces.push(this.newCells.inRow(edit, facts, left.style));
        next += 1;
      }
    };
    for (const cell of cells) {
      if (cell.column <= left.column) throw new Error(say.rowsOutOfOrder(sheet.title, row.row));
      const edit = list[next];
      if (edit !== undefined && edit.column < cell.column) {
        this.copyTo(cell.start);
        writeMissingUpTo(cell.column);
      }
      const own = list[next]?.column === cell.column ? list[next] : undefined;
      if (own !== undefined) next += 1;
      this.writeCell(row, cell, own, edits !== undefined);
      left = { column: cell.column, style: facts.isHeader ? styleOf(sheet.xml.slice(cell.start, cell.open)) : 0 };
    }
    if (next === list.length) return;
    this.copyTo(Math.max(this.copied, cells.at(-1)?.end ?? row.open));
    writeMissingUpTo(Number.POSITIVE_INFINITY);
  }

  private addRow(edits: RowEdits): void {
    this.pieces.push(this.newCells.row(edits));
    this.noteAppended(
      edits.row,
      edits.cells.filter((edit) => edit.value !== null),
    );
  }

  private noteAppended(row: number, written: readonly CellEdit[]): void {
    const first = written[0];
    if (first === undefined || row < this.context.firstDataRow) return;
    this.appended.set(row, { left: first.column, right: written.at(-1)?.column ?? first.column });
  }

  private hasValue(cell: CellSpan): boolean {
    return cell.open < cell.end && this.value.test(this.context.sheet.scan.slice(cell.open, cell.end));
  }

  /** A cell that is there: replaced, stripped of a formula's stored result, or copied. */
  private writeCell(row: RowSpan, cell: CellSpan, edit: CellEdit | undefined, isEdited: boolean): void {
    const { sheet, book } = this.context;
    const isFormula = this.formulas.has(row.row, cell);
    const isStripped = isFormula && !this.context.keepResults.has(cell.column);
    const named = sheet.scan.startsWith(' r="', cell.start + sheet.prefix.length + 2);
    if (edit === undefined && !isStripped && (named || !isEdited)) {
      return;
    }
    const name = cellName(row.row, cell.column);
    const tag = withAttribute(
      withoutAttributes(sheet.xml.slice(cell.start, cell.open), isStripped ? ["t", "vm"] : []),
      "r",
      name,
    );
    const body = sheet.xml.slice(cell.open, cell.end);
    if (edit === undefined) this.replace(cell.start, cell.end, tag, isStripped ? this.formulas.withoutResult(body) : body);
    else if (isFormula) throw new Error(say.formulaCell(sheet.title, name));
    else {
      const style = styleFor(edit, styleOf(tag), book);
      const content = cellContent(edit.value, edit.kind, style, book, sheet.prefix);
      const styled = style === styleOf(tag) ? tag : withAttribute(tag, "s", String(style));
      this.replace(cell.start, cell.end, withoutAttributes(styled, ["t", "vm", "cm"]).replace(/(?<!\s)\s*\/?>$/, ""), content);
    }
  }
}
