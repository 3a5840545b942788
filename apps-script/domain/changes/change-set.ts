import type { Day } from "../days/civil-day";
import type { TableName } from "../schema/index";
import type { Value } from "../snapshot/value";
import type { Finding } from "./finding";

/**
 * One cell that an operation wants changed. Table and column go by their names in the schema, the row by its key
 * (`@<sheet row>` for a row that has no key yet); titles are for people and come in where a change is shown. `before` is what the cell held when the rule looked; a cell that
 * holds something else at apply time is left alone and becomes a finding. `null` is an empty cell.
 */
export interface CellChange {
  readonly table: TableName;
  readonly row: string;
  readonly column: string;
  readonly before: Value;
  readonly after: Value;
  readonly reason: string;
}

/** A row to append, or (in an inverse) a row to blank: all its filled cells by column name. Secrets are never in here. */
export interface RowChange {
  readonly table: TableName;
  readonly row: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly reason: string;
}

export type Summary = { readonly [name: string]: string | number | null | Summary };

/** Everything one operation does, as plain JSON. `blanked` rows come only from undoing `rows`. */
export interface ChangeSet {
  readonly action: string;
  readonly today: Day;
  readonly cells: readonly CellChange[];
  readonly rows: readonly RowChange[];
  readonly blanked: readonly RowChange[];
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** What rows without a key held before they were numbered, as digests by `table\n@row`: their place may change. */
  readonly keyless?: Readonly<Record<string, string>>;
  /** The digest of a decision that was sent, by which the page that sent it finds its run in the log. */
  readonly decision?: string;
}

export function sizeOf(changes: Pick<ChangeSet, "cells" | "rows" | "blanked">): number {
  return changes.cells.length + changes.rows.length + changes.blanked.length;
}

/** Taken once: where the global object is not V8's own, as in a sandbox, each look into it costs more than a character. */
const { imul } = Math;

/** A 106-bit digest of a text (two cyrb53 runs, in one pass), for telling change sets and files apart, not for secrecy. */
export function digestOf(text: string): string {
  let high = 0xdeadbeef ^ ONE_SEED;
  let low = 0x41c6ce57 ^ ONE_SEED;
  let otherHigh = 0xdeadbeef ^ OTHER_SEED;
  let otherLow = 0x41c6ce57 ^ OTHER_SEED;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = imul(high ^ unit, 2654435761);
    low = imul(low ^ unit, 1597334677);
    otherHigh = imul(otherHigh ^ unit, 2654435761);
    otherLow = imul(otherLow ^ unit, 1597334677);
  }
  return halfDigest(high, low) + halfDigest(otherHigh, otherLow);
}

const ONE_SEED = 0x9e3779b9;
const OTHER_SEED = 0x85ebca6b;

function halfDigest(high: number, low: number): string {
  const mixedHigh = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = imul(low ^ (low >>> 16), 2246822507) ^ imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return hexOf(2097151 & mixedLow, 6) + hexOf(mixedHigh >>> 0, 8);
}

const hexOf = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");

/**
 * The hash that a preview shows and an apply must match: what would be written, not what is said about it, whatever the order
 * of the rows it was decided on.
 */
export function hashOf({ action, cells, rows, blanked }: Pick<ChangeSet, "action" | "cells" | "rows" | "blanked">): string {
  return digestOf(JSON.stringify([action, sorted(cells), sorted(rows), sorted(blanked)]));
}

/** By table, row and column, in code-unit order. */
function sorted<T extends CellChange | RowChange>(changes: readonly T[]): T[] {
  const placed = changes.map((change) => [placeOf(change), change] as const);
  placed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return placed.map(([, change]) => change);
}

function placeOf(change: CellChange | RowChange): string {
  return JSON.stringify([change.table, change.row, "column" in change ? change.column : ""]);
}
