/** A rectangle of cells; rows and columns are counted from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function a1Of({ row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** `B2`, `A1:C3`, `A:C`, `2:5`, `A2:C`; open ends reach to the end of the grid. Null when it is none of these. */
export function areaOfA1(text: string, grid: { readonly rows: number; readonly columns: number }): Area | null {
  const [from = "", to = from, ...more] = text.trim().split(":");
  const start = cornerOf(from);
  const end = cornerOf(to);
  if (!start || !end || more.length > 0) return null;
  if (!text.includes(":") && (start.row === null || start.column === null)) return null;
  const row = start.row ?? 1;
  const column = start.column ?? 1;
  const lastRow = end.row ?? grid.rows;
  const lastColumn = end.column ?? grid.columns;
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
}

function cornerOf(text: string): { row: number | null; column: number | null } | null {
  const parts = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text.trim());
  const [, letters, digits] = parts ?? [];
  if (letters === undefined && digits === undefined) return null;
  return { row: digits === undefined ? null : Number(digits), column: letters === undefined ? null : columnNumber(letters) };
}

export function covers(outer: Area, row: number, column: number): boolean {
  return row >= outer.row && row < outer.row + outer.rows && column >= outer.column && column < outer.column + outer.columns;
}

export function overlaps(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** Where a run of lines is after `count` lines came in before line `at`; a run that is cut through grows. */
export function afterInsert(start: number, length: number, at: number, count: number): [number, number] {
  if (start >= at) return [start + count, length];
  return start + length > at ? [start, length + count] : [start, length];
}

/** Where a run of lines is after lines went; null when nothing of it is left. */
export function afterDelete(start: number, length: number, at: number, count: number): [number, number] | null {
  const gone = Math.max(0, Math.min(start + length, at + count) - Math.max(start, at));
  if (gone === length) return null;
  const before = Math.max(0, Math.min(start, at + count) - at);
  return [start - before, length - gone];
}
