import { type Area, afterDelete, afterInsert } from "./area";
import { type Cell, cellLike } from "./cell";
import { moveReferences } from "./formula-references";
import { refuseProtectedGap, refuseProtectedLines } from "./protect";
import type { SheetModel } from "./sheet-model";
import { SheetsError } from "./sheets-error";

type Dimension = "rows" | "columns";

/** Puts `count` empty lines before line `at`; `like` is the line whose formats they take over. */
export function insertLines(sheet: SheetModel, dimension: Dimension, at: number, count: number, like: number): void {
  if (count < 1) throw new SheetsError(`The number of ${dimension} to insert must be at least 1.`);
  refuseProtectedGap(sheet, dimension, at);
  sheet.workbook.savePoint?.keepGrid(sheet);
  sheet.workbook.refuseCells(count * (dimension === "rows" ? sheet.maxColumns : sheet.maxRows));
  const copy = (cell: Cell | undefined): Cell | undefined =>
    cell && sheet.workbook.unknowns.insertedLinesInherit ? cellLike(cell) : undefined;
  if (dimension === "rows") {
    const model = sheet.rows[like - 1]?.cells ?? [];
    putIn(sheet.rows, at - 1, count, () => ({ cells: model.map(copy), hidden: false }));
  } else {
    const width = sheet.columns[like - 1]?.width ?? 100;
    putIn(sheet.columns, at - 1, count, () => ({ hidden: false, width }));
    for (const { cells } of sheet.rows) {
      if (cells.length < at) continue;
      const neighbour = cells[like - 1];
      putIn<Cell | undefined>(cells, at - 1, count, () => copy(neighbour));
    }
  }
  moveAreas(sheet, dimension, (start, length) => afterInsert(start, length, at, count));
  moveFormulas(sheet, dimension, (line) => (line >= at ? line + count : line));
}

export function deleteLines(sheet: SheetModel, dimension: Dimension, at: number, count: number): void {
  const [max, frozen] = dimension === "rows" ? [sheet.maxRows, sheet.frozenRows] : [sheet.maxColumns, sheet.frozenColumns];
  refuseLines(sheet, dimension, at, count);
  refuseProtectedLines(sheet, dimension, at, count);
  if (max - count < 1 || (frozen > 0 && at === frozen + 1 && count === max - frozen)) {
    throw new SheetsError(`Sorry, it is not possible to delete all non-frozen ${dimension}.`);
  }
  sheet.workbook.savePoint?.keepGrid(sheet);
  if (dimension === "rows") sheet.rows.splice(at - 1, count);
  else {
    sheet.columns.splice(at - 1, count);
    for (const { cells } of sheet.rows) cells.splice(at - 1, count);
  }
  moveAreas(sheet, dimension, (start, length) => afterDelete(start, length, at, count));
  moveFormulas(sheet, dimension, (line) => (line < at ? line : line < at + count ? null : line - count));
  if (dimension === "rows") sheet.frozenRows -= Math.max(0, Math.min(frozen, at + count - 1) - at + 1);
  else sheet.frozenColumns -= Math.max(0, Math.min(frozen, at + count - 1) - at + 1);
}

/** Moves lines to before line `to`, counted before anything moved. */
export function moveLines(sheet: SheetModel, dimension: Dimension, at: number, count: number, to: number): void {
  refuseLines(sheet, dimension, at, count);
  if (to >= at && to <= at + count) return;
  const max = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (to < 1 || to > max + 1) throw new SheetsError(`Those ${dimension} are out of bounds.`);
  refuseProtectedLines(sheet, dimension, at, count);
  refuseProtectedGap(sheet, dimension, to);
  sheet.workbook.savePoint?.keepGrid(sheet);
  const order = Array.from({ length: max }, (_, index) => index + 1);
  const moved = order.splice(at - 1, count);
  order.splice(to > at ? to - count - 1 : to - 1, 0, ...moved);
  if (dimension === "rows") reorder(sheet.rows, order, () => ({ cells: [], hidden: false }));
  else {
    reorder(sheet.columns, order, () => ({ hidden: false, width: 100 }));
    for (const { cells } of sheet.rows) reorder<Cell | undefined>(cells, order, () => undefined);
  }
  const newPlace = new Map(order.map((old, index) => [old, index + 1]));
  moveAreas(sheet, dimension, (start, length) => {
    const places = Array.from({ length }, (_, index) => newPlace.get(start + index) ?? start + index);
    const first = Math.min(...places);
    return Math.max(...places) - first + 1 === length ? [first, length] : [start, length];
  });
  moveFormulas(sheet, dimension, (line) => newPlace.get(line) ?? line);
}

export function refuseLines(sheet: SheetModel, dimension: Dimension, at: number, count: number): void {
  const max = dimension === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (at < 1 || count < 1 || at + count - 1 > max) throw new SheetsError(`Those ${dimension} are out of bounds.`);
}

function putIn<T>(list: T[], at: number, count: number, make: () => T): void {
  const tail = list.splice(at);
  for (let line = 0; line < count; line++) list.push(make());
  for (const line of tail) list.push(line);
}

function reorder<T>(list: T[], order: readonly number[], missing: () => T): void {
  const old = [...list];
  const at = (line: number): T => (line <= old.length ? (old[line - 1] as T) : missing());
  list.splice(0, list.length, ...order.map(at));
}

function moveAreas(
  sheet: SheetModel,
  dimension: Dimension,
  move: (start: number, length: number) => [number, number] | null,
): void {
  const moved = (area: Area): Area | null => {
    const place = dimension === "rows" ? move(area.row, area.rows) : move(area.column, area.columns);
    if (!place) return null;
    return dimension === "rows" ? { ...area, row: place[0], rows: place[1] } : { ...area, column: place[0], columns: place[1] };
  };
  for (const list of sheet.areaLists()) list.splice(0, list.length, ...list.flatMap((area) => moved(area) ?? []));
  if (sheet.filter) sheet.filter = moved(sheet.filter);
}

function moveFormulas(sheet: SheetModel, dimension: Dimension, move: (line: number) => number | null): void {
  const stay = (line: number): number => line;
  for (const other of sheet.workbook.sheets) {
    const isHere = (title: string | undefined): boolean => (title === undefined ? other === sheet : title === sheet.title);
    for (const { cells } of other.rows) {
      for (const cell of cells) {
        if (!cell || cell.formula === null) continue;
        sheet.workbook.savePoint?.keep(sheet, cell);
        cell.formula = moveReferences(
          cell.formula,
          isHere,
          dimension === "rows" ? move : stay,
          dimension === "rows" ? stay : move,
        );
      }
    }
  }
}
