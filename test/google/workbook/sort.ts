import { type Area, overlaps } from "./area";
import type { Cell, CellValue } from "./cell";
import { moveReferences } from "./formula-references";
import { refuseProtected } from "./protect";
import type { SheetModel } from "./sheet-model";

export interface SortBy {
  /** A column of the sheet. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorts the rows of an area; a cell moves with its formats, note and dropdown. Empty cells come last either way. */
export function sortArea(sheet: SheetModel, area: Area, by: readonly SortBy[]): void {
  if (sheet.merges.some((merge) => overlaps(merge, area))) {
    throw new Error("The stand-in doesn't sort rows with merged cells.");
  }
  refuseProtected(sheet, area);
  sheet.workbook.savePoint?.keepGrid(sheet);
  const collator = new Intl.Collator(sheet.workbook.locale.replace("_", "-"));
  const lines = Array.from({ length: area.rows }, (_, index) => {
    const row = area.row + index;
    const cells: (Cell | undefined)[] = [];
    for (let column = 0; column < area.columns; column++) cells.push(sheet.peek(row, area.column + column));
    return { row, cells, keys: by.map(({ column }) => sheet.value(row, column)) };
  });
  lines.sort((one, other) => {
    for (const [index, { ascending }] of by.entries()) {
      const order = compare(one.keys[index] ?? "", other.keys[index] ?? "", ascending, collator);
      if (order !== 0) return order;
    }
    return one.row - other.row;
  });
  lines.forEach((line, index) => {
    const delta = area.row + index - line.row;
    const target = sheet.rows[area.row + index - 1];
    line.cells.forEach((cell, column) => {
      if (cell?.formula && delta !== 0) {
        sheet.workbook.savePoint?.keep(sheet, cell);
        const isHere = (title: string | undefined): boolean => title === undefined;
        cell.formula = moveReferences(
          cell.formula,
          isHere,
          (row, fixed) => (fixed ? row : row + delta > 0 ? row + delta : null),
          (old) => old,
        );
      }
      if (target) target.cells[area.column - 1 + column] = cell;
    });
  });
}

function compare(one: CellValue, other: CellValue, ascending: boolean, collator: Intl.Collator): number {
  const [first, second] = [rank(one), rank(other)];
  if (first === EMPTY || second === EMPTY) return first - second;
  const order = first !== second ? first - second : sameKind(one, other, collator);
  return ascending ? order : -order;
}

const EMPTY = 3;

function rank(value: CellValue): number {
  if (value === "") return EMPTY;
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

function sameKind(one: CellValue, other: CellValue, collator: Intl.Collator): number {
  if (typeof one === "string" && typeof other === "string") return collator.compare(one, other);
  return Number(one) - Number(other);
}
