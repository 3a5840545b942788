import { titleOfColumn } from "../schema/unit-columns";
import { textOf } from "../snapshot/value";
import { headerAt, type ListHeader, titlesUnder } from "./list-header";
import type { CellRange, TableRow, TableSheet } from "./table-file";

/** Columns from `first` up to and without `end`. */
interface Segment {
  readonly first: number;
  readonly end: number;
}

const NAME = titleOfColumn("name");
const ID = titleOfColumn("idNumber");

/**
 * A sheet with two halves of a list side by side as two sheets, one under the other so to speak: each row's left half, then each
 * row's right half, with the cells at their places. Any other sheet is itself alone.
 */
export function halvesOf(sheet: TableSheet): readonly TableSheet[] {
  const { rows, merges = [] } = sheet;
  const start = rows.findIndex((_row, place) => segmentsAt(rows, place, merges).length > 1);
  if (start < 0) return [sheet];
  const segments = segmentsAt(rows, start, merges);
  const isSame = (place: number): boolean => JSON.stringify(segmentsAt(rows, place, merges)) === JSON.stringify(segments);
  const other = rows.findIndex((_row, place) => place > start && headerAt(rows, place, merges) !== null && !isSame(place));
  const end = other < 0 ? rows.length : other;
  return segments.map((segment, order) => {
    const half = rows.slice(start, end).map((row) => within(row, segment));
    return { ...sheet, rows: order === 0 ? [...rows.slice(0, start), ...half, ...rows.slice(end)] : half };
  });
}

function within(row: TableRow, { first, end }: Segment): TableRow {
  return { ...row, cells: row.cells.map((cell, index) => (index < first || index >= end ? null : cell)) };
}

/** The halves of the header at a row: each begins where a word of the half before comes again, and is a header of its own. */
function segmentsAt(rows: readonly TableRow[], place: number, merges: readonly CellRange[]): readonly Segment[] {
  const header = headerAt(rows, place, merges);
  if (!header || !isTwice(header)) return [];
  const top = rows[place]?.cells ?? [];
  const starts: number[] = [];
  let seen = new Set<string>();
  top.forEach((cell, index) => {
    const word = textOf(cell);
    if (word === "") return;
    if (starts.length === 0 || (seen.has(word) && seen.size > 2)) {
      starts.push(index);
      seen = new Set();
    }
    seen.add(word);
  });
  const segments = starts.map((first, order) => ({ first, end: starts[order + 1] ?? Number.MAX_SAFE_INTEGER }));
  const lines = rows.slice(place, place + header.lines);
  const titles = segments.map((segment) =>
    titlesUnder(
      lines.map((row) => within(row, segment)),
      merges,
    ),
  );
  const [one] = titles;
  const isWhole = titles.every((found) => found.has(NAME) && (found.has(ID) || (one !== undefined && isEqual(found, one))));
  return isWhole ? segments : [];
}

function isTwice({ columns }: ListHeader): boolean {
  return columns.some(({ twin }) => twin === NAME);
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((title) => b.has(title));
}
