import { LONGEST_BOOK } from "../schema/column";
import type { Value } from "../snapshot/value";
import type { ChangeSet } from "./change-set";

/** Units a cell of `_改动` may hold; Google allows 50,000, Excel 32,767. */
export const PART_LENGTH = LONGEST_BOOK;

/** Begins every part, so that no program takes one for a formula, a number or a date. */
const BEGINS = "|";

/**
 * The change set as texts for the hidden tab. Findings stay out: they are the state of the workbook, not of the run.
 * Change sets repeat tables, columns and reasons, so these go into a dictionary first.
 */
export function packChanges(changes: ChangeSet): string[] {
  const words: string[] = [];
  const places = new Map<string, number>();
  const word = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, words.length);
    return words.push(text) - 1;
  };
  const cells: PackedRow[] = [];
  for (const cell of changes.cells) {
    const table = word(cell.table);
    const last = cells[cells.length - 1];
    const edits = last && last[0] === table && last[1] === cell.row ? last[2] : [];
    if (edits.length === 0) cells.push([table, cell.row, edits]);
    edits.push([word(cell.column), cell.before, cell.after, word(cell.reason)]);
  }
  const packed = JSON.stringify({
    v: 1,
    action: changes.action,
    today: changes.today,
    summary: changes.summary,
    words,
    cells,
    rows: changes.rows,
    blanked: changes.blanked,
    ...(changes.keyless ? { keyless: changes.keyless } : {}),
  });
  const parts: string[] = [];
  for (let start = 0; start < packed.length; ) {
    let end = Math.min(start + PART_LENGTH - BEGINS.length, packed.length);
    if (isHighSurrogate(packed.charCodeAt(end - 1)) && end < packed.length) end--;
    parts.push(BEGINS + packed.slice(start, end));
    start = end;
  }
  return parts;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The change set of a run from its parts in order, or null when they do not make one. */
export function unpackChanges(parts: readonly string[]): ChangeSet | null {
  let packed: Packed;
  try {
    if (parts.some((part) => !part.startsWith(BEGINS))) return null;
    packed = JSON.parse(parts.map((part) => part.slice(BEGINS.length)).join("")) as Packed;
  } catch {
    return null;
  }
  if (packed?.v !== 1) return null;
  const word = (index: number): string => packed.words[index] ?? "";
  return {
    action: packed.action,
    today: packed.today,
    cells: packed.cells.flatMap(([table, row, edits]) =>
      edits.map(([column, before, after, reason]) => ({
        table: word(table),
        row,
        column: word(column),
        before,
        after,
        reason: word(reason),
      })),
    ),
    rows: packed.rows,
    blanked: packed.blanked,
    findings: [],
    summary: packed.summary,
    ...(packed.keyless ? { keyless: packed.keyless } : {}),
  };
}

/** Table word, row key, and the row's edits: column word, before, after, reason word. */
type PackedRow = [number, string, [number, Value, Value, number][]];

interface Packed extends Pick<ChangeSet, "action" | "today" | "summary" | "rows" | "blanked" | "keyless"> {
  readonly v: number;
  readonly words: readonly string[];
  readonly cells: readonly PackedRow[];
}
