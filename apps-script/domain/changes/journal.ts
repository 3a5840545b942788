import { LONGEST_BOOK } from "../schema/column";
import type { TableName } from "../schema/index";
import type { CellChange, ChangeSet, RowChange } from "./change-set";
import { type Line, type PackedLines, packLines, sizeOfLines, unpackLines } from "./packing/lines";
import { readVersion1, type Version1 } from "./packing/version-1";

/** Units a cell of `_改动` may hold; Google allows 50,000, Excel 32,767. */
export const PART_LENGTH = LONGEST_BOOK;

/** Begins every part, so that no program takes one for a formula, a number or a date. */
const BEGINS = "|";

/** A change set as it is written: by column, since the values of a column are much alike. */
interface Version2 extends Pick<ChangeSet, "action" | "today" | "summary" | "keyless" | "decision"> {
  readonly v: 2;
  readonly cells: PackedLines;
  readonly rows: PackedLines;
  readonly blanked: PackedLines;
}

/** The change set as texts for the hidden tab. Findings stay out: they are the state of the workbook, not of the run. */
export function packChanges(changes: ChangeSet): string[] {
  const packed: Version2 = {
    v: 2,
    action: changes.action,
    today: changes.today,
    summary: changes.summary,
    cells: packLines(linesOfCells(changes.cells)),
    rows: packLines(changes.rows.map(lineOfRow)),
    blanked: packLines(changes.blanked.map(lineOfRow)),
    ...(changes.keyless ? { keyless: changes.keyless } : {}),
    ...(changes.decision ? { decision: changes.decision } : {}),
  };
  return packText(JSON.stringify(packed));
}

/** A text in parts as long as a cell of `_改动` takes them. */
export function packText(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PART_LENGTH - BEGINS.length, text.length);
    if (isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length) end--;
    parts.push(BEGINS + text.slice(start, end));
    start = end;
  }
  return parts;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The text that parts in order make. */
export function unpackText(parts: readonly string[]): string {
  return parts.map((part) => part.slice(BEGINS.length)).join("");
}

/** The change set of a run from its parts in order, in whatever version it was packed; null when they do not make one. */
export function unpackChanges(parts: readonly string[]): ChangeSet | null {
  if (parts.some((part) => !part.startsWith(BEGINS))) return null;
  try {
    const packed = JSON.parse(unpackText(parts)) as Version1 | Version2 | null;
    return packed?.v === 1 ? readVersion1(packed) : packed?.v === 2 ? readVersion2(packed) : null;
  } catch {
    return null;
  }
}

/**
 * The same of parts that anybody may have sent, in the present version: what would be larger than this many units is not
 * unpacked, however small the parts are.
 */
export function unpackSent(parts: readonly string[], largest: number): ChangeSet | "too large" | null {
  try {
    const packed = JSON.parse(unpackText(parts)) as Version2 | null;
    if (packed?.v !== 2) return null;
    let left = largest;
    for (const lines of [packed.cells, packed.rows, packed.blanked]) {
      left -= sizeOfLines(lines, left);
      if (left < 0) return "too large";
    }
    return readVersion2(packed);
  } catch {
    return null;
  }
}

function readVersion2(packed: Version2): ChangeSet {
  return {
    action: packed.action,
    today: packed.today,
    cells: unpackLines(packed.cells).flatMap(cellsOfLine),
    rows: unpackLines(packed.rows).map(rowOfLine),
    blanked: unpackLines(packed.blanked).map(rowOfLine),
    findings: [],
    summary: packed.summary,
    ...(packed.keyless ? { keyless: packed.keyless } : {}),
    ...(packed.decision ? { decision: packed.decision } : {}),
  };
}

/** Cells that stand one after the other and in one row are one line. */
function linesOfCells(cells: readonly CellChange[]): Line[] {
  const lines: { table: string; row: string; notes: []; cells: Line["cells"][number][] }[] = [];
  for (const { table, row, column, before, after, reason } of cells) {
    const cell = [column, [before, after, reason]] as const;
    const last = lines[lines.length - 1];
    if (last?.table === table && last.row === row) last.cells.push(cell);
    else lines.push({ table, row, notes: [], cells: [cell] });
  }
  return lines;
}

function cellsOfLine({ table, row, cells }: Line): CellChange[] {
  return cells.map(([column, [before = null, after = null, reason = ""]]) => ({
    table: table as TableName,
    row,
    column,
    before,
    after,
    reason: String(reason),
  }));
}

function lineOfRow({ table, row, values, reason }: RowChange): Line {
  return { table, row, notes: [reason], cells: Object.entries(values).map(([column, value]) => [column, [value]]) };
}

function rowOfLine({ table, row, notes: [reason = ""], cells }: Line): RowChange {
  const values = Object.fromEntries(cells.map(([column, [value = null]]) => [column, value]));
  return { table: table as TableName, row, values, reason: String(reason) };
}
