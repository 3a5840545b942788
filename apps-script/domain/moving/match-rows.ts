import type { Value } from "../snapshot/value";

/** Rows with named columns, as they stood at one moment. */
export interface Rows {
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<string, number>;
  value(row: number, column: number): Value;
}

interface Matching {
  /** Rows of the later moment → the row that each was before. */
  readonly before: ReadonlyMap<number, number>;
  /** The other way round. */
  readonly after: ReadonlyMap<number, number>;
  /** Whether rows or columns changed places, came or went. */
  readonly moved: boolean;
}

/** More rows than this without a likeness are not compared each with each. */
const MOST_COMPARED = 200;

/**
 * Finds out which row is which after people may have sorted, inserted and deleted. Columns in `unsure` say nothing: they
 * were written to in between. A row is the one that stands where it stood with the same values, else the one with the
 * same values elsewhere, else the one with the same key, else the one that is most like it.
 */
export function matchRows(earlier: Rows, later: Rows, unsure: ReadonlySet<string>, key: readonly string[]): Matching {
  const pairs: (readonly [number, number])[] = [];
  let moved = false;
  for (const [form, column] of earlier.columns) {
    const now = later.columns.get(form);
    if (now !== column) moved = true;
    if (now !== undefined && !unsure.has(form)) pairs.push([column, now]);
  }
  const find = new Finder(earlier, later, pairs);
  find.inPlace();
  find.bySignature();
  if (key.every((form) => !unsure.has(form))) find.byKey(key);
  find.byLikeness();
  const { before, after } = find;
  if (earlier.rows.length !== later.rows.length || before.size !== later.rows.length) moved = true;
  for (const [now, then] of before) if (now !== then) moved = true;
  return { before, after, moved };
}

class Finder {
  readonly before = new Map<number, number>();
  readonly after = new Map<number, number>();

  constructor(
    private readonly earlier: Rows,
    private readonly later: Rows,
    private readonly pairs: readonly (readonly [number, number])[],
  ) {}

  inPlace(): void {
    const stood = new Set(this.earlier.rows);
    for (const row of this.later.rows) {
      if (stood.has(row) && this.pairs.every(([then, now]) => this.earlier.value(row, then) === this.later.value(row, now))) {
        this.pair(row, row);
      }
    }
  }

  bySignature(): void {
    this.pairUp(
      (row) => this.signature(this.earlier, row, 0),
      (row) => this.signature(this.later, row, 1),
      false,
    );
  }

  byKey(key: readonly string[]): void {
    const keyOf = (rows: Rows, row: number): string | null => {
      const parts = key.map((form) => rows.value(row, rows.columns.get(form) ?? -1));
      return parts.every((part) => part === null) ? null : JSON.stringify(parts);
    };
    this.pairUp(
      (row) => keyOf(this.earlier, row),
      (row) => keyOf(this.later, row),
      true,
    );
    this.keyed = (then, now) => {
      const [one, other] = [keyOf(this.earlier, then), keyOf(this.later, now)];
      return one !== null && other !== null && one !== other;
    };
  }

  byLikeness(): void {
    const lost = this.leftEarlier();
    const found = this.leftLater();
    if (lost.length === 0 || found.length === 0) return;
    const isHere = new Set(lost);
    for (const row of found) if (isHere.has(row) && this.likeness(row, row) >= 0.5) this.pair(row, row);
    const rest = this.leftLater();
    if (rest.length > MOST_COMPARED || this.leftEarlier().length > MOST_COMPARED) return;
    for (const now of rest) {
      let best: number | null = null;
      let most = 0.5;
      for (const then of this.leftEarlier()) {
        const likeness = this.likeness(then, now);
        if (likeness > most) [best, most] = [then, likeness];
      }
      if (best !== null) this.pair(best, now);
    }
  }

  /** Two rows with different keys are different rows, however alike. */
  private keyed: (then: number, now: number) => boolean = () => false;

  private pair(then: number, now: number): void {
    this.before.set(now, then);
    this.after.set(then, now);
  }

  /** Pairs the leftover rows that say the same; `once` leaves those alone that are not the only ones to say it. */
  private pairUp(sayEarlier: (row: number) => string | null, sayLater: (row: number) => string | null, once: boolean): void {
    const said = byText(this.leftEarlier(), sayEarlier);
    for (const [text, rows] of byText(this.leftLater(), sayLater)) {
      const candidates = said.get(text) ?? [];
      if (once && (rows.length > 1 || candidates.length > 1)) continue;
      rows.forEach((row, index) => {
        const then = candidates[index];
        if (then !== undefined) this.pair(then, row);
      });
    }
  }

  private signature(rows: Rows, row: number, side: 0 | 1): string | null {
    const values = this.pairs.map((pair) => rows.value(row, pair[side]));
    return values.every((value) => value === null) ? null : JSON.stringify(values);
  }

  private likeness(then: number, now: number): number {
    if (this.keyed(then, now)) return 0;
    let filled = 0;
    let same = 0;
    for (const [early, late] of this.pairs) {
      const [one, other] = [this.earlier.value(then, early), this.later.value(now, late)];
      if (one === null && other === null) continue;
      filled++;
      if (one === other) same++;
    }
    return filled === 0 ? 0 : same / filled;
  }

  private leftEarlier(): number[] {
    return this.earlier.rows.filter((row) => !this.after.has(row));
  }

  private leftLater(): number[] {
    return this.later.rows.filter((row) => !this.before.has(row));
  }
}

function byText(rows: readonly number[], say: (row: number) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const text = say(row);
    if (text === null) continue;
    const group = groups.get(text);
    if (group) group.push(row);
    else groups.set(text, [row]);
  }
  return groups;
}
