import type { Value } from "../snapshot/value";

/**
 * The law by which a returned file meets 名册, cell by cell.
 *
 * `equal`: both sides hold the same, whoever changed it. `kept`: only ours changed. `applied`: only theirs changed.
 * `conflict`: both changed, each in its own way, or there is no base and they differ; ours stays and both are shown.
 */
export type CellEnd = "equal" | "kept" | "applied" | "conflict";

export type SameValue = (a: Value, b: Value, column: number) => boolean;

/** One row of either side, by column. */
type Line = readonly Value[];

const identical: SameValue = (a, b) => a === b;

/** @param base `undefined` when nothing was agreed: then every difference is a conflict */
export function mergeCell(base: Value | undefined, ours: Value, theirs: Value, same: SameValue = identical, column = 0): CellEnd {
  if (ours === theirs || same(ours, theirs, column)) return "equal";
  if (base === undefined) return "conflict";
  if (theirs === base || same(theirs, base, column)) return "kept";
  return ours === base || same(ours, base, column) ? "applied" : "conflict";
}

interface LineLaw {
  readonly same?: SameValue;
  /** Columns that are one statement: edits of both sides in one group are a conflict though the cells differ. */
  readonly groups?: readonly (readonly number[])[];
}

/** The ends of a row that both sides hold. */
export function mergeLine(
  base: Line | undefined,
  ours: Line,
  theirs: Line,
  { same = identical, groups = [] }: LineLaw = {},
): CellEnd[] {
  const ends = ours.map((value, column) =>
    mergeCell(base?.[column] ?? (base ? null : undefined), value, theirs[column] ?? null, same, column),
  );
  for (const group of groups) holdTogether(ends, group);
  return ends;
}

/** With a change of each side in one group, every change in it is a conflict. */
function holdTogether(ends: CellEnd[], group: readonly number[]): void {
  const among = (...wanted: readonly CellEnd[]): boolean => group.some((column) => wanted.includes(ends[column] ?? "equal"));
  if (!among("kept", "conflict") || !among("applied", "conflict")) return;
  for (const column of group) if (ends[column] !== "equal") ends[column] = "conflict";
}
