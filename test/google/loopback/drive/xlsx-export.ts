import type { Worksheet, Cell as XlsxCell } from "exceljs";
import type { Cell } from "../../workbook/cell";
import type { SheetModel } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";

/** Pixels to a character of the usual font. */
const PIXELS = 7;

/** The spreadsheet as an Excel file: values, formulas, number formats, and how lines and cells look. */
export async function xlsxOf(book: InMemoryWorkbook): Promise<Buffer> {
  const { default: Excel } = await import("exceljs");
  const file = new Excel.Workbook();
  for (const sheet of book.sheets) {
    const { frozenRows: ySplit, frozenColumns: xSplit } = sheet;
    const views = xSplit + ySplit > 0 ? [{ state: "frozen" as const, xSplit, ySplit }] : [];
    fill(file.addWorksheet(sheet.title, { state: sheet.hidden ? "hidden" : "visible", views }), sheet);
  }
  return Buffer.from(await file.xlsx.writeBuffer());
}

function fill(page: Worksheet, sheet: SheetModel): void {
  sheet.rows.forEach(({ cells, hidden }, index) => {
    if (hidden) page.getRow(index + 1).hidden = true;
    cells.forEach((cell, column) => {
      if (cell) put(page.getCell(index + 1, column + 1), cell, sheet.value(index + 1, column + 1));
    });
  });
  sheet.columns.forEach(({ hidden, width }, index) => {
    const column = page.getColumn(index + 1);
    if (width !== 100) column.width = width / PIXELS;
    if (hidden) column.hidden = true;
  });
  for (const { row, column, rows, columns } of sheet.merges) page.mergeCells(row, column, row + rows - 1, column + columns - 1);
  const { filter } = sheet;
  if (filter) {
    const to = { row: filter.row + filter.rows - 1, column: filter.column + filter.columns - 1 };
    page.autoFilter = { from: { row: filter.row, column: filter.column }, to };
  }
}

function put(target: XlsxCell, cell: Cell, value: string | number | boolean): void {
  if (cell.formula !== null) target.value = { formula: cell.formula.slice(1), result: value };
  else if (value !== "") target.value = value;
  if (cell.numberFormat !== null) target.numFmt = cell.numberFormat;
  const { background, fontColor, fontWeight, wrap } = cell.looks;
  if (background) target.fill = { type: "pattern", pattern: "solid", fgColor: { argb: argbOf(background) } };
  if (fontColor || fontWeight === "bold") {
    target.font = { bold: fontWeight === "bold", ...(fontColor ? { color: { argb: argbOf(fontColor) } } : {}) };
  }
  if (wrap) target.alignment = { wrapText: true };
  if (cell.note !== "") target.note = cell.note;
  if (cell.validation) {
    const { values, allowInvalid } = cell.validation;
    target.dataValidation = { type: "list", allowBlank: true, formulae: [`"${values.join()}"`], showErrorMessage: !allowInvalid };
  }
}

function argbOf(hex: string): string {
  return `FF${hex.slice(1).toUpperCase()}`;
}
