import type { Value } from "../snapshot/value";
import type { Sight } from "./sight";
import { SPILLED } from "./spills";

/** What is to stand in a cell: as rules know it, and as the host writes it. */
export interface Content {
  readonly value: Value;
  readonly raw: unknown;
  readonly isFormula?: boolean;
}

/** Cells to write, by sheet row and 0-based column. */
export type Fixes = ReadonlyMap<number, ReadonlyMap<number, Content>>;

/** A block that was written: what it put where, and the names its columns had then. */
export interface Landed {
  readonly row: number;
  readonly column: number;
  readonly forms: readonly string[];
  readonly values: readonly (readonly Value[])[];
  /** What else the values may be read as where they were not meant to be: a day as its number. */
  readonly otherwise?: readonly (readonly Value[])[];
}

/** What a cell holds now, to be written back as it is: a formula as the formula, a part of another cell's result as nothing. */
export function contentNow(sight: Sight, row: number, column: number): Content {
  const formula = sight.formula(row, column);
  const value = sight.value(row, column);
  if (formula === SPILLED) return { value, raw: "" };
  return formula === "" ? { value, raw: sight.raw(row, column) } : { value, raw: formula, isFormula: true };
}

/** The columns between two. */
export function gap(left: number, right: number): number[] {
  return Array.from({ length: Math.max(0, right - left - 1) }, (_, index) => left + 1 + index);
}
