import { columnOf, isTrade, type PlanColumn } from "./plan-columns";
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
  const starts = rows.flatMap((row, at) => (isHeader(row) ? [at] : []));
  const headings = starts.map((start) => headingBefore(rows, start));
  const lines = rows.filter((row, at) => row.isParagraph || at < (starts[0] ?? rows.length)).map(textOfRow);
  const tables = starts.map((start, at): PlanTable => {
    const titles = rows[start]?.cells ?? [];
    const above = rows.slice(at === 0 ? 0 : headings[at], start).map(textOfRow);
    const own = rows.slice(start + 1, headings[at + 1] ?? rows.length);
    return { titles, columns: titles.map(columnOf), rows: own, above, trade: titles.find(isTrade) ?? null };
  });
  return { tables, lines };
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
