import { titleOfColumn } from "../schema/unit-columns";
import { textOf } from "../snapshot/value";
import { headerAt, isNameHeader, type ListColumn, titlesUnder } from "./list-header";
import type { CellRange, TableRow, TableSheet } from "./table-file";

/** Columns from `first` up to and without `end`. */
interface Segment {
  readonly first: number;
  readonly end: number;
}

const NAME = titleOfColumn("name");
const ID = titleOfColumn("idNumber");
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * A sheet with lists side by side as sheets of their own, with the cells at their places: two halves of a list under headers in one
 * line, or lists whose headers stand in different lines. Lines above all of them belong to each. Any other sheet is itself alone.
 */
export function halvesOf(sheet: TableSheet): readonly TableSheet[] {
  const { rows, merges = [] } = sheet;
  const top = rows.findIndex((_row, place) => headerAt(rows, place, merges) !== null);
  if (top < 0) return [sheet];
  const beside = segmentsBeside(rows, top, merges);
  const start = beside.length > 1 ? top : rows.findIndex((_row, place) => segmentsAt(rows, place, merges).length > 1);
  if (start < 0) return [sheet];
  const segments = beside.length > 1 ? beside : segmentsAt(rows, start, merges);
  const end = endOf(rows, start, segments, merges);
  return segments.flatMap((segment, order) => {
    const lead = order === 0 || start === top ? rows.slice(0, start) : [];
    const half = rows.slice(start, end).flatMap((row) => within(row, segment));
    const below = order === 0 ? rows.slice(end) : [];
    const part = { ...sheet, rows: [...lead, ...half, ...below] };
    return beside.length > 1 && below.length === 0 ? halvesOf(part) : [part];
  });
}

/** Where the halves end: at a header that is not theirs and lies in no single one of them. */
function endOf(rows: readonly TableRow[], start: number, segments: readonly Segment[], merges: readonly CellRange[]): number {
  const form = JSON.stringify(segments);
  const other = rows.findIndex((_row, place) => {
    if (place <= start) return false;
    const columns = headerAt(rows, place, merges)?.columns.filter(isKnown) ?? [];
    const isInOne = segments.some((segment) => columns.every(({ index }) => isIn(index, segment)));
    return !isInOne && JSON.stringify(segmentsAt(rows, place, merges)) !== form;
  });
  return other < 0 ? rows.length : other;
}

const isIn = (index: number, { first, end }: Segment): boolean => first <= index && index < end;
const isKnown = ({ title, twin }: ListColumn): boolean => title !== null || twin !== null;

/** The row's cells of a segment; nothing when all of them are blank. */
function within(row: TableRow, segment: Segment): TableRow[] {
  const cells = row.cells.map((cell, index) => (isIn(index, segment) ? cell : null));
  return cells.some((cell) => textOf(cell) !== "") ? [{ ...row, cells }] : [];
}

/** The list at the first header and one to its right or left with a header in a lower line, which the first one's rows stand beside. */
function segmentsBeside(rows: readonly TableRow[], top: number, merges: readonly CellRange[]): readonly Segment[] {
  const columns = headerAt(rows, top, merges)?.columns ?? [];
  const own = columns.filter(isKnown).map(({ index }) => index);
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const right = lowerHeader(rows, top, { first: last + 1, end: LAST }, merges);
  const left = lowerHeader(rows, top, { first: 0, end: first }, merges);
  const begin = left === null ? 0 : left.end;
  const end = right === null ? LAST : right.first;
  return [...(left ? [left] : []), { first: begin, end }, ...(right ? [right] : [])];
}

/** The columns of the side of a list in which another header stands: from its first word on, or up to its last one. */
function lowerHeader(rows: readonly TableRow[], top: number, side: Segment, merges: readonly CellRange[]): Segment | null {
  for (let place = top + 1; place < rows.length; place++) {
    if (!rows[place]?.cells.some((cell, index) => isIn(index, side) && isNameHeader(cell))) continue;
    const lines = rows.slice(place, place + 3).map((row) => within(row, side)[0] ?? { ...row, cells: [] });
    const header = headerAt(lines, 0, merges);
    if (!header) continue;
    const whole = headerAt(rows, place, merges)?.columns.filter(isKnown) ?? [];
    if (!whole.every(({ index }) => isIn(index, side))) continue;
    const words = header.columns.map(({ index }) => index);
    return side.end === LAST ? { first: Math.min(...words), end: LAST } : { first: 0, end: Math.max(...words) + 1 };
  }
  return null;
}

/** The halves of the header at a row: each has a name of its own, and is a header of its own. */
function segmentsAt(rows: readonly TableRow[], place: number, merges: readonly CellRange[]): readonly Segment[] {
  const header = headerAt(rows, place, merges);
  if (!header?.columns.some(({ twin }) => twin === NAME)) return [];
  const starts = startsOf(header.columns);
  const segments = starts.map((first, order) => ({ first: order === 0 ? 0 : first, end: starts[order + 1] ?? LAST }));
  const lines = rows.slice(place, place + header.lines);
  const titles = segments.map((segment) =>
    titlesUnder(
      lines.flatMap((row) => within(row, segment)),
      merges,
    ),
  );
  const [one] = titles;
  const isWhole = titles.every((found) => found.has(NAME) && (found.has(ID) || (one !== undefined && isEqual(found, one))));
  return isWhole ? segments : [];
}

/**
 * Where each half begins: behind the blank column before its name, unless a word would then come twice in the half; else with
 * the words before its name that also stand before the first one (序号, 工作单位).
 */
function startsOf(columns: readonly ListColumn[]): number[] {
  const names = columns.flatMap((column, place) => (meaningOf(column) === NAME ? [place] : []));
  const [firstName = 0] = names;
  const before = new Set(columns.slice(0, firstName).flatMap((column) => [column.header, meaningOf(column)]));
  return names.map((name, order) => {
    if (order === 0) return columns[0]?.index ?? 0;
    const indexAt = (place: number): number => columns[place]?.index ?? 0;
    let start = name;
    while (start > 0 && indexAt(start - 1) === indexAt(start) - 1) start--;
    const half = columns.slice(start, names[order + 1]).map((column) => meaningOf(column) ?? column.header);
    if (start > (names[order - 1] ?? 0) && new Set(half).size === half.length) return indexAt(start);
    start = name;
    for (let one = columns[start - 1]; one && isAmong(before, one); one = columns[start - 1]) start--;
    return indexAt(start);
  });
}

const meaningOf = ({ title, twin }: ListColumn): string | null => title ?? twin;

function isAmong(words: ReadonlySet<string | null>, column: ListColumn): boolean {
  const meaning = meaningOf(column);
  return words.has(column.header) || (meaning !== null && words.has(meaning));
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((title) => b.has(title));
}
