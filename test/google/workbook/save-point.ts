import type { Area } from "./area";
import type { Cell } from "./cell";
import type { Row, SheetModel } from "./sheet-model";
import type { InMemoryWorkbook } from "./workbook";

/** Makes all changes of `work`, or, when it throws, none. */
export function atomically<T>(book: InMemoryWorkbook, work: () => T): T {
  const point = new SavePoint(book);
  book.savePoint = point;
  try {
    return work();
  } catch (error) {
    point.restore();
    throw error;
  } finally {
    book.savePoint = null;
  }
}

/**
 * A workbook as it was. Cells and grids are kept right before they change; what stands around them is small and kept
 * from the start.
 */
export class SavePoint {
  private readonly cells = new Map<Cell, Cell>();
  private readonly grids = new Map<SheetModel, () => void>();
  private readonly rest: readonly (() => void)[];
  /** A sheet that came later goes as a whole. */
  private readonly sheets: ReadonlySet<SheetModel>;

  constructor(book: InMemoryWorkbook) {
    this.sheets = new Set(book.sheets);
    this.rest = [bookState(book), ...book.sheets.map(sheetState)];
  }

  keep(sheet: SheetModel, cell: Cell): void {
    if (this.sheets.has(sheet) && !this.cells.has(cell)) this.cells.set(cell, { ...cell });
  }

  keepGrid(sheet: SheetModel): void {
    if (!this.grids.has(sheet)) this.grids.set(sheet, gridState(sheet));
  }

  restore(): void {
    for (const [cell, was] of this.cells) Object.assign(cell, was);
    for (const back of [...this.grids.values(), ...this.rest]) back();
  }
}

function bookState(book: InMemoryWorkbook): () => void {
  const { title, locale, timeZone, activeSheetId } = book;
  const sheets = [...book.sheets];
  const named = book.namedAreas.map((area) => ({ area, was: { ...area }, areas: [...area.areas] }));
  return () => {
    Object.assign(book, { title, locale, timeZone, activeSheetId, sheets });
    book.namedAreas = named.map(({ area, was, areas }) => put(Object.assign(area, was), areas));
  };
}

function sheetState(sheet: SheetModel): () => void {
  const { title, hidden, frozenRows, frozenColumns, tabColor, filter } = sheet;
  const merges = [...sheet.merges];
  const rules = sheet.conditionalRules.map((rule) => ({ rule, areas: [...rule.areas] }));
  const charts = sheet.charts.map((chart) => ({ chart, areas: [...chart.areas] }));
  const protections = sheet.protections.map((one) => ({
    one,
    was: { ...one, unprotected: [...one.unprotected] },
    areas: [...one.areas],
  }));
  return () => {
    Object.assign(sheet, { title, hidden, frozenRows, frozenColumns, tabColor, filter, merges });
    sheet.conditionalRules = rules.map(({ rule, areas }) => put(rule, areas));
    sheet.charts = charts.map(({ chart, areas }) => put(chart, areas));
    sheet.protections = protections.map(({ one, was, areas }) => put(Object.assign(one, was), areas));
  };
}

function gridState(sheet: SheetModel): () => void {
  const columns = sheet.columns.map((column) => ({ ...column }));
  const rows = sheet.rows.map((row): Row => ({ ...row, cells: [...row.cells] }));
  return () => {
    refill(sheet.columns, columns);
    refill(sheet.rows, rows);
  };
}

/** Areas are moved inside their list, so the list is filled again. */
function put<T extends { readonly areas: Area[] }>(owner: T, areas: readonly Area[]): T {
  refill(owner.areas, areas);
  return owner;
}

function refill<T>(list: T[], items: readonly T[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}
