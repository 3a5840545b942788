import { columnOf, endOf, isTrade, type PlanColumn } from "./plan-columns";
import type { PlanRow } from "./plan-rows";

/** A table of a notice: what its columns hold, its rows, and the lines between the table before it and its header. */
export interface PlanTable {
  readonly titles: readonly string[];
  readonly columns: readonly (PlanColumn | null)[];
  readonly rows: readonly PlanRow[];
  readonly above: readonly string[];
  /** The title of the column that says that the table plans by trade; null for a table of classes. */
  readonly trade: string | null;
}

interface Found {
  readonly tables: readonly PlanTable[];
  /** Paragraphs, and whatever stands above the first table. */
  readonly lines: readonly string[];
}

/** Cuts rows into the tables whose headers are among them; rows of one cell right above a header are its heading. */
export function tablesIn(rows: readonly PlanRow[]): Found {
  const starts = rows.flatMap((row, at) => (isHeader(row) && !isUnder(rows[at - 1], row) ? [at] : []));
  const headings = starts.map((start) => headingBefore(rows, start));
  const lines = rows.filter((row, at) => row.isParagraph || at < (starts[0] ?? rows.length)).map(textOfRow);
  const tables = starts.map((start, at): PlanTable => {
    const above = rows.slice(at === 0 ? 0 : headings[at], start).map(textOfRow);
    const { titles, columns, length } = headerAt(rows, start);
    const own = rows.slice(start + length, headings[at + 1] ?? rows.length);
    return { titles, columns, rows: own, above, trade: titles.find(isTrade) ?? null };
  });
  return { tables, lines };
}

/** The titles of a header of one row, or of two of which the lower says which end of a cell a column has. */
function headerAt(rows: readonly PlanRow[], start: number): Pick<PlanTable, "titles" | "columns"> & { readonly length: number } {
  const [header, below] = [rows[start], rows[start + 1]];
  const upper = header?.cells ?? [];
  if (!isUnder(header, below)) return { titles: upper, columns: upper.map(columnOf), length: 1 };
  const titles = upper.map((title, at) => {
    const isUnderLast = !isFilled(title) && endOf(below?.cells[at] ?? "") !== null;
    return isUnderLast ? ([...upper.slice(0, at)].reverse().find(isFilled) ?? "") : title;
  });
  const columns = titles.map((title, at): PlanColumn | null => {
    const [column, end] = [columnOf(title), endOf(below?.cells[at] ?? "")];
    return column === null || end === null ? column : { holds: column.holds, end };
  });
  return { titles, columns, length: 2 };
}

/** A row under a header with 开始 and 结束, and else nothing but the header's own titles. */
function isUnder(header: PlanRow | undefined, row: PlanRow | undefined): boolean {
  if (header === undefined || row === undefined || row.isParagraph || !isHeader(header)) return false;
  const isOwn = (cell: string, at: number): boolean => !isFilled(cell) || cell === header.cells[at] || endOf(cell) !== null;
  return row.cells.some((cell) => endOf(cell) !== null) && row.cells.every(isOwn);
}

function headingBefore(rows: readonly PlanRow[], start: number): number {
  let first = start;
  while ((rows[first - 1]?.cells.filter(isFilled).length ?? 2) < 2) first -= 1;
  return first;
}

export const textOfRow = (row: PlanRow): string => row.cells.join("");
const isFilled = (cell: string): boolean => cell.trim() !== "";

/** A row that names the class, or its number, or its trade, and at least two more of a plan's columns. */
export function isHeader(row: PlanRow): boolean {
  if (row.isParagraph) return false;
  const known = new Set(row.cells.flatMap((cell) => columnOf(cell)?.holds ?? []));
  known.delete("nothing");
  if (row.cells.some(isTrade)) return known.size >= 1;
  return (known.has("name") || known.has("term")) && known.size >= 3;
}

/** The columns that hold something, whole or as an end. */
export function placesOf(columns: readonly (PlanColumn | null)[], holds: PlanColumn["holds"], end?: "from" | "to"): number[] {
  return columns.flatMap((column, at) => (column?.holds === holds && column.end === end ? [at] : []));
}
