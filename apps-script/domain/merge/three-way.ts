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
export type Line = readonly Value[];

const identical: SameValue = (a, b) => a === b;

/** @param base `undefined` when nothing was agreed: then every difference is a conflict */
export function mergeCell(base: Value | undefined, ours: Value, theirs: Value, same: SameValue = identical, column = 0): CellEnd {
  if (ours === theirs || same(ours, theirs, column)) return "equal";
  if (base === undefined) return "conflict";
  if (theirs === base || same(theirs, base, column)) return "kept";
  return ours === base || same(ours, base, column) ? "applied" : "conflict";
}

export interface LineLaw {
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

/** Rows by a key that both sides share. */
export type KeyedTable = ReadonlyMap<string, Line>;

/** `column` is `null` for a row that ours no longer has and theirs changed; the three values are then `null`. */
export interface Clash {
  readonly key: string;
  readonly column: number | null;
  readonly base: Value | undefined;
  readonly ours: Value;
  readonly theirs: Value;
}

export interface MergedTable {
  readonly rows: Map<string, Line>;
  readonly conflicts: readonly Clash[];
  /** Rows of the base that theirs no longer has; they stay. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly counts: Readonly<Record<CellEnd, number>>;
}

/**
 * Merges whole tables of the same columns. No row is ever removed because theirs lacks it; one that ours removed comes
 * back only as a conflict, when theirs changed it.
 *
 * @param base `null` when nothing was agreed
 */
export function mergeTables(base: KeyedTable | null, ours: KeyedTable, theirs: KeyedTable, law: LineLaw = {}): MergedTable {
  const rows = new Map<string, Line>(ours);
  const conflicts: Clash[] = [];
  const added: string[] = [];
  const counts = { equal: 0, kept: 0, applied: 0, conflict: 0 };
  for (const [key, line] of theirs) {
    const own = ours.get(key);
    const agreed = base?.get(key);
    if (own) {
      const merged = mergedLine(key, agreed, own, line, law, conflicts, counts);
      if (merged !== own) rows.set(key, merged);
    } else if (!agreed) {
      rows.set(key, line);
      added.push(key);
      counts.applied += line.length;
    } else {
      const isChanged = mergeLine(agreed, agreed, line, law).some((end) => end !== "equal");
      if (isChanged) conflicts.push({ key, column: null, base: null, ours: null, theirs: null });
      counts[isChanged ? "conflict" : "kept"] += line.length;
    }
  }
  const missing = [...(base?.keys() ?? [])].filter((key) => ours.has(key) && !theirs.has(key));
  return { rows, conflicts, missing, added, counts };
}

function mergedLine(
  key: string,
  base: Line | undefined,
  ours: Line,
  theirs: Line,
  law: LineLaw,
  conflicts: Clash[],
  counts: Record<CellEnd, number>,
): Line {
  let merged: Value[] | null = null;
  mergeLine(base, ours, theirs, law).forEach((end, column) => {
    counts[end]++;
    if (end === "applied") {
      merged ??= [...ours];
      merged[column] = theirs[column] ?? null;
    } else if (end === "conflict") {
      conflicts.push({
        key,
        column,
        base: base ? (base[column] ?? null) : undefined,
        ours: ours[column] ?? null,
        theirs: theirs[column] ?? null,
      });
    }
  });
  return merged ?? ours;
}
