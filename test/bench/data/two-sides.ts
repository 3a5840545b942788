import { randomOf } from "./random";

export type Line = readonly string[];

/** A table as last agreed and as each side has it now: the first line holds the headers, the first column the keys. */
export interface TwoSides {
  readonly base: readonly Line[];
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
  /** Keys of rows that one side removed and the other changed: either must be there in the end, or be told of. */
  readonly contested: readonly string[];
}

const EDITED = 0.05;
/** Of all rows, on each side. */
const REMOVED = 0.002;
const ADDED = 0.002;

/** How many values there are in columns as a roster has them: a choice, a unit, a number of one's own. */
const KINDS = [6, 2000, 1e9];

type Side = "ours" | "theirs";

/** Edits of a twentieth of all cells on each side, some rows removed and some new. */
export function twoSides(rows: number, columns: number): TwoSides {
  const random = randomOf(rows);
  const word = (column: number): string => `${column}-${Math.floor(random() * (KINDS[column % KINDS.length] ?? 1)).toString(36)}`;
  const lineOf = (key: string): string[] => [key, ...Array.from({ length: columns - 1 }, (_, column) => word(column))];
  const base = Array.from({ length: rows }, (_, row) => lineOf(`B2024-${String(row).padStart(6, "0")}`));
  const removed = { ours: new Set<string>(), theirs: new Set<string>() };
  const changed = { ours: new Set<string>(), theirs: new Set<string>() };
  const edited = (side: Side): Line[] => {
    const lines = base.flatMap(([key = "", ...cells]) => {
      if (random() < REMOVED) {
        removed[side].add(key);
        return [];
      }
      const line = cells.map((cell, column) => (random() < EDITED ? word(column) : cell));
      if (line.some((cell, column) => cell !== cells[column])) changed[side].add(key);
      return [[key, ...line]];
    });
    return [...lines, ...Array.from({ length: rows * ADDED }, (_, row) => lineOf(`${side}-${row}`))];
  };
  const header = Array.from({ length: columns }, (_, column) => `列${column}`);
  const [ours, theirs] = [edited("ours"), edited("theirs")];
  const contested = [...removed.ours].filter((key) => changed.theirs.has(key) && !removed.theirs.has(key));
  contested.push(...[...removed.theirs].filter((key) => changed.ours.has(key) && !removed.ours.has(key)));
  return { base: [header, ...base], ours: [header, ...ours], theirs: [header, ...theirs], contested };
}
